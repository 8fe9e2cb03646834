namespace LossGen.Generator.Lowering.Mathematics.Rules;

/// <summary>Every rule, in the order in which they are tried, by the pass that applies them.</summary>
internal static class RuleBook
{
    /// <summary>For formulas, before differentiation.</summary>
    public static IReadOnlyList<Rule> Functions { get; } = [.. CancellationRules.All, .. LogarithmRules.All, .. ExponentialRules.All, .. SigmoidRules.All, .. RootRules.All];

    /// <summary>For formulas and their derivatives.</summary>
    public static IReadOnlyList<Rule> WithDerivatives { get; } = [.. Functions, .. DifferenceRules.All];

    /// <summary>For both, once nothing else applies.</summary>
    public static IReadOnlyList<Rule> Limits { get; } = LimitRules.All;
}
