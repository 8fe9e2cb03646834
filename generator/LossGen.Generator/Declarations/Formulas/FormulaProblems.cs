using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// Reports what in a formula has no meaning in a kernel, or not the apparent one, at the very expression: once, though a statement may be read on several paths through the
/// method and a method for each of its calls, and not where C# itself reports an error. Code outside the class is not wrong in itself, and may be part of
/// many losses: for it, the place is the call, or the field, that led from the class to it.
/// </summary>
internal sealed class FormulaProblems(INamedTypeSymbol type, SourceModels sources, ProblemList problems, CancellationToken cancellation)
{
    private const int LongestExcerpt = 40;

    private readonly HashSet<(DiagnosticDescriptor, SyntaxNode)> reported = [];
    private readonly Dictionary<MemberDeclarationSyntax, TextSpan[]> errors = [];
    private (Location Place, ISymbol Member)? away;

    /// <summary>Reports what is not allowed, and why.</summary>
    public void Refuse(IOperation operation, string reason) => Report(Descriptors.NotInFormula, operation.Syntax, operation.Syntax.GetLocation(), reason);

    /// <summary>Reports an operation that a formula must not contain.</summary>
    public void Refuse(IOperation operation) => Refuse(operation, Refusals.Of(operation));

    /// <summary>Reports a method that cannot be read at all, at its name.</summary>
    public void Refuse(IMethodSymbol method, string reason) => Report(Descriptors.NotInFormula, method.DeclaringSyntaxReferences[0].GetSyntax(cancellation), method.Locations[0], reason);

    /// <summary>Reports something that is allowed, but most likely a mistake.</summary>
    public void Doubt(DiagnosticDescriptor descriptor, SyntaxNode syntax, string reason) => Report(descriptor, syntax, syntax.GetLocation(), reason);

    /// <summary>Reports something in a declaration that is allowed, but most likely a mistake, unless C# has an error that would explain it.</summary>
    public void Doubt(DiagnosticDescriptor descriptor, Location place, params object[] arguments)
    {
        if (!Errors(place.SourceTree!.GetRoot(cancellation).FindNode(place.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>()!).Any())
        {
            problems.Add(descriptor, place, arguments);
        }
    }

    /// <summary>Reports a formula with more operations than one kernel should have.</summary>
    public void RefuseSize(IMethodSymbol method, string excess) => problems.Add(Descriptors.FormulaTooLarge, method.Locations[0], method.Name, excess);

    /// <summary>Reads what a call or a field leads to.</summary>
    public T Within<T>(IOperation reference, ISymbol member, Func<T> read)
    {
        (Location, ISymbol)? before = away;
        away ??= IsOfClass(member) ? null : (reference.Syntax.GetLocation(), member);
        T value = read();
        away = before;
        return value;
    }

    private void Report(DiagnosticDescriptor descriptor, SyntaxNode syntax, Location place, string reason)
    {
        if (!reported.Add((descriptor, syntax)) || HasError(syntax))
        {
            return;
        }

        if (away is var (reference, member))
        {
            problems.Add(descriptor, reference, [place], $"'{Excerpt(place)}' in '{member.ContainingType.Name}.{member.Name}'", reason);
        }
        else
        {
            problems.Add(descriptor, place, [], $"'{Excerpt(place)}'", reason);
        }
    }

    private bool IsOfClass(ISymbol member)
    {
        for (INamedTypeSymbol? link = member.ContainingType; link is not null; link = link.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(link, type))
            {
                return true;
            }
        }

        return false;
    }

    // Whether C# has an error in the statement, or outside the body, where errors about its exits are reported.
    private bool HasError(SyntaxNode syntax)
    {
        if (syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
        {
            return false;
        }

        TextSpan[] spans = Errors(member);
        TextSpan statement = (syntax.FirstAncestorOrSelf<StatementSyntax>() ?? syntax.FirstAncestorOrSelf<ArrowExpressionClauseSyntax>() ?? syntax).FullSpan;
        TextSpan body = member is MethodDeclarationSyntax method ? ((SyntaxNode?)method.Body ?? method.ExpressionBody ?? syntax).FullSpan : statement;
        return Array.Exists(spans, error => error.IntersectsWith(statement) || !error.IntersectsWith(body));
    }

    // The places of C#'s errors in a member.
    private TextSpan[] Errors(MemberDeclarationSyntax member)
    {
        if (!errors.TryGetValue(member, out TextSpan[]? spans))
        {
            spans =
            [
                .. (sources.Of(member.SyntaxTree)?.GetDiagnostics(member.FullSpan, cancellation) ?? [])
                    .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                    .Select(static diagnostic => diagnostic.Location.SourceSpan),
            ];
            errors[member] = spans;
        }

        return spans;
    }

    // The first line, if it is short, or its beginning.
    private static string Excerpt(Location place)
    {
        string text = place.SourceTree!.GetText().ToString(place.SourceSpan).Split('\r', '\n')[0].Trim();
        return text.Length <= LongestExcerpt ? text : text.Substring(0, LongestExcerpt) + "…";
    }
}
