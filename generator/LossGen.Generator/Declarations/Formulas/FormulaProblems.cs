using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// Says what in a formula has no meaning in a kernel, at the very expression: once, though a statement may be read on several ways through the method and a method for
/// each of its calls, and not where C# itself reports an error.
/// </summary>
internal sealed class FormulaProblems(SemanticModel model, ProblemList problems, CancellationToken cancellation)
{
    private const int LongestExcerpt = 40;

    /// <summary>What a formula is made of.</summary>
    public const string Allowed =
        "a formula is made of arithmetic, comparisons, &&, ||, !, conditions (?:, if with assignments or returns, switch expressions over comparisons), local variables, constants, "
        + "mathematical functions and calls of static methods of the class";

    private readonly HashSet<SyntaxNode> refused = [];
    private readonly Dictionary<MemberDeclarationSyntax, TextSpan[]> errors = [];

    /// <summary>Reports what is not allowed, and why.</summary>
    public void Refuse(IOperation operation, string reason) => Refuse(operation.Syntax, operation.Syntax.GetLocation(), reason);

    /// <summary>Reports what is nothing that a formula is made of.</summary>
    public void Refuse(IOperation operation) => Refuse(operation, Allowed);

    /// <summary>Reports a method that cannot be read at all, at its name.</summary>
    public void Refuse(IMethodSymbol method, string reason) => Refuse(method.DeclaringSyntaxReferences[0].GetSyntax(cancellation), method.Locations[0], reason);

    /// <summary>Reports a formula with more operations than one kernel should have.</summary>
    public void RefuseSize(IMethodSymbol method, string excess) => problems.Add(Descriptors.FormulaTooLarge, method.Locations[0], method.Name, excess);

    private void Refuse(SyntaxNode syntax, Location place, string reason)
    {
        if (refused.Add(syntax) && !HasError(syntax))
        {
            problems.Add(Descriptors.NotInFormula, place, Excerpt(place), reason);
        }
    }

    // Whether C# has an error in the statement, or outside of the body, where what is wrong with its ways out is reported.
    private bool HasError(SyntaxNode syntax)
    {
        if (syntax.SyntaxTree != model.SyntaxTree || syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
        {
            return false;
        }

        if (!errors.TryGetValue(member, out TextSpan[]? spans))
        {
            spans =
            [
                .. model.GetDiagnostics(member.FullSpan, cancellation)
                    .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                    .Select(static diagnostic => diagnostic.Location.SourceSpan),
            ];
            errors[member] = spans;
        }

        TextSpan statement = (syntax.FirstAncestorOrSelf<StatementSyntax>() ?? syntax.FirstAncestorOrSelf<ArrowExpressionClauseSyntax>() ?? syntax).FullSpan;
        TextSpan body = member is MethodDeclarationSyntax method ? ((SyntaxNode?)method.Body ?? method.ExpressionBody ?? syntax).FullSpan : statement;
        return Array.Exists(spans, error => error.IntersectsWith(statement) || !error.IntersectsWith(body));
    }

    // The first line, as far as it is short.
    private static string Excerpt(Location place)
    {
        string text = place.SourceTree!.GetText().ToString(place.SourceSpan).Split('\r', '\n')[0].Trim();
        return text.Length <= LongestExcerpt ? text : text.Substring(0, LongestExcerpt) + "…";
    }
}
