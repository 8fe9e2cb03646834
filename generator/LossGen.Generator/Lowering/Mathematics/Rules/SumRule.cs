using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;

namespace LossGen.Generator.Lowering.Mathematics.Rules;

/// <summary>A rule for any number of terms of a sum, which no pattern can express.</summary>
/// <param name="text">The identity, for documents and tests.</param>
/// <param name="needs">The nodes that the sum must contain.</param>
/// <param name="apply">The better form of a sum with these terms; null if there is none.</param>
internal sealed class SumRule(string text, NodeSet needs, Func<IReadOnlyList<Term>, IrType, Expr?> apply) : Rule
{
    public override string Text { get; } = text;

    public override NodeSet Needs { get; } = needs;

    /// <summary>Whether it ignores the terms of an expanded product with a sum.</summary>
    public bool IsForTermsAsWritten { get; set; }

    public override Expr? Apply(Expr expr)
    {
        if (expr is not Apply { Op: Op.Add or Op.Subtract })
        {
            return null;
        }

        IReadOnlyList<Term> asWritten = Terms.Of(expr);
        return asWritten.Count > Terms.Most ? null
            : apply(asWritten, expr.Type) ?? ((IsForTermsAsWritten ? Terms.Opened(expr) : Terms.Expanded(expr)) is { } more && more.Count > asWritten.Count ? apply(more, expr.Type) : null);
    }
}
