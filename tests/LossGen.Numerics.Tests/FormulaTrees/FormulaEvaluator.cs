using System.Collections.Immutable;

namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>
/// Evaluates a formula at one point in dual numbers, along the path that it takes: only the chosen side of a condition is evaluated, so that nothing on the other can
/// reach value or derivatives. At a tie Max and Min take the second argument, and the derivative of Abs at 0 is 0.
/// </summary>
internal sealed class FormulaEvaluator
{
    private readonly IReadOnlyList<ScalarValue> scalars;
    private readonly Dual[] inputs;
    private readonly bool isWide;

    /// <param name="scalars">The scalars.</param>
    /// <param name="inputs">What each input is, be it exact or itself computed.</param>
    /// <param name="isWide">Whether the errors are those of a computation entirely in float64, rather than in the formula's own types.</param>
    public FormulaEvaluator(IReadOnlyList<ScalarValue> scalars, Dual[] inputs, bool isWide)
    {
        this.scalars = scalars;
        this.inputs = inputs;
        this.isWide = isWide;
    }

    /// <summary>Whether a condition or a kink is so near that rounding may decide it.</summary>
    public bool IsUndecided { get; private set; }

    /// <summary>The value with all errors; null if a computed value may take another path through the formula.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="point">A number for each input, which its type holds.</param>
    /// <param name="isWide">Whether the errors are those of a computation entirely in float64, rather than in the formula's own types.</param>
    public static Dual? Evaluate(Formula formula, double[] point, bool isWide)
    {
        FormulaEvaluator evaluator = new(formula.Scalars, [.. point.Select((value, index) => Dual.Input(value, index, formula.Inputs))], isWide);
        Dual value = evaluator.Run(formula.Body, ImmutableDictionary<string, Dual>.Empty).Kept(Precision.Of(formula.Type, isWide));
        return evaluator.IsUndecided ? null : value;
    }

    private Dual Run(Statement statement, ImmutableDictionary<string, Dual> locals)
    {
        while (true)
        {
            switch (statement)
            {
                case Return result:
                    return Of(result.Value, locals);
                case Declare declare:
                    (locals, statement) = (locals.SetItem(declare.Local.Name, Of(declare.Value, locals)), declare.Next);
                    break;
                case Decide decide:
                    (locals, statement) = (locals.SetItem(decide.Local.Name, Of(Holds(decide.Condition, locals) ? decide.WhenTrue : decide.WhenFalse, locals)), decide.Next);
                    break;
                case Assign assign:
                    (locals, statement) = (Holds(assign.Condition, locals) ? locals.SetItem(assign.Local.Name, Of(assign.Value, locals)) : locals, assign.Next);
                    break;
                case Compound compound:
                    Dual sum = DualArithmetic.Binary(compound.Symbol, locals[compound.Local.Name], Of(compound.Value, locals), PrecisionOf(compound.Local.Type));
                    (locals, statement) = (locals.SetItem(compound.Local.Name, sum), compound.Next);
                    break;
                case Branch branch:
                    statement = Holds(branch.Condition, locals) ? branch.WhenTrue : branch.Otherwise;
                    break;
                default:
                    throw new InvalidOperationException();
            }
        }
    }

    /// <summary>An expression, with the locals that it may use.</summary>
    public Dual Of(Expression expression, ImmutableDictionary<string, Dual> locals)
    {
        switch (expression)
        {
            case { Type: ValueType.Truth } and not (Local or Call):
                return Dual.Constant(Holds(expression, locals) ? 1 : 0, inputs.Length);
            case Literal literal:
                return Dual.Constant(literal.Type == ValueType.Single ? (float)literal.Value : literal.Value, inputs.Length);
            case Input input:
                return inputs[input.Index];
            case Scalar scalar:
                return Dual.Constant(scalars[scalar.Index].Value, inputs.Length);
            case Local local:
                return locals[local.Name];
            case Choice choice:
                return Of(Holds(choice.Condition, locals) ? choice.WhenTrue : choice.WhenFalse, locals);
            case Switch choice:
                Dual tested = Of(choice.Tested, locals);
                int arm = choice.Limits.TakeWhile(limit => !Compare(choice.IsBelow ? "<" : ">", tested, Limit(limit, choice.Tested))).Count();
                return Of(choice.Values[arm], locals);
            case Call call:
                return Run(call.Method.Body, call.Method.Parameters
                    .Zip(call.Arguments, (parameter, argument) => KeyValuePair.Create(parameter.Name, Of(argument, locals)))
                    .ToImmutableDictionary());
            case Operation operation:
                return OfOperation(operation.Symbol, [.. operation.Arguments.Select(argument => Of(argument, locals))], PrecisionOf(operation.Type));
            default:
                throw new InvalidOperationException();
        }
    }

