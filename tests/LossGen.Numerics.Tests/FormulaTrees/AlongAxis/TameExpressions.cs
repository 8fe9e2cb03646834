namespace LossGen.Numerics.Tests.FormulaTrees.AlongAxis;

/// <summary>
/// Draws expressions that are finite wherever their leaves are moderate: one element without a value would leave nothing of a sum to compare. Their constants are the same in
/// float and double.
/// </summary>
/// <param name="random">What they are drawn with.</param>
/// <param name="type">The type of their numbers.</param>
internal sealed class TameExpressions(Random random, ValueType type)
{
    private static readonly double[] Numbers = [1, 2, 3, 0.5, 0.25, 1.5, -1, -0.5];
    private static readonly double[] Exponents = [2, 3, 1.5, -1, 0.5, -0.5];
    private static readonly string[] Bounded = ["Tanh", "Sin", "Cos", "Atan", "Abs", "Asinh"];

    /// <summary>A number.</summary>
    /// <param name="depth">The greatest depth of nested operations.</param>
    /// <param name="leaves">What it may read.</param>
    /// <param name="truths">Conditions that it may use besides comparisons of numbers.</param>
    public Expression Number(int depth, IReadOnlyList<Expression> leaves, IReadOnlyList<Expression> truths)
    {
        if (depth <= 0)
        {
            return random.Next(6) == 0 ? Literal(Pick(Numbers)) : Pick(leaves);
        }

        Expression Inner() => Number(depth - 1 - random.Next(2), leaves, truths);
        Expression a = Inner();
        return random.Next(16) switch
        {
            0 or 1 => Make("+", a, Inner()),
            2 or 3 => Make("-", a, Inner()),
            4 or 5 => Make("*", a, Inner()),
            6 => Make("/", Inner(), random.Next(2) == 0 ? Make("+", Literal(1), Make("*", a, a)) : Make("Max", Make("Abs", a), Literal(0.5))),
            7 => Make(Pick(Bounded), a),
            8 => Make("Exp", random.Next(3) switch { 0 => Make("Min", a, Literal(2)), 1 => Make("Tanh", a), _ => Make(Symbols.Negate, Make("Abs", a)) }),
            9 => Make("Sqrt", Make("+", Literal(0.5), Make("*", a, a))),
            10 => Make("Log", Make("+", Literal(1.5), Make("Abs", a))),
            11 => Make(random.Next(2) == 0 ? "Max" : "Min", a, Inner()),
            12 => new Choice(Truth(depth - 1, leaves, truths), a, Inner()),
            13 => Make(Symbols.Power, Make("+", Make("Abs", a), Literal(0.5)), Literal(Pick(Exponents))),
            14 => Make(Symbols.Clamp, a, Literal(-random.Next(1, 3)), Literal(random.Next(1, 4))),
            _ => Make("*", a, a),
        };
    }

    /// <summary>A condition.</summary>
    /// <param name="depth">The greatest depth of nested operations.</param>
    /// <param name="leaves">What it may read.</param>
    /// <param name="truths">Conditions that it may use besides comparisons of numbers.</param>
    public Expression Truth(int depth, IReadOnlyList<Expression> leaves, IReadOnlyList<Expression> truths)
    {
        Expression truth = truths.Count > 0 && random.Next(2) == 0
            ? Pick(truths)
            : new Operation(Pick(Symbols.Comparisons), ValueType.Truth, [Number(Math.Min(depth, 1), leaves, truths), random.Next(2) == 0 ? Pick(leaves) : Literal(Pick(Numbers))]);
        return depth <= 0 ? truth : random.Next(8) switch
        {
            0 => new Operation("!", ValueType.Truth, [truth]),
            1 => new Operation("&&", ValueType.Truth, [truth, Truth(depth - 1, leaves, truths)]),
            2 => new Operation("||", ValueType.Truth, [truth, Truth(depth - 1, leaves, truths)]),
            _ => truth,
        };
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private Literal Literal(double value) => new(value, type);

    private Operation Make(string symbol, params Expression[] arguments) => new(symbol, type, arguments);
}
