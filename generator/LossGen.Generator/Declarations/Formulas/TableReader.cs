using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// Reads elements of tables: static readonly arrays, and static properties that return a span of numbers. At a known index the element is a number; at the index of a
/// loop, or a label, a choice among the first elements, one for each class.
/// </summary>
internal sealed class TableReader(FormulaReader formula, ExpressionReader expressions, FieldReader fields)
{
    // Each is compared with the index.
    private const int MostChoices = 16;

    /// <summary>Whether an operation is an element of a table.</summary>
    public static bool Concerns(IOperation operation) => Table(operation) is not null;

    /// <summary>The number of elements of a table, as its text says; null if an operation is not that.</summary>
    public static int? LengthOf(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property.Name: "Length", Instance: { } table } && Symbol(table) is { } symbol ? Written(symbol) switch
        {
            InitializerExpressionSyntax array => array.Expressions.Count,
            CollectionExpressionSyntax { Elements: var elements } when elements.All(static element => element is ExpressionElementSyntax) => elements.Count,
            ArrayCreationExpressionSyntax { Initializer: { } array } => array.Expressions.Count,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.Count,
            _ => null,
        }
        : null;

    /// <summary>The element; null if a problem was found, or C# itself has one.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="type">The type that the element becomes.</param>
    /// <param name="scope">What variables stand for.</param>
    public Expr? Read(IOperation operation, IrType type, FormulaScope scope)
    {
        (IOperation table, IOperation index) = Table(operation)!.Value;
        if (Elements(table, type) is not { } elements)
        {
            return null;
        }

        string name = Symbol(table)!.Name;
        long? fromEnd = index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat ? elements.Length - KnownIntegers.Of(hat.Operand, scope) : null;
        if ((fromEnd ?? KnownIntegers.Of(index, scope)) is { } known)
        {
            return known >= 0 && known < elements.Length ? elements[known] : Refuse(index, $"'{name}' has {InvariantText.Number(elements.Length)} elements, from 0 to {InvariantText.Number(elements.Length - 1)}");
        }

        if (IntegerReader.Read(index, scope) is not { } place || !IntegerReader.IsPlace(place))
        {
            return Refuse(index, "an element of a table is at a known index, at the index of a loop over the axis, or at a label");
        }

        if (elements.Length < scope.Length || scope.Length > MostChoices)
        {
            return Refuse(operation, scope.Length > MostChoices
                ? $"a table is read at indices that are known, or for up to {MostChoices} classes: take the numbers as a ReadOnlySpan<T> marked with [Parameter]"
                : $"'{name}' has {InvariantText.Number(elements.Length)} elements, but the axis has {InvariantText.Number(scope.Length)}");
        }

        return elements.Take(Math.Max(1, scope.Length)).Select(static (element, c) => (Element: element, Class: c)).Reverse()
            .Aggregate((Expr?)null, (rest, each) => rest is null ? each.Element : Truth.Select(IntegerReader.Compare(BinaryOperatorKind.Equals, place, KnownIntegers.Value(each.Class), type)!, each.Element, rest));
    }

    private static (IOperation Table, IOperation Index)? Table(IOperation operation) => operation switch
    {
        IArrayElementReferenceOperation { Indices: [var index], ArrayReference: var array } when Symbol(array) is not null => (array, index),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span, Arguments: [var argument] } when Symbol(span) is IPropertySymbol => (span, argument.Value),
        _ => null,
    };

    // The field or property that holds a table.
    private static ISymbol? Symbol(IOperation table) => table switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true, Type: IArrayTypeSymbol { Rank: 1, ElementType: var element } } field } when InputTypes.Of(element) is not null => field,
        IPropertyReferenceOperation { Property: { IsStatic: true, IsReadOnly: true } property } when InputTypes.OfSpan(property.Type) is not null => property,
        _ => null,
    };

    private static ExpressionSyntax? Written(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        VariableDeclaratorSyntax field => field.Initializer?.Value,
        PropertyDeclarationSyntax property => property.ExpressionBody?.Expression,
        _ => null,
    };

    private Constant[]? Elements(IOperation table, IrType type)
    {
        IOperation? initial = table is IFieldReferenceOperation field ? fields.Initializer(field) : Returned((IPropertyReferenceOperation)table);
        IEnumerable<IOperation>? values = initial is null ? null : Unconverted(initial) switch
        {
            IArrayCreationOperation { Initializer: { } array } => array.ElementValues,
            ICollectionExpressionOperation collection when !collection.Elements.Any(static element => element is ISpreadOperation) => collection.Elements,
            _ => null,
        };
        if (values is null)
        {
            if (initial is not null)
            {
                formula.Problems.Refuse(table, "a table is written as its numbers, as in static readonly float[] Nodes = [0.1f, 0.9f]");
            }

            return null;
        }

        Constant?[] elements = [.. values.Select(value => Element(table, value, type))];
        return elements.Any(static element => element is null) ? null : [.. elements.OfType<Constant>()];
    }

    private Constant? Element(IOperation table, IOperation value, IrType type)
    {
        Expr? read = KnownIntegers.Of(value, FormulaScope.Empty) is { } whole ? new Constant(whole, type)
            : formula.Problems.Within(table, Symbol(table)!, () => expressions.Read(value, FormulaScope.Empty)) is { } number ? number.ConvertedTo(type.Scalar) : null;
        return read is null ? null : ConstantFolding.Fold(read);
    }

    private IOperation? Returned(IPropertyReferenceOperation table)
    {
        PropertyDeclarationSyntax? declaration = formula.Sources.Declaration<PropertyDeclarationSyntax>(table.Property, static property => property.ExpressionBody is not null, formula.Cancellation);
        if (declaration is null)
        {
            formula.Problems.Refuse(table, $"'{table.Property.Name}' is no table of this project: write it as static ReadOnlySpan<float> {table.Property.Name} => [0.1f, 0.9f]");
            return null;
        }

        return formula.Sources.Operation(declaration.ExpressionBody!.Expression, formula.Cancellation);
    }

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;

    private Expr? Refuse(IOperation operation, string reason)
    {
        formula.Problems.Refuse(operation, reason);
        return null;
    }
}
