namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>Draws expressions from everything that a formula may contain.</summary>
internal sealed class ExpressionGenerator(Random random)
{
    private static readonly double[] Numbers = [0, 1, 2, 3, 0.5, 0.25, 0.1, 1.5, -1, -0.5, -2];
    private static readonly double[] Exponents = [0.5, 1, 1.5, 2, 2.5, 3, 4, -0.5, -1, -2, -1.5, 0.25];

    /// <summary>A number or a condition.</summary>
    public Expression Of(ValueType type, int depth, Scope scope) => type == ValueType.Truth ? Truth(Math.Min(depth, 3), scope) : Number(type, depth, scope);

    /// <summary>A number of the type.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="depth">The greatest depth of nested operations.</param>
    /// <param name="scope">What it may use.</param>
    public Expression Number(ValueType type, int depth, Scope scope)
    {
        if (depth <= 0 || random.Next(8) == 0)
        {
            return Leaf(type, scope);
        }

        Expression Inner() => Number(type, depth - 1, scope);
        switch (random.Next(20))
        {
            case < 7:
                return Make(Symbols.Arithmetic[random.Next(Symbols.Arithmetic.Length)], Inner(), Inner());
            case < 11:
                return Make(Symbols.OfOneNumber[random.Next(Symbols.OfOneNumber.Length)], Inner());
            case 11:
                return Make(Symbols.Negate, Inner());
            case 12:
                return Make(random.Next(2) == 0 ? "Max" : "Min", Inner(), Inner());
            case 13:
                return random.Next(3) switch
                {
                    0 => Make(Symbols.Clamp, Inner(), new Literal(-random.Next(3), type), new Literal(random.Next(1, 4), type)),
                    1 => Make("FusedMultiplyAdd", Inner(), Inner(), Inner()),
                    _ => Make(Symbols.Power, Inner(), Exponent(type, scope)),
                };
            case 14:
                return new Choice(Truth(Math.Min(depth - 1, 2), scope), Inner(), Inner());
            case 15 or 16:
                return new Guards(random).Guarded(type, Number(type, Math.Min(depth - 1, 2), scope), Inner);
            case 17:
                return Make(Symbols.Convert, type, Number(type == ValueType.Single ? ValueType.Double : ValueType.Single, depth - 1, scope));
            case 18:
                double[] limits = [.. Numbers.Order().Where(_ => random.Next(5) == 0)];
                bool isBelow = random.Next(2) == 0;
                return new Switch(Number(AnyNumber(), Math.Min(depth - 1, 2), scope), isBelow, isBelow ? limits : [.. limits.Reverse()], [.. limits.Append(0).Select(_ => Inner())]);
            default:
                Method[] methods = [.. scope.Methods.Where(method => method.Type == type)];
                return methods.Length == 0
                    ? Inner()
                    : CallOf(methods[random.Next(methods.Length)], depth, scope);
        }
    }

    /// <summary>A condition.</summary>
    public Expression Truth(int depth, Scope scope)
    {
        Expression[] known = [.. scope.Leaves.Where(static leaf => leaf.Type == ValueType.Truth), new Literal(random.Next(2), ValueType.Truth)];
        if (random.Next(known.Length > 1 ? 4 : 30) == 0)
        {
            return known[random.Next(known.Length)];
        }

        Method[] methods = [.. scope.Methods.Where(static method => method.Type == ValueType.Truth)];
        if (methods.Length > 0 && random.Next(3) == 0)
        {
            return CallOf(methods[random.Next(methods.Length)], depth, scope);
        }

        switch (depth <= 1 ? random.Next(6) : random.Next(9))
        {
            case < 5:
                ValueType type = AnyNumber();
                string comparison = Symbols.Comparisons[random.Next(Symbols.Comparisons.Length)];
                return Make(comparison, ValueType.Truth, Number(type, Math.Max(0, depth - 1), scope), random.Next(2) == 0 ? Leaf(type, scope) : new Literal(Pick(Numbers), type));
            case 5:
                return new Between(Number(AnyNumber(), Math.Max(0, depth - 1), scope), -random.Next(3), random.Next(1, 4));
            case 6:
                return Make("!", ValueType.Truth, Truth(depth - 1, scope));
            default:
                return Make(random.Next(2) == 0 ? "&&" : "||", ValueType.Truth, Truth(depth - 1, scope), Truth(depth - 1, scope));
        }
    }

    /// <summary>A local with a function that is not defined everywhere, and another that uses it where it is.</summary>
    public Statement GuardedLocal(Local bare, Local guarded, Scope scope, Func<Scope, Statement> next)
    {
        ValueType type = bare.Type;
        Expression x = Number(type, 1, scope);
        Expression function = random.Next(3) switch
        {
            0 => Make("Log", x),
            1 => Make("Sqrt", x),
            _ => Make("/", Leaf(type, scope), x),
        };
        Choice choice = new(Make(">", ValueType.Truth, x, new Literal(0, type)), Number(type, 2, scope.With(bare)), Leaf(type, scope));
        return new Declare(bare, function, new Declare(guarded, choice, next(scope.With(guarded))));
    }

    private Expression Leaf(ValueType type, Scope scope)
    {
        Expression[] numbers = [.. scope.Leaves.Where(static leaf => leaf.Type != ValueType.Truth)];
        if (numbers.Length == 0 || random.Next(5) == 0)
        {
            return new Literal(Pick(Numbers), type);
        }

        Expression leaf = numbers[random.Next(numbers.Length)];
        return leaf.Type == type ? leaf : Make(Symbols.Convert, type, leaf);
    }

    // A number that is the same for all elements.
    private Expression Exponent(ValueType type, Scope scope)
    {
        Scalar[] scalars = [.. scope.Leaves.OfType<Scalar>().Where(scalar => scalar.Type == type)];
        return scalars.Length > 0 && random.Next(3) == 0 ? scalars[random.Next(scalars.Length)] : new Literal(Pick(Exponents), type);
    }

    private Call CallOf(Method method, int depth, Scope scope) => new(method, [.. method.Parameters.Select(parameter => Number(parameter.Type, Math.Min(depth - 1, 2), scope))]);

    private double Pick(double[] numbers) => numbers[random.Next(numbers.Length)];

    private ValueType AnyNumber() => random.Next(2) == 0 ? ValueType.Single : ValueType.Double;

    private static Operation Make(string symbol, params Expression[] arguments) => new(symbol, arguments[0].Type, arguments);

    private static Operation Make(string symbol, ValueType type, params Expression[] arguments) => new(symbol, type, arguments);
}
