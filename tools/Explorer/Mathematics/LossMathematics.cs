using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Lowering;

namespace LossGen.Explorer.Mathematics;

/// <summary>What the compiler says of a loss, in the comment of the kernel that computes all of it.</summary>
/// <param name="Title">What the loss is called, and its shape.</param>
/// <param name="Factor">The factor of the sum, such as w/N.</param>
/// <param name="Counted">What the divisor counts; null if the sum is not divided.</param>
/// <param name="Weight">The number w.</param>
/// <param name="Formulas">What is summed.</param>
/// <param name="Definitions">The names that occur in it.</param>
/// <param name="Gradients">The derivatives.</param>
/// <param name="Weights">What ω is; empty if there are no weights.</param>
/// <param name="Schedule">How the kernel runs.</param>
internal sealed record LossMathematics(
    string Title,
    string Factor,
    string? Counted,
    double Weight,
    IReadOnlyList<MathLine> Formulas,
    IReadOnlyList<MathLine> Definitions,
    IReadOnlyList<MathLine> Gradients,
    string Weights,
    string Schedule)
{
    public static LossMathematics Of(LossSpec spec)
    {
        LossUnit unit = new LossCompiler(Dialect.IsPrintable).Compile(spec);
        KernelNotes notes = unit.EntryPoints[unit.EntryPoints.Count - 1].Notes;
        return new LossMathematics(
            $"{spec.Definition.Title} of shape {spec.Shape}",
            unit.Factor,
            unit.Divisor is var (symbol, counted) ? $"{symbol} is the number of {counted}" : null,
            spec.Weight.Value,
            [MathLine.Expression(notes.Formula)],
            [.. notes.Definitions.Select(MathLine.Equation)],
            [.. notes.Derivatives.Select(MathLine.Equation)],
            notes.Weights,
            notes.Schedule);
    }
}
