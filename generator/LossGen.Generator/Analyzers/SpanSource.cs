using LossGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Analyzers;

/// <summary>Finds the variable whose memory a span is.</summary>
internal static class SpanSource
{
    /// <summary>The expression without conversions to a span, or to one with a shape, and <c>AsSpan()</c>, which yield the same elements.</summary>
    public static IOperation Of(IOperation value) => value switch
    {
        IConversionOperation conversion when KeepsElements(conversion) => Of(conversion.Operand),
        IInvocationOperation { Arguments: [var array] } call when IsAsSpan(call.TargetMethod) => Of(array.Value),
        _ => value,
    };

    /// <summary>
    /// The variable that an expression is: a local, a parameter, or a field of this object or of a type. A field of another object,
    /// a property and an element may each differ the next time, and are ignored.
    /// </summary>
    public static ISymbol? Variable(IOperation expression) => expression switch
    {
        ILocalReferenceOperation { Local.RefKind: RefKind.None } reference => reference.Local,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } reference => reference.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field.RefKind: RefKind.None } reference => reference.Field,
        _ => null,
    };

    public static bool IsAsSpan(IMethodSymbol method) =>
        method is { Name: "AsSpan", ContainingType: { Name: "MemoryExtensions", ContainingNamespace: var name } } && SystemTypes.IsSystem(name);

    // A user's type may convert to any memory.
    private static bool KeepsElements(IConversionOperation conversion) =>
        conversion.OperatorMethod is not { } method || SystemTypes.IsSystem(method.ContainingNamespace) || TensorTypes.IsOfTensors(method.ContainingNamespace);
}
