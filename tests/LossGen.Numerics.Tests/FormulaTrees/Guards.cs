namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>
/// Draws what people write to guard a function against arguments where it is infinite or undefined: there the derivative, too, must be that of the other side.
/// </summary>
internal sealed class Guards(Random random)
{
    /// <summary>A guarded function of <paramref name="x"/>, with a replacement elsewhere that is drawn from <paramref name="other"/>.</summary>
    public Expression Guarded(ValueType type, Expression x, Func<Expression> other)
    {
        Expression Number(double value) => new Literal(value, type);
        Expression Of(string symbol, params Expression[] arguments) => new Operation(symbol, type, arguments);
        Expression Where(string comparison, double limit, Expression value) =>
            random.Next(2) == 0
                ? new Choice(new Operation(comparison, ValueType.Truth, [x, Number(limit)]), value, random.Next(2) == 0 ? Number(0) : other())
                : new Choice(new Operation("!", ValueType.Truth, [new Operation(comparison, ValueType.Truth, [x, Number(limit)])]), random.Next(2) == 0 ? Number(0) : other(), value);

        return random.Next(14) switch
        {
            0 => Where(">", 0, Of("Log", x)),
            1 => Where(">", 0, Of("Sqrt", x)),
            2 => Where("!=", 0, Of("/", other(), x)),
            3 => Where("<", 20, Of("Exp", x)),
            4 => Where(">", 0, Of(Symbols.Power, x, Number(random.Next(2) == 0 ? -1.5 : 0.25))),
            5 => Where(">", -1, Of("LogP1", x)),
            6 => Where(">", 0, Of("*", x, Of("Log", x))),
            7 => Of("Sqrt", Of("Max", x, Number(0))),
            8 => Of("Log", Of("Max", x, Number(0.5))),
            9 => Of("/", other(), Of("Max", x, Number(0.5))),
            10 => Of("Max", Of("Log", x), Number(-4)),
            11 => Of("Min", Number(4), Of("Exp", x)),
            12 => Of("Sqrt", new Choice(new Operation(">", ValueType.Truth, [x, Number(0)]), x, Number(0))),
            _ => Where(">", 0, Of("Log2", x)),
        };
    }
}
