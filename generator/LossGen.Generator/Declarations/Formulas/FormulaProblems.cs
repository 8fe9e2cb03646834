using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Says what in a formula has no meaning in a kernel, at the very expression.</summary>
internal sealed class FormulaProblems(ProblemList problems)
{
    private const int LongestExcerpt = 40;

    /// <summary>What a formula is made of.</summary>
    public const string Allowed =
        "a formula is made of arithmetic, comparisons, &&, ||, !, conditions (?:, if with assignments or returns, switch expressions over comparisons), local variables, constants, "
        + "mathematical functions and calls of static methods of the class";

    /// <summary>Reports what is not allowed, and why.</summary>
    public void Refuse(IOperation operation, string reason) => Refuse(operation.Syntax, reason);

    /// <summary>Reports what is not allowed, and why.</summary>
    public void Refuse(SyntaxNode syntax, string reason) =>
        problems.Add(Descriptors.NotInFormula, syntax.GetLocation(), Excerpt(syntax), reason);

    /// <summary>Reports what is nothing that a formula is made of.</summary>
    public void Refuse(IOperation operation) => Refuse(operation, Allowed);

    /// <summary>Reports a method with more operations than one kernel should have.</summary>
    public void RefuseSize(SyntaxNodeOrToken place, string method, int most) =>
        problems.Add(Descriptors.FormulaTooLarge, place.GetLocation()!, method, most);

    // The first line, as far as it is short.
    private static string Excerpt(SyntaxNode syntax)
    {
        string text = syntax.ToString().Split('\r', '\n')[0].Trim();
        return text.Length <= LongestExcerpt ? text : text.Substring(0, LongestExcerpt) + "…";
    }
}
