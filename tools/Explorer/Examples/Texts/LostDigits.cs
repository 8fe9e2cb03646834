// Where p and q nearly agree, this difference has few digits left: the analyzer says where, and the plot shows it.
[ElementwiseLoss]
public sealed partial class HellingerLoss
{
    [Formula]
    private static float Value(float p, float q) => p + q - 2 * MathF.Sqrt(p * q);
}
