using static LossGen.Generator.Kernel.Expr;
using static LossGen.Generator.Lowering.Rules.Wildcards;

namespace LossGen.Generator.Lowering.Rules;

/// <summary>Differences that are small where a is near 1, where only the exact difference a − 1 is. Derivatives are taken of the forms on the left, which are simpler.</summary>
internal static class DifferenceRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rewrite(Square(X) - One, (X - One) * (X + One)) { IsWhole = true, Gains = [[1.0000001]] },
        new Rewrite(X - (One / X), (X - One) * (One + (One / X))) { IsWhole = true, Gains = [[1.0000001]] },
    ];
}
