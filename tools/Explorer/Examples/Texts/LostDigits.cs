// Where p and q nearly agree, few digits are left.
[ElementwiseLoss]
public sealed partial class HellingerLoss
{
    [Formula]
    private static float Value(float p, float q) => p + q - 2 * MathF.Sqrt(p * q);
}
