using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads calls of static methods whose source is in the project, as the value that they return, with the arguments substituted for the parameters.</summary>
internal sealed class CallReader(FormulaReader formula, ExpressionReader expressions)
{
    private readonly TypeArguments types = new();

    /// <summary>The value of a call; null if a problem was found.</summary>
    public Expr? Read(IInvocationOperation call, FormulaScope scope)
    {
        // The compiler reports a type that does not exist.
        IMethodSymbol method = FormulaReader.Written(types.Called(call));
        if (formula.MentionsRefused(call) || method.Parameters.Select(static parameter => parameter.Type).Append(method.ReturnType).Any(static type => type.TypeKind == TypeKind.Error))
        {
            return null;
        }

        if (Obstacle(method) is { } reason)
        {
            formula.Problems.Refuse(call, reason);
            return null;
        }

        // A local function sees the variables around it as they are at the call.
        FormulaScope inner = method.MethodKind == MethodKind.LocalFunction ? scope : FormulaScope.Along(scope.Length);
        bool isWhole = true;

        // In an extension block, a method sees its receiver as the block's parameter.
        if (call.Instance is { } receiver)
        {
            Expr? extended = expressions.Read(receiver, scope);
            isWhole = extended is not null;
            inner = extended is null ? inner : inner.With(method.ContainingType.ExtensionParameter!, extended);
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (Argument(argument, scope) is { } value)
            {
                inner = inner.With(method.OriginalDefinition.Parameters[argument.Parameter!.Ordinal], value);
            }
            else
            {
                isWhole = false;
            }
        }

        return isWhole ? formula.Problems.Within(call, method, () => types.Within(method, () => formula.Body(method.OriginalDefinition, inner))) : null;
    }

    private Expr? Argument(IArgumentOperation argument, FormulaScope scope)
    {
        ITypeSymbol type = argument.Parameter!.Type;
        if (InputTypes.OfSpan(type) is not null)
        {
            return expressions.Span(argument.Value, scope);
        }

        if (!FormulaTypes.IsInteger(type))
        {
            return expressions.Read(argument.Value, scope);
        }

        return expressions.Integer(argument.Value, scope);
    }

    // Why a formula cannot call a method, and what to do instead.
    private string? Obstacle(IMethodSymbol method)
    {
        string name = method.Name;
        return method.MethodKind switch
        {
            MethodKind.DelegateInvoke => "what a delegate stands for is known at run time only, so call a static method by its name",
            MethodKind.Ordinary when !method.IsStatic && !ExtendsValue(method) => $"a formula calls static methods, and '{name}' is none: {(formula.Declaration(method) is null ? "compute its value before, and give it as an input or a parameter marked with [Parameter]" : "make it static")}",
            MethodKind.Ordinary or MethodKind.LocalFunction => ObstacleOfStatic(method),
            _ => "a formula calls static methods by their names",
        };
    }

    private static bool ExtendsValue(IMethodSymbol method) =>
        method.ContainingType is { IsExtension: true, ExtensionParameter: { RefKind: RefKind.None, Type: var type } } && FormulaTypes.Of(type) is not null;

    private string? ObstacleOfStatic(IMethodSymbol method)
    {
        string name = method.MethodKind == MethodKind.LocalFunction ? method.Name : method.ContainingType.Name + "." + method.Name;
        return
            formula.IsBeingRead(method.OriginalDefinition) ? "a method that calls itself, directly or through others, never ends in a formula: write its steps out"
            : method.IsAbstract ? $"'{name}' has no body, and no type argument that the formula knows has one"
            : method.ContainingType.IsGenericType ? $"'{name}' belongs to a generic type: move it to one that is not"
            : method.IsVararg || method.ReturnsByRef || method.ReturnsByRefReadonly || FormulaTypes.Of(method.OriginalDefinition.ReturnType) is null
                ? $"a method that a formula calls returns a float, a double or a bool by value, and '{name}' does not"
            : method.OriginalDefinition.Parameters.FirstOrDefault(static parameter => parameter.RefKind != RefKind.None || (FormulaTypes.Of(parameter.Type) is null && !FormulaTypes.IsInteger(parameter.Type) && InputTypes.OfSpan(parameter.Type) is null)) is { } parameter
                ? $"a method that a formula calls takes float, double, bool, an integer or a span by value, and the parameter '{parameter.Name}' of '{name}' is none of these"
            : formula.Declaration(method.OriginalDefinition) is null ? WithoutText(method, name)
            : null;
    }

    private string WithoutText(IMethodSymbol method, string name) => method.DeclaringSyntaxReferences.IsEmpty
        ? $"'{name}' is compiled already, but a formula is made of the text of what it calls: write it as a static method of '{formula.Type.Name}' or of another class of this project"
        : $"'{name}' has no body in this project: write one";
}
