namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>What dual numbers claim about a quotient by 0 and a product with ∞: nothing where the other number may have underflowed to 0.</summary>
public sealed class DualArithmeticTests
{
    private static readonly Dual Zero = Dual.Constant(0, inputs: 1);
    private static readonly Dual Infinity = Dual.Constant(double.PositiveInfinity, inputs: 1);

    [Theory]
    [InlineData(-100, true)]
    [InlineData(-200, false)]
    public void APowerThatMayUnderflowGivesNothingThatIsKnown(double exponent, bool isKnown)
    {
        Dual power = DualFunction.Apply("Exp2", Dual.Input(exponent, 0, inputs: 1), Precision.Single);
        foreach (Dual result in new[] { DualArithmetic.Binary("/", power, Zero, Precision.Single), DualArithmetic.Binary("*", power, Infinity, Precision.Single), DualArithmetic.Binary("*", Infinity, power, Precision.Single) })
        {
            Assert.Equal(isKnown ? 0 : double.PositiveInfinity, result.Error);
        }
    }
}
