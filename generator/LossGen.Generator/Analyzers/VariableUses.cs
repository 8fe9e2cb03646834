using LossGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Analyzers;

/// <summary>What the body around a reference does with a variable.</summary>
internal static class VariableUses
{
    /// <summary>Every mention of a variable within an operation.</summary>
    public static IEnumerable<IOperation> In(IOperation operation, ISymbol variable) =>
        operation.DescendantsAndSelf().Where(use => SymbolEqualityComparer.Default.Equals(SpanSource.Variable(use), variable));

    /// <summary>Every mention of a variable in the body around an operation.</summary>
    public static IEnumerable<IOperation> Around(IOperation operation, ISymbol variable) => In(Body(operation), variable);

    /// <summary>The value of a local wherever it is read: its initializer, if nothing else is ever assigned to it.</summary>
    public static IOperation? OnlyValue(ILocalReferenceOperation reference)
    {
        IOperation body = Body(reference);
        IOperation? value = body.Descendants().OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, reference.Local))?.Initializer?.Value;
        return value is not null && reference.Local.RefKind == RefKind.None && !In(body, reference.Local).Any(IsWritten) ? value : null;
    }

    /// <summary>Whether the body never passes a local's elements to anything that could change them.</summary>
    public static bool AreElementsOnlyRead(ILocalReferenceOperation reference) => In(Body(reference), reference.Local).All(AreElementsOnlyRead);

    /// <summary>Whether one mention of a variable certainly leaves its elements unchanged.</summary>
    public static bool AreElementsOnlyRead(IOperation use)
    {
        IOperation value = use;
        while (!SystemTypes.IsReadOnlySpan(value.Type) && !TensorTypes.IsReadOnlyTensorSpan(value.Type))
        {
            switch (value.Parent)
            {
                case IConversionOperation conversion:
                    value = conversion;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { Arguments.Length: 1 } call } when SpanSource.IsAsSpan(call.TargetMethod):
                    value = call;
                    break;
                case IArrayElementReferenceOperation element when element.ArrayReference == value:
                    return !IsWritten(element);
                case IPropertyReferenceOperation property when property.Instance == value:
                    return property.Property.Name == "Length" || (property.Property.IsIndexer && !IsWritten(property));
                default:
                    return false;
            }
        }

        return !IsWritten(value);
    }

    // A member of a tuple may be on the left of a deconstruction, and a reference may be written through.
    private static bool IsWritten(IOperation target) => target.Syntax.Parent is RefExpressionSyntax || target.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == target,
        IIncrementOrDecrementOperation or ITupleOperation or IAddressOfOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        _ => false,
    };

    private static IOperation Body(IOperation operation) => operation.Parent is { } parent ? Body(parent) : operation;
}
