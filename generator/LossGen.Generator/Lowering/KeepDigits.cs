using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Rules;

namespace LossGen.Generator.Lowering;

/// <summary>Gives derivatives the care that values had: the rules for functions, those of which no derivative is to be taken, and limits (<see cref="RuleBook.WithDerivatives"/>).</summary>
internal static class KeepDigits
{
    private static readonly RuleEngine Engine = new(RuleBook.WithDerivatives);

    public static LossKernel Run(LossKernel kernel) => kernel with { Body = kernel.Body.MapAllExpressions(Engine.Run) };
}
