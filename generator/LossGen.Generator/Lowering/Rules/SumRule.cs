using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Rules;

/// <summary>A rule of as many terms as a sum happens to have, which no pattern says.</summary>
/// <param name="text">The identity, for documents and tests.</param>
/// <param name="needs">What has to be in the sum.</param>
/// <param name="apply">The better form of a sum with these terms; null where there is none.</param>
internal sealed class SumRule(string text, NodeSet needs, Func<IReadOnlyList<Term>, IrType, Expr?> apply) : Rule
{
    public override string Text { get; } = text;

    public override NodeSet Needs { get; } = needs;

    public override Expr? Apply(Expr expr)
    {
        if (expr is not Apply { Op: Op.Add or Op.Subtract })
        {
            return null;
        }

        IReadOnlyList<Term> asWritten = Terms.Of(expr);
        return asWritten.Count > Terms.Most ? null
            : apply(asWritten, expr.Type) ?? (Terms.Expanded(expr) is { } expanded && expanded.Count > asWritten.Count ? apply(expanded, expr.Type) : null);
    }
}
