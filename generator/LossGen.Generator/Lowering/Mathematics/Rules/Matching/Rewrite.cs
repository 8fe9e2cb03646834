using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Rules.Matching;

/// <summary>
/// A rule as data: what a pattern matches becomes the result. A pattern that is a sum may match some terms of a sum, and be multiplied as a whole:
/// the pattern 1 − sigmoid(x) turns 2·k − 2·k·sigmoid(x) into 2·k·sigmoid(−x). A pattern that is a product may match some factors.
/// </summary>
internal sealed class Rewrite : Rule
{
    private readonly Expr pattern;
    private readonly Func<Match, IrType, Expr?> result;
    private readonly string resultText;

    /// <param name="pattern">The pattern.</param>
    /// <param name="result">What it becomes, with the wildcards of the pattern.</param>
    public Rewrite(Expr pattern, Expr result)
        : this(pattern, result.ToString(), (match, type) => match.Fill(result, type))
    {
        Result = result;
    }

    /// <param name="pattern">The pattern.</param>
    /// <param name="resultText">What it becomes, as mathematics.</param>
    /// <param name="result">Builds it, in the type of the whole; null if there is none.</param>
    public Rewrite(Expr pattern, string resultText, Func<Match, IrType, Expr?> result)
    {
        this.pattern = pattern;
        this.result = result;
        this.resultText = resultText;
        Examples = [pattern];
    }

    public override string Text => $"{pattern} → {resultText}";

    public override NodeSet Needs => Wildcards.NodesOf(pattern) | NeedsBesides;

    /// <summary>The nodes that the pattern does not contain, but the code that builds the result needs.</summary>
    public NodeSet NeedsBesides { get; set; } = NodeSet.None;

    public Expr Pattern => pattern;

    /// <summary>The result as a template; null if code builds it.</summary>
    public Expr? Result { get; }

    /// <summary>A further condition on the match.</summary>
    public Func<Match, bool>? Condition { get; set; }

    /// <summary>Whether the pattern has to be the whole expression: no other terms of a sum, no other factors of a product.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Whether it considers only the terms as written, not those of an expanded product with a sum.</summary>
    public bool IsForTermsAsWritten { get; set; }

    /// <summary>The same rule with its result multiplied by what a wildcard stands for.</summary>
    public Rewrite Times(Wildcard factor) => new(pattern, $"{factor}·({resultText})", (match, type) => result(match, type) is { } made ? match[factor] * made : null) { Condition = Condition, Purpose = Purpose, Examples = Examples };

    public override Expr? Apply(Expr expr) => (IsWhole ? null : pattern) switch
    {
        Apply { Op: Op.Add or Op.Subtract } => expr is Apply { Op: Op.Add or Op.Subtract } ? OfSum(expr) : null,
        Apply { Op: Op.Multiply or Op.Divide } => expr is Apply { Op: Op.Multiply or Op.Divide } ? OfProduct(expr) : null,
        _ => Matcher.Whole(pattern, expr, Match.None).Select(match => ResultOf(match, expr.Type)).FirstOrDefault(static found => found is not null),
    };

    private Expr? OfSum(Expr sum)
    {
        IReadOnlyList<Term> asWritten = Terms.Of(sum);
        return OfTerms(asWritten, sum.Type) ?? (!IsForTermsAsWritten && Terms.Expanded(sum) is { } expanded && expanded.Count > asWritten.Count ? OfTerms(expanded, sum.Type) : null);
    }

    private Expr? OfTerms(IReadOnlyList<Term> terms, IrType type) => terms.Count > Terms.Most ? null : SumMatch.Find(pattern, terms, Match.None, type)
        .Select(found => ResultOf(found.Match, type) is { } made ? found.Replaced(made) : null)
        .FirstOrDefault(static replaced => replaced is not null);

    private Expr? OfProduct(Expr product) => ProductMatch.Find(pattern, Factors.Of(product), Match.None)
        .Select(found => ResultOf(found.Match, product.Type) is { } made ? found.Replaced(made) : null)
        .FirstOrDefault(static replaced => replaced is not null);

    private Expr? ResultOf(Match match, IrType type) => Condition?.Invoke(match) == false ? null : result(match, type);
}
