// Written as in a paper, it would overflow at a logit of 89. The compiled kernel has a function that does not.
[ElementwiseLoss]
public sealed partial class LogitLoss
{
    [Formula]
    private static float Value(float logit, float target) => MathF.Log(1 + MathF.Exp(logit)) - target * logit;
}
