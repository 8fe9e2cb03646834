using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Rules;

/// <summary>An identity that gains digits, or range, in one direction.</summary>
internal abstract class Rule
{
    /// <summary>The identity as mathematics, for documents and tests.</summary>
    public abstract string Text { get; }

    /// <summary>What has to be in an expression for the rule to apply.</summary>
    public abstract NodeSet Needs { get; }

    /// <summary>Values of the wildcards, in the order x, y, z, c, at which the left side of the first example, or its derivative by x, loses digits or leaves the range and the right side does not.</summary>
    public IReadOnlyList<double[]> Gains { get; set; } = [];

    /// <summary>What it gains beside digits; null where digits say it all.</summary>
    public string? Purpose { get; set; }

    /// <summary>What it applies to; for a rule with a pattern that is the pattern, unless its result is made of more.</summary>
    public IReadOnlyList<Expr> Examples { get; set; } = [];

    /// <summary>The better form of the whole expression; null where the rule does not apply.</summary>
    public abstract Expr? Apply(Expr expr);
}
