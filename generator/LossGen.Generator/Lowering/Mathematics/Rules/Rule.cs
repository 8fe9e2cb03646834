using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Rules;

/// <summary>An identity that gains digits, or range, in one direction.</summary>
internal abstract class Rule
{
    /// <summary>The identity as mathematics, for documents and tests.</summary>
    public abstract string Text { get; }

    /// <summary>The nodes that an expression must contain for the rule to apply.</summary>
    public abstract NodeSet Needs { get; }

    /// <summary>
    /// Values of the wildcards, in the order x, y, z, c, at which the left side of the first example, or its derivative by x, loses digits or leaves
    /// the range and the right side does not.
    /// </summary>
    public IReadOnlyList<double[]> Gains { get; set; } = [];

    /// <summary>What it gains besides digits; null if digits are all it gains.</summary>
    public string? Purpose { get; set; }

    /// <summary>The expressions it applies to; for a rule with a pattern, the pattern, unless its result depends on more.</summary>
    public IReadOnlyList<Expr> Examples { get; set; } = [];

    /// <summary>The better form of the whole expression; null if the rule does not apply.</summary>
    public abstract Expr? Apply(Expr expr);
}
