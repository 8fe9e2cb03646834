namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>Draws formulas: statements, methods and locals around <see cref="ExpressionGenerator">expressions</see>.</summary>
internal sealed class FormulaGenerator(int seed)
{
    private const int MostInputs = 4;
    private const int MostScalars = 2;
    private const int MostMethods = 2;
    private const int LeastDepth = 2;
    private const int MostDepth = 8;

    // Fewer than the compiler allows, local variables counted as often as they are read: at fewer the derivative is tried in full.
    private const int MostOperations = 300;

    private static readonly double[] ScalarValues = [0.25, 0.5, 1.0, 1.5, 2.0, 3.0];

    private readonly Random random = new(seed);
    private int named;

    /// <summary>The same formulas for the same seed.</summary>
    public static IReadOnlyList<Formula> Draw(int count, int seed)
    {
        FormulaGenerator generator = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => generator.Next())];
    }

    private Formula Next()
    {
        while (true)
        {
            Formula formula = Drawn();
            if (ExpandedSize.Of(formula) <= MostOperations)
            {
                return formula;
            }
        }
    }

    private Formula Drawn()
    {
        named = 0;
        ValueType type = AnyNumber();
        int inputs = random.Next(1, MostInputs + 1);
        ScalarValue[] scalars = [.. Enumerable.Range(0, random.Next(MostScalars + 1)).Select(_ => new ScalarValue(ScalarValues[random.Next(ScalarValues.Length)], AnyNumber()))];
        ExpressionGenerator expressions = new(random);
        List<Method> methods = [];
        for (int count = random.Next(4) == 0 ? random.Next(1, MostMethods + 1) : 0; count > 0; count--)
        {
            Local[] parameters = [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => new Local(FormattableString.Invariant($"a{i}"), AnyNumber()))];
            ValueType result = AnyType();
            methods.Add(new Method(FormattableString.Invariant($"Method{methods.Count}"), result, parameters, Body(result, 3, expressions, new Scope(parameters, methods))));
        }

        Expression[] leaves = [.. Enumerable.Range(0, inputs).Select(i => new Input(i, type)), .. scalars.Select(static (scalar, i) => new Scalar(i, scalar.Type))];
        Statement body = Body(type, random.Next(LeastDepth, MostDepth + 1), expressions, new Scope(leaves, methods));
        return new Formula(type, inputs, scalars, body);
    }

    // The rest of a method, up to its return.
    private Statement Body(ValueType type, int depth, ExpressionGenerator expressions, Scope scope)
    {
        int next = depth - 1;
        switch (depth <= 1 ? 0 : random.Next(11))
        {
            case 0 or 1 or 2 or 3:
                return new Return(expressions.Of(type, depth, scope));
            case 4 or 5 or 6:
                Local declared = NewLocal();
                return new Declare(declared, expressions.Of(declared.Type, Math.Min(next, 4), scope), Body(type, next, expressions, scope.With(declared)));
            case 7:
                Local decided = NewLocal();
                return new Decide(
                    decided,
                    expressions.Truth(2, scope),
                    expressions.Of(decided.Type, Math.Min(next, 3), scope),
                    expressions.Of(decided.Type, Math.Min(next, 3), scope),
                    Body(type, next, expressions, scope.With(decided)));
            case 8 when scope.Assignable is { Count: > 0 } locals:
                Local changed = locals[random.Next(locals.Count)];
                Expression value = expressions.Of(changed.Type, Math.Min(next, 3), scope);
                Statement rest = Body(type, next, expressions, scope);
                return random.Next(2) == 0 || changed.Type == ValueType.Truth
                    ? new Assign(changed, expressions.Truth(2, scope), value, rest)
                    : new Compound(changed, Symbols.Arithmetic[random.Next(3)], value, rest);
            case 9 when type != ValueType.Truth:
                return expressions.GuardedLocal(NewLocal(type), NewLocal(type), scope, inner => Body(type, next, expressions, inner));
            default:
                return new Branch(expressions.Truth(2, scope), Body(type, next / 2, expressions, scope), Body(type, next, expressions, scope));
        }
    }

    private Local NewLocal() => NewLocal(AnyType());

    private Local NewLocal(ValueType type) => new(FormattableString.Invariant($"v{named++}"), type);

    private ValueType AnyType() => random.Next(6) == 0 ? ValueType.Truth : AnyNumber();

    private ValueType AnyNumber() => random.Next(2) == 0 ? ValueType.Single : ValueType.Double;
}
