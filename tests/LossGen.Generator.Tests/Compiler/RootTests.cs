using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics;
using LossGen.Generator.Lowering.Mathematics.Derivatives;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>The expansions of roots of sums of squares, computed in float32, over numbers of every size.</summary>
public sealed class RootTests
{
    private static readonly Variable A = new("a", IrType.Single);
    private static readonly Variable B = new("b", IrType.Single);

    private static readonly float[] Magnitudes =
        [0, float.Epsilon, 1e-42f, 1e-38f, 1e-30f, 8e-25f, 1e-20f, 8.8e-16f, 1e-12f, 0.1f, 1, 3, 1e9f, 1e18f, 1.2e18f, 3e19f, 1e30f, 3e38f];

    [Fact]
    public void ARootKeepsItsDigits()
    {
        foreach (float a in Magnitudes)
        {
            foreach (float b in Magnitudes)
            {
                double exact = Math.Sqrt(((double)a * a) + b);
                AssertClose(exact, Run(Expr.Of(Op.RootOfSquarePlus, A, B), a, b), $"√({a}² + {b})");
                AssertClose(exact, Run(Expr.Of(Op.RootOfSquarePlus, A, A.Like(b)), -a, b), $"√({a}² + {b}), a constant");
            }
        }
    }

    [Fact]
    public void AnExcessKeepsItsDigits()
    {
        foreach (float a in Magnitudes)
        {
            foreach (float b in Magnitudes)
            {
                double root = Math.Sqrt(((double)a * a) + ((double)b * b));
                double exact = a == 0 ? 0 : (double)a * a / (root + b);
                AssertClose(exact, Run(Expr.Of(Op.RootExcess, A, B), a, b), $"√({a}² + {b}²) − {b}");
                AssertClose(exact, Run(Expr.Of(Op.RootExcess, A, A.Like(b)), -a, b), $"√({a}² + {b}²) − {b}, a constant");
            }
        }
    }

    [Theory]
    [InlineData(float.PositiveInfinity, 0f, float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity, 2f, float.PositiveInfinity)]
    [InlineData(3f, float.PositiveInfinity, 0f)]
    [InlineData(float.NaN, 0f, float.NaN)]
    [InlineData(0f, float.NaN, float.NaN)]
    public void AnExcessHasItsLimits(float a, float b, float expected) => Assert.Equal(expected, (float)Run(Expr.Of(Op.RootExcess, A, B), a, b));

    [Fact]
    public void TheSlopeAtTheTipIsZero()
    {
        Assert.Equal(0.0, Run(Slope(Op.RootOfSquarePlus, 0), 0, 0));
        Assert.Equal(0.0, Run(Slope(Op.RootExcess, 0), 0, 0));
        Assert.Equal(0.0, Run(Slope(Op.RootExcess, 1), 0, 0));
        Assert.Equal(1.0, Run(Slope(Op.RootExcess, 0), 1e-30f, 0));
        Assert.Equal(-1.0, Run(Slope(Op.RootExcess, 1), 1e-30f, 0));

        static Expr Slope(Op op, int argument) => DerivativeTable.Partials((Apply)Expr.Of(op, A, B))[argument]!;
    }

    /// <summary>If a constant excludes both, nothing tests for small squares or for a root of 0.</summary>
    [Fact]
    public void AConstantThatIsNotTinyNeedsNoChoice()
    {
        var root = (Apply)Expr.Of(Op.RootOfSquarePlus, A, A.Like(1));
        Assert.Equal(A / root, DerivativeTable.Partials(root)[0]);
        Assert.DoesNotContain("∧", Legalise.Expression(root, Dialect.IsPrintable).ToString(), StringComparison.Ordinal);
    }

    private static void AssertClose(double exact, double actual, FormattableString what)
    {
        // Five roundings: three units in the last place, or of the smallest normal number for results below it.
        double unit = Math.ScaleB(1, Math.Max(exact == 0 ? -126 : Math.ILogB(exact), -126) - 23);
        Assert.True(Math.Abs(actual - exact) <= 3 * unit || (exact > float.MaxValue && double.IsPositiveInfinity(actual)), FormattableString.Invariant(what) + $" is {exact}, not {actual}");
    }

    // Each step rounded to float32, as kernels do.
    private static double Run(Expr expr, float a, float b)
    {
        return Value(Legalise.Expression(expr, Dialect.IsPrintable));

        double Value(Expr e) => e switch
        {
            Constant constant => (float)constant.Value.Value,
            Variable variable => variable == A ? a : b,
            Named named => Value(named.Value),
            Apply { Type.Scalar: ScalarType.Single } apply => (float)Evaluation.Fold(apply.Op, [.. apply.Arguments.Select(Value)])!.Value,
            Apply apply => Evaluation.Fold(apply.Op, [.. apply.Arguments.Select(Value)])!.Value,
            _ => throw new InvalidOperationException(e.ToString()),
        };
    }
}
