using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics;

// Roots of sums of squares. If a square would be out of range, or lose digits to underflow, what is squared is scaled by a power of two, and the root scaled
// back: exact, both ways.
internal static partial class Legalise
{
    private static Expr RootOfSquarePlus(Expr a, Expr b)
    {
        RootRange range = RootRange.Of(a);
        if (b.Unnamed() is Constant { Value.Value: 0 })
        {
            return Expr.Of(Op.Absolute, a);
        }

        Expr isLarge = range.IsLarge(a);
        Expr? isSmall = b.Unnamed() is Constant { Value.Value: var added } && added >= range.Tiny
            ? null
            : Expr.Of(Op.And, range.IsSmall(Expr.Of(Op.Absolute, a)), Expr.Of(Op.LessThan, b, b.Like(range.Tiny)));

        Expr Choose(Expr whenLarge, Expr whenSmall, Expr otherwise) =>
            Expr.Select(isLarge, whenLarge, isSmall is null ? otherwise : Expr.Select(isSmall, whenSmall, otherwise));

        Expr reduced = Choose(range.Down * a, range.Up * a, a);
        Expr root = Expr.SquareRoot((reduced * reduced) + Choose(range.Down * (range.Down * b), range.Up * (range.Up * b), b));
        return Choose((1 / range.Down) * root, (1 / range.Up) * root, root);
    }

    // a·(a/(b + √(a² + b²))). Next to a large a, b is negligible; for an infinite a the quotient would be NaN.
    private static Expr RootExcess(Expr a, Expr b)
    {
        if (b.Unnamed() is not Constant { Value.Value: 1 })
        {
            return RootExcessOfAny(a, b);
        }

        Expr root = Expr.Of(Op.RootOfSquarePlus, a, b);
        return Expr.Select(RootRange.Of(a).IsLarge(a), root, a * (a / (b + root)));
    }

    // The quotient is unchanged if a and b are scaled by a power of two; for two zeros it is taken as 0.
    private static Expr RootExcessOfAny(Expr a, Expr b)
    {
        RootRange range = RootRange.Of(a);
        Expr magnitude = Expr.Of(Op.Absolute, a);
        Expr isLarge = Expr.Of(Op.Or, range.IsLarge(a), Expr.Of(Op.LessThan, b.Like(range.Large), b));
        Expr isSmall = Expr.Of(Op.And, range.IsSmall(magnitude), range.IsSmall(b));

        Expr Reduced(Expr x) => Expr.Select(isLarge, range.Down * x, Expr.Select(isSmall, range.Up * x, x));

        Expr left = Reduced(a);
        Expr right = Reduced(b);
        Expr divisor = right + Expr.SquareRoot((left * left) + (right * right));
        Expr quotient = Expr.Select(Expr.Of(Op.Equal, divisor, a.Like(0)), a.Like(0), left / divisor);
        return Expr.Select(Expr.Of(Op.Equal, magnitude, a.Like(double.PositiveInfinity)), magnitude, a * quotient);
    }

    /// <summary>Which squares need scaling by a power of two, and which power makes them keep all their digits.</summary>
    /// <param name="Large">Above it, squares may be infinite.</param>
    /// <param name="Down">The factor for all large numbers.</param>
    /// <param name="Small">Below it, squares may have lost digits.</param>
    /// <param name="Up">The factor for all small numbers.</param>
    /// <param name="Tiny">From here on, lost digits in the square of a small number do not matter in a sum; multiplied twice by Up it is finite.</param>
    private sealed record RootRange(double Large, double Down, double Small, double Up, double Tiny)
    {
        private static readonly RootRange Single = new(Power(60), Power(-70), Power(-50), Power(100), Power(-80));
        private static readonly RootRange Double = new(Power(500), Power(-600), Power(-450), Power(600), Power(-250));

        public static RootRange Of(Expr a) => a.Type.Scalar == ScalarType.Single ? Single : Double;

        public Expr IsLarge(Expr a) => Expr.Of(Op.LessThan, a.Like(Large), Expr.Of(Op.Absolute, a));

        public Expr IsSmall(Expr magnitude) => Expr.Of(Op.LessThan, magnitude, magnitude.Like(Small));

        private static double Power(int exponent) => Math.Pow(2, exponent);
    }
}
