using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;
using static LossGen.Generator.Kernel.Expr;
using static LossGen.Generator.Lowering.Mathematics.Rules.Matching.Wildcards;

namespace LossGen.Generator.Lowering.Mathematics.Softmax;

/// <summary>Recognises log-sum-exp and softmax in formulas that compute them in loops, with or without the maximum subtracted.</summary>
internal static class LogSumExpRules
{
    private static readonly Expr SumOfExponentials = OverClasses.Sum(Exp(X));

    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rewrite(Log(SumOfExponentials), OverClasses.LogSumExp(X)),
        new Rewrite(Exp(X) / SumOfExponentials, Exp(X - OverClasses.LogSumExp(X))),
        new Rewrite(OverClasses.LogSumExp(X - Y) + Y, OverClasses.LogSumExp(X)) { Condition = static match => !match[Y].DependsOnClass() },
        new Rewrite(X - Y - OverClasses.LogSumExp(X - Y), X - OverClasses.LogSumExp(X)) { Condition = static match => !match[Y].DependsOnClass() },
    ];
}
