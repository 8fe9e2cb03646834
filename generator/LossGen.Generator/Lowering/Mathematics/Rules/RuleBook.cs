namespace LossGen.Generator.Lowering.Mathematics.Rules;

/// <summary>Every rule, in the order in which they are tried, by the pass that applies them.</summary>
internal static class RuleBook
{
    /// <summary>Of formulas, before derivatives are taken.</summary>
    public static IReadOnlyList<Rule> Functions { get; } = [.. CancellationRules.All, .. LogarithmRules.All, .. ExponentialRules.All, .. SigmoidRules.All, .. RootRules.All];

    /// <summary>Of formulas and their derivatives.</summary>
    public static IReadOnlyList<Rule> WithDerivatives { get; } = [.. Functions, .. DifferenceRules.All];

    /// <summary>Of both, once nothing else applies.</summary>
    public static IReadOnlyList<Rule> Limits { get; } = LimitRules.All;
}
