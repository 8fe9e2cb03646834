using System.Collections.Immutable;

namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>The number of operations of a formula with every local variable and method expanded where it is used, as the compiler counts them.</summary>
internal static class ExpandedSize
{
    public static double Of(Formula formula) => Of(formula.Body, ImmutableDictionary<string, double>.Empty);

    private static double Of(Statement statement, ImmutableDictionary<string, double> locals)
    {
        double Value(Expression expression) => Of(expression, locals);
        return statement switch
        {
            Return result => Value(result.Value),
            Declare declare => Of(declare.Next, locals.SetItem(declare.Local.Name, Value(declare.Value))),
            Decide decide => Of(decide.Next, locals.SetItem(decide.Local.Name, 1 + Value(decide.Condition) + Value(decide.WhenTrue) + Value(decide.WhenFalse))),
            Assign assign => Of(assign.Next, locals.SetItem(assign.Local.Name, 1 + locals[assign.Local.Name] + Value(assign.Condition) + Value(assign.Value))),
            Compound compound => Of(compound.Next, locals.SetItem(compound.Local.Name, 1 + locals[compound.Local.Name] + Value(compound.Value))),
            Branch branch => 1 + Value(branch.Condition) + Of(branch.WhenTrue, locals) + Of(branch.Otherwise, locals),
            _ => throw new InvalidOperationException(),
        };
    }

    private static double Of(Expression expression, ImmutableDictionary<string, double> locals) => expression switch
    {
        Local local => locals[local.Name],
        Call call => Of(call.Method.Body, call.Method.Parameters
            .Zip(call.Arguments, (parameter, argument) => KeyValuePair.Create(parameter.Name, Of(argument, locals)))
            .ToImmutableDictionary()),
        Switch choice => (choice.Limits.Count * (2 + Of(choice.Tested, locals))) + choice.Values.Sum(value => Of(value, locals)),
        Between between => 3 + (2 * Of(between.Tested, locals)),
        _ => (expression.Parts.Count > 0 ? 1 : 0) + expression.Parts.Sum(part => Of(part, locals)),
    };
}
