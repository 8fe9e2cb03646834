using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads calls of <see cref="SpanFunctions"/>.</summary>
internal sealed class SpanFunctionReader(FormulaReader formula, ExpressionReader expressions, SpanReader spans)
{
    /// <summary>The value of a call; null if a problem was found.</summary>
    /// <param name="call">The call.</param>
    /// <param name="table">The functions of the class that it belongs to.</param>
    /// <param name="scope">What variables stand for.</param>
    public Expr? Read(IInvocationOperation call, IReadOnlyDictionary<(string Name, int Arity), SpanFunctions.Builder> table, FormulaScope scope)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!table.TryGetValue((method.Name, method.Parameters.Length), out SpanFunctions.Builder? build) || !method.Parameters.All(static parameter => IsRead(parameter.Type)))
        {
            formula.Problems.Refuse(
                call,
                $"'{method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}' is no function of formulas, which have of {method.ContainingType.Name} {SpanFunctions.NamesOf(table)}: write a loop over the span");
            return null;
        }

        Expr?[] arguments = [.. call.Arguments.OrderBy(static argument => argument.Parameter!.Ordinal).Select(argument => Argument(argument, scope))];
        return arguments.Any(static argument => argument is null) ? null : build(arguments!, spans.Length);
    }

    private static bool IsRead(ITypeSymbol type) => AxisSignature.ElementOf(type) is not null || FormulaTypes.IsInteger(type) || FormulaTypes.Of(type) is { IsFloating: true };

    private Expr? Argument(IArgumentOperation argument, FormulaScope scope) => argument.Parameter!.Type switch
    {
        var type when SystemTypes.IsReadOnlySpan(type) => expressions.Span(argument.Value, scope),
        var type when FormulaTypes.IsInteger(type) => spans.Place(argument.Value, scope),
        _ => expressions.Read(argument.Value, scope),
    };
}