    private Dual OfOperation(string symbol, Dual[] a, Precision precision) => symbol switch
    {
        Symbols.Negate => DualArithmetic.Negate(a[0], precision),
        Symbols.Convert => DualArithmetic.Rounded(a[0], precision),
        Symbols.Power => DualFunction.Power(a[0], a[1], precision),
        Symbols.Clamp => Lesser(Greater(a[0], a[1]), a[2]),
        "FusedMultiplyAdd" => DualArithmetic.FusedMultiplyAdd(a[0], a[1], a[2], precision),
        "Max" => Greater(a[0], a[1]),
        "Min" => Lesser(a[0], a[1]),
        "Abs" => Step(a[0], Math.Abs(a[0].Value), SignOf(a[0])),
        Symbols.Sign => Step(a[0], SignOf(a[0]), null),
        "Floor" => Whole(a[0], Math.Floor),
        "Ceiling" => Whole(a[0], Math.Ceiling),
        "Truncate" => Whole(a[0], Math.Truncate),
        "Round" => Whole(a[0], Math.Round),
        _ when DualFunction.IsKnown(symbol) => DualFunction.Apply(symbol, a[0], precision),
        _ => DualArithmetic.Binary(symbol, a[0], a[1], precision),
    };

    /// <summary>A condition, with the locals that it may use.</summary>
    public bool Holds(Expression condition, ImmutableDictionary<string, Dual> locals) => condition switch
    {
        Literal literal => literal.Value != 0,
        Local or Call => Of(condition, locals).Value != 0,
        Between between => Of(between.Tested, locals) is var tested && Compare(">=", tested, Limit(between.Least, between.Tested)) && Compare("<", tested, Limit(between.Most, between.Tested)),
        Operation { Symbol: "!" } not => !Holds(not.Arguments[0], locals),
        Operation { Symbol: "&&" } both => Holds(both.Arguments[0], locals) && Holds(both.Arguments[1], locals),
        Operation { Symbol: "||" } either => Holds(either.Arguments[0], locals) || Holds(either.Arguments[1], locals),
        Operation comparison => Compare(comparison.Symbol, Of(comparison.Arguments[0], locals), Of(comparison.Arguments[1], locals)),
        _ => throw new InvalidOperationException(),
    };

    private bool Compare(string symbol, Dual a, Dual b)
    {
        RequireApart(a, b);
        return symbol switch
        {
            "<" => a.Value < b.Value,
            "<=" => a.Value <= b.Value,
            ">" => a.Value > b.Value,
            ">=" => a.Value >= b.Value,
            "==" => a.Value == b.Value,
            _ => a.Value != b.Value,
        };
    }

    // Exact numbers compare as they are, others only where rounding cannot change the answer.
    private void RequireApart(Dual a, Dual b) =>
        IsUndecided |= !(a.IsExact && b.IsExact) && !(Math.Abs(a.Value - b.Value) > a.Error + b.Error) && !(double.IsNaN(a.Value + b.Value) && double.IsFinite(a.Error + b.Error));

    private Dual Greater(Dual a, Dual b)
    {
        RequireApart(a, b);
        return double.IsNaN(a.Value) || a.Value > b.Value ? a : b;
    }

    private Dual Lesser(Dual a, Dual b)
    {
        RequireApart(a, b);
        return double.IsNaN(a.Value) || a.Value < b.Value ? a : b;
    }

    private double SignOf(Dual a)
    {
        RequireApart(a, a with { Value = 0.0, Error = 0.0 });
        return double.IsNaN(a.Value) ? double.NaN : Math.Sign(a.Value);
    }

    private Dual Whole(Dual a, Func<double, double> nearby)
    {
        // A whole number that is not exact may as well lie on the other side.
        IsUndecided |= !a.IsExact && !(nearby(a.Value - a.Error) == nearby(a.Value + a.Error)) && !double.IsNaN(a.Value);
        return Step(a, nearby(a.Value), null);
    }

    // A function that is constant between its steps, or as steep as the argument.
    private Dual Step(Dual a, double value, double? slope) =>
        slope is { } factor
            ? Dual.Of(Precision.Double, value, 0, isExact: true, new Partial(a, factor, 0))
            : new Dual(value, double.IsFinite(a.Error) ? 0.0 : a.Error, new Slope?[inputs.Length]);

    private Dual Limit(double limit, Expression tested) => Dual.Constant(tested.Type == ValueType.Single ? (float)limit : limit, inputs.Length);

    private Precision PrecisionOf(ValueType type) => Precision.Of(type, isWide);
}
