using System.Collections.Immutable;
using LossGen.Generator.Declarations.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>
/// Keeps other rules from reporting a formula as unused because nothing calls it: the generator reads it. The members of its class that it uses are used as well. A tool that
/// removes unused members would remove the loss.
/// </summary>
/// <remarks>Not for parameters of methods that a formula calls: these can be removed if unused.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FormulaSuppressor : DiagnosticSuppressor
{
    private static readonly ImmutableDictionary<string, SuppressionDescriptor> Members = Suppressions(
        "LGS0001",
        "The generator compiles the formula, and what it uses.",
        "IDE0051", "IDE0052", "CA1811", "CA1823", "CS0169", "CS0414", "S1144", "S4487", "RCS1213");

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> Parameters = Suppressions(
        "LGS0002",
        "The parameters of a formula are the inputs of the loss.",
        "IDE0060", "CA1801", "S1172", "RCS1163");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
        [.. Members.Values.Concat(Parameters.Values).OrderBy(static suppression => suppression.SuppressedDiagnosticId, StringComparer.Ordinal)];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is var node
                && (Parameters.TryGetValue(diagnostic.Id, out SuppressionDescriptor? suppression)
                    ? IsOfFormula(node, context)
                    : Members.TryGetValue(diagnostic.Id, out suppression) && IsUsedByFormula(node, context)))
            {
                context.ReportSuppression(Suppression.Create(suppression, diagnostic));
            }
        }
    }

    private static bool IsOfFormula(SyntaxNode node, SuppressionAnalysisContext context) =>
        Declared(node.FirstAncestorOrSelf<ParameterSyntax>(), context) is { ContainingSymbol: IMethodSymbol method } && FormulaParser.IsFormula(method);

    private static bool IsUsedByFormula(SyntaxNode node, SuppressionAnalysisContext context) =>
        Declared((SyntaxNode?)node.FirstAncestorOrSelf<VariableDeclaratorSyntax>() ?? node.FirstAncestorOrSelf<MemberDeclarationSyntax>(), context) is { ContainingType: { } type } member
        && FormulaParser.Formulas(type).Any(formula => Used(formula, context).Contains(member));

    private static ISymbol? Declared(SyntaxNode? node, SuppressionAnalysisContext context) =>
        node is null ? null : context.GetSemanticModel(node.SyntaxTree).GetDeclaredSymbol(node, context.CancellationToken);

    // The formula, and every member of its class that it mentions, directly or through another.
    private static HashSet<ISymbol> Used(IMethodSymbol formula, SuppressionAnalysisContext context)
    {
        var used = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { formula };
        var open = new Queue<ISymbol>(used);
        while (open.Count > 0)
        {
            foreach (SyntaxReference reference in open.Dequeue().DeclaringSyntaxReferences)
            {
                SemanticModel model = context.GetSemanticModel(reference.SyntaxTree);
                foreach (SimpleNameSyntax name in reference.GetSyntax(context.CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
                {
                    if (model.GetSymbolInfo(name, context.CancellationToken).Symbol?.OriginalDefinition is { } symbol
                        && SymbolEqualityComparer.Default.Equals(symbol.ContainingType, formula.ContainingType)
                        && used.Add(symbol))
                    {
                        open.Enqueue(symbol);
                    }
                }
            }
        }

        return used;
    }

    private static ImmutableDictionary<string, SuppressionDescriptor> Suppressions(string id, string justification, params string[] suppressed) =>
        suppressed.ToImmutableDictionary(static rule => rule, rule => new SuppressionDescriptor(id, rule, justification), StringComparer.Ordinal);
}
