using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;
using LossGen.Generator.Lowering.Mathematics.Softmax;

namespace LossGen.Generator.Lowering.Mathematics;

/// <summary>
/// Replaces combinations that lose digits or overflow by functions that do not (<see cref="RuleBook.Functions"/>), so that the functions' own
/// derivatives are taken as well.
/// </summary>
internal static class RecogniseFunctions
{
    public static Pass Pass { get; } = new(nameof(RecogniseFunctions), "replaces combinations that lose digits by functions that do not", Run);

    private static readonly RuleEngine Engine = new(RuleBook.Functions);
    private static readonly RuleEngine OverClasses = new(LogSumExpRules.All);

    public static LossKernel Run(LossKernel kernel) => kernel with { Body = kernel.Body.MapAllExpressions(Expression) };

    public static Expr Expression(Expr expr) => Engine.Run(OverClasses.Run(Simplify.Constants(expr))) is var better && OfMargin.Of(better) is { } ofMargin ? Engine.Run(ofMargin) : better;
}
