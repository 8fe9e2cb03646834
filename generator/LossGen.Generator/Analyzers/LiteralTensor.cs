using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Analyzers;

/// <summary>One element of a literal tensor.</summary>
/// <param name="Syntax">Its syntax.</param>
/// <param name="Constant">The value; null if it is not constant.</param>
internal sealed record LiteralElement(SyntaxNode Syntax, object? Constant)
{
    /// <summary>The value as a number; null if it is not one.</summary>
    public double? Number => Constant is float or double ? Convert.ToDouble(Constant, CultureInfo.InvariantCulture) : Integer;

    /// <summary>The value, printed as its own type: 0.1 as a float has fewer digits than as a double.</summary>
    public string Text => Constant is float single ? single.ToString("R", CultureInfo.InvariantCulture) : Convert.ToString(Constant, CultureInfo.InvariantCulture);

    /// <summary>The value as an integer; null if it is not one.</summary>
    public long? Integer => Constant is sbyte or byte or short or ushort or int or uint or long ? Convert.ToInt64(Constant, CultureInfo.InvariantCulture) : null;
}

/// <summary>An array creation, collection expression or stackalloc whose length is known.</summary>
/// <param name="Length">The number of elements.</param>
/// <param name="Elements">The elements; empty if they are not written in the source, or may have changed since.</param>
/// <param name="IsArgument">Whether the elements are in the argument itself, not in the declaration of a local that is passed.</param>
internal sealed record LiteralTensor(int Length, ImmutableArray<LiteralElement> Elements, bool IsArgument)
{
    /// <summary>
    /// Reads an argument, or the initializer of a local that is passed and never assigned anything else. Spreads, ranges,
    /// fields, and locals that are assigned twice are ignored.
    /// </summary>
    public static LiteralTensor? Read(LossArgument? argument)
    {
        if (argument is null)
        {
            return null;
        }

        IOperation source = argument.Source;
        if (ReadExpression(source) is { } written)
        {
            return written;
        }

        if (source is not ILocalReferenceOperation local || VariableUses.OnlyValue(local) is not { } value || ReadExpression(SpanSource.Of(value)) is not { } initial)
        {
            return null;
        }

        return initial with { IsArgument = false, Elements = VariableUses.AreElementsOnlyRead(local) ? initial.Elements : [] };
    }

    /// <summary>Where an element is to be reported: at the element itself, or at the local that holds it.</summary>
    public Location Place(int index, LossArgument argument) => IsArgument ? Elements[index].Syntax.GetLocation() : argument.Location;

    private static LiteralTensor? ReadExpression(IOperation expression) => expression switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var values } => Of(values),
        IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: int length and >= 0 } }] } => new LiteralTensor(length, [], true),
        ICollectionExpressionOperation { Elements: var values } when !values.Any(static value => value is ISpreadOperation) => Of(values),
        _ => ReadStackAllocation(expression),
    };

    private static LiteralTensor Of(ImmutableArray<IOperation> values) => new(
        values.Length,
        [.. values.Select(static value => new LiteralElement(value.Syntax, value.ConstantValue is { HasValue: true } constant ? constant.Value : null))],
        true);

    // There is no operation for stackalloc.
    private static LiteralTensor? ReadStackAllocation(IOperation expression) => (expression.Syntax, expression.SemanticModel) switch
    {
        (ImplicitStackAllocArrayCreationExpressionSyntax { Initializer: var initializer }, { } model) => Of(initializer, model),
        (StackAllocArrayCreationExpressionSyntax { Initializer: { } initializer }, { } model) => Of(initializer, model),
        (StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax { RankSpecifiers: [{ Sizes: [var size] }] } }, { } model)
            when model.GetConstantValue(size) is { HasValue: true, Value: int length and >= 0 } => new LiteralTensor(length, [], true),
        _ => null,
    };

    private static LiteralTensor Of(InitializerExpressionSyntax initializer, SemanticModel model) => new(
        initializer.Expressions.Count,
        [.. initializer.Expressions.Select(element => new LiteralElement(element, model.GetConstantValue(element) is { HasValue: true } constant ? constant.Value : null))],
        true);
}
