using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;

namespace LossGen.Generator.Lowering.Mathematics;

/// <summary>
/// Treats derivatives with the same care as values: applies the rules for functions and those whose results are not to be differentiated (<see
/// cref="RuleBook.WithDerivatives"/>), then limits (<see cref="RuleBook.Limits"/>).
/// </summary>
internal static class KeepDigits
{
    public static Pass Pass { get; } = new(nameof(KeepDigits), "applies the same rules to derivatives, and takes the limit where a product of 0 and ∞ has one", Run)
    {
        Forbids = NodeSet.Derivatives,
    };

    private static readonly RuleEngine Digits = new(RuleBook.WithDerivatives);

    // Last: once its limit is taken, a product is no longer a factor to other rules.
    private static readonly RuleEngine Limits = new(RuleBook.Limits);

    public static LossKernel Run(LossKernel kernel) => kernel with { Body = kernel.Body.MapAllExpressions(static expr => Limits.Run(Digits.Run(expr))) };
}
