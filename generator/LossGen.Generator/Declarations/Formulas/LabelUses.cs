using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// Tells labels, which say where an element is and are checked to be classes, from integers that are only compared or converted: those are numbers of a location,
/// and may be any.
/// </summary>
internal sealed class LabelUses
{
    private readonly IrType element;

    // The integers that are no labels, as the numbers that they are.
    private readonly Dictionary<string, Variable> numbers;

    private LabelUses(FormulaSignature signature, Func<LossInput, bool> isLabel)
    {
        element = signature.Result;
        Inputs = signature.Inputs.Select(input => input.Kind == InputKind.Labels && !isLabel(input) ? input with { Kind = InputKind.Numbers } : input).ToEquatableArray();
        numbers = Inputs.Where(static input => input is { Kind: InputKind.Numbers, Type: not null })
            .ToDictionary(static input => input.Name, static input => new Variable(input.Name, IrType.Of(input.Type!.Value)));
    }

    /// <summary>The inputs, each with what it holds.</summary>
    public EquatableArray<LossInput> Inputs { get; }

    /// <summary>The uses in a formula: it has an element at a label.</summary>
    public static LabelUses In(EquatableArray<FormulaCase> cases, FormulaSignature signature) =>
        new(signature, label => cases.SelectMany(static each => each.Summands).SelectMany(static summand => summand.Nodes(NodeSet.Elements)).Any(part => ((Element)part).Class is Label index && index.Tensor.Name == label.Name));

    /// <summary>The uses as far as the text of a method says: a label stands in brackets or is an argument.</summary>
    public static LabelUses In(IMethodSymbol method, FormulaSignature signature, CancellationToken cancellation)
    {
        HashSet<string> arguments = new(
            method.DeclaringSyntaxReferences
                .SelectMany(reference => reference.GetSyntax(cancellation).DescendantNodes())
                .Select(static node => ((node as ArgumentSyntax)?.Expression as IdentifierNameSyntax)?.Identifier.ValueText)
                .OfType<string>(),
            StringComparer.Ordinal);
        return new(signature, label => arguments.Contains(label.Name));
    }

    /// <summary>The formula with numbers for what are no labels.</summary>
    public Expr Resolved(Expr expr) => expr switch
    {
        Apply { Op: Op.Convert } conversion when IsNumber(conversion.Arguments[0]) => IntegerReader.Number(Held(conversion.Arguments[0]), conversion.Type),
        Apply { Op: Op.Equal or Op.LessThan } comparison when comparison.Arguments.Any(IsNumber) => Compared(comparison.Op, Held(comparison.Arguments[0]), Held(comparison.Arguments[1])),
        _ => expr.MapChildren(Resolved),
    };

    private Expr Compared(Op op, Expr left, Expr right)
    {
        IrType type = IntegerReader.Common(left, right, element);
        return FormulaOperators.Comparison(op, IntegerReader.Number(left, type), IntegerReader.Number(right, type));
    }

    private bool IsNumber(Expr integer) => integer is Label label && numbers.ContainsKey(label.Tensor.Name);

    private Expr Held(Expr integer) => IsNumber(integer) ? numbers[((Label)integer).Tensor.Name] : integer;
}
