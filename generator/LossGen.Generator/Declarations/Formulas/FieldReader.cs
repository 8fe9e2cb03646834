using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// Reads static fields that keep their initial value: the initialiser's value, computed now. C# initialises the fields of a class in textual order, so
/// that a field's initialiser sees only those above it.
/// </summary>
internal sealed class FieldReader(FormulaReader formula)
{
    // The fields whose initialisers are being read, the innermost last.
    private readonly List<IFieldSymbol> reading = [];

    /// <summary>Whether an operation is a field that keeps its value.</summary>
    public static bool IsFixed(IOperation operation) => operation is IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } };

    /// <summary>Whether an operation is an integer field that keeps its value.</summary>
    public static bool IsFixedInteger(IOperation operation) => IsFixed(operation) && FormulaTypes.IsInteger(operation.Type);

    /// <summary>The value of a fixed field; null if a problem was found.</summary>
    /// <param name="reference">Where it is used.</param>
    /// <param name="read">Reads the initialiser.</param>
    public Constant? Read(IFieldReferenceOperation reference, Func<IOperation, Expr?> read)
    {
        IFieldSymbol field = reference.Field;
        if (Initializer(reference) is not { } initial)
        {
            return null;
        }

        reading.Add(field);
        Expr? value = formula.Problems.Within(reference, field, () => read(initial));
        reading.RemoveAt(reading.Count - 1);

        // An initialiser that is far too large need not be computed.
        return value is null || (formula.Effort.Checked(value) is var computed && formula.Effort.Excess is not null) ? null : ConstantFolding.Fold(computed);
    }

    /// <summary>What a fixed field is initialised with; null if a problem was found.</summary>
    public IOperation? Initializer(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;
        VariableDeclaratorSyntax? declaration = formula.Sources.Declaration<VariableDeclaratorSyntax>(field, static variable => variable.Initializer is not null, formula.Cancellation);
        if (Obstacle(field, declaration) is { } reason)
        {
            formula.Problems.Refuse(reference, reason);
            return null;
        }

        return (formula.Sources.Operation(declaration!.Initializer!, formula.Cancellation) as ISymbolInitializerOperation)?.Value;
    }

    private string? Obstacle(IFieldSymbol field, VariableDeclaratorSyntax? declaration)
    {
        string name = field.ContainingType.Name + "." + field.Name;
        return
            declaration is null ? field.DeclaringSyntaxReferences.IsEmpty
                ? $"the value of '{name}' is compiled already: write it as a const or static readonly field of this project"
                : $"'{name}' has no initialiser: give it one"
            : !SymbolEqualityComparer.Default.Equals(field, field.OriginalDefinition) ? $"'{name}' belongs to a generic type: move it to one that is not"
            : IsMentionedByConstructor(field) ? $"the static constructor of '{field.ContainingType.Name}' mentions '{field.Name}', and may change it: make it const, or move it to another class"
            : Order(field, declaration);
    }

    private string? Order(IFieldSymbol field, VariableDeclaratorSyntax declaration)
    {
        bool isWithinAnother = false;
        foreach (IFieldSymbol outer in reading.AsEnumerable().Reverse())
        {
            if (!SymbolEqualityComparer.Default.Equals(outer.ContainingType, field.ContainingType))
            {
                isWithinAnother = true;
            }
            else if (isWithinAnother)
            {
                return $"'{outer.ContainingType.Name}' and another class need each other's fields, and which of them has its values first is not certain: make '{field.Name}' const";
            }
            else if (SymbolEqualityComparer.Default.Equals(outer, field))
            {
                return $"the initialiser of '{field.Name}' uses '{field.Name}' itself: give it a value";
            }
            else if (!outer.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == declaration.SyntaxTree && reference.Span.Start > declaration.SpanStart))
            {
                return $"'{outer.Name}' is initialised before '{field.Name}', which then is still 0: declare '{field.Name}' above it in the same file, or make it const";
            }
        }

        return null;
    }

    private bool IsMentionedByConstructor(IFieldSymbol field) => field.ContainingType.StaticConstructors
        .SelectMany(static constructor => constructor.DeclaringSyntaxReferences)
        .Any(reference => reference.GetSyntax(formula.Cancellation).DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == field.Name));
}
