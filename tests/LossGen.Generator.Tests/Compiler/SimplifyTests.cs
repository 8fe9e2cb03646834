using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>Each identity on its own, and those that are wrong in floating point.</summary>
public sealed class SimplifyTests
{
    private static readonly Expr X = new Variable("x", IrType.Single);
    private static readonly Expr Y = new Variable("y", IrType.Single);

    [Fact]
    public void AFactorOfOneGoes()
    {
        Becomes(X, 1.0 * X);
        Becomes(X, X * X.Like(1));
        Becomes(X, X / X.Like(1));
        Becomes(-X, -1.0 * X);
    }

    [Fact]
    public void PowersOfTwoMerge()
    {
        Becomes(X, 0.5 * (2.0 * X));
        Becomes(0.25 * X, 0.5 * (0.5 * X));
    }

    [Fact]
    public void AQuotientByAPowerOfTwoIsAProduct()
    {
        Becomes(0.5 * X, X / X.Like(2));
        Becomes(-4.0 * X, X / X.Like(-0.25));
        Becomes(X / X.Like(3), X / X.Like(3));

        // The reciprocal would be a subnormal float.
        Becomes(X / X.Like(Math.Pow(2, 127)), X / X.Like(Math.Pow(2, 127)));
    }

    [Fact]
    public void OtherFactorsDoNotMergeBecauseEachProductRounds() => Becomes(3.0 * (5.0 * X), 3.0 * (5.0 * X));

    [Fact]
    public void NegationsMoveOutAndCancel()
    {
        Becomes(-(X * Y), -X * Y);
        Becomes(-(X * Y), X * -Y);
        Becomes(X * Y, -X * -Y);
        Becomes(-(X / Y), X / -Y);
        Becomes(X, -(-X));
        Becomes(X - Y, X + -Y);
        Becomes(X + Y, X - -Y);
        Becomes(Expr.Square(X), Expr.Square(-X));
        Becomes(Expr.Of(Op.Absolute, X), Expr.Of(Op.Absolute, -X));
    }

    [Fact]
    public void ConstantsAreFoldedInTheirOwnPrecision()
    {
        Becomes(X.Like(3), X.Like(1) + X.Like(2));
        Becomes(X.Like((double)(0.1f + 0.2f)), X.Like((double)0.1f) + X.Like((double)0.2f));
    }

    [Fact]
    public void WhatInfinityNaNOrMinusZeroWouldBreakStays()
    {
        Becomes(X.Like(0) * X, X.Like(0) * X);
        Becomes(X + X.Like(0), X + X.Like(0));
        Becomes(X - X, X - X);
        Becomes(X / X, X / X);
    }

    [Fact]
    public void PlusAndMinusZeroAreDifferentConstants() => Assert.NotEqual(X.Like(0.0), X.Like(-0.0));

    private static void Becomes(Expr expected, Expr expr) => Assert.Equal(expected, Simplify.Expression(expr));
}
