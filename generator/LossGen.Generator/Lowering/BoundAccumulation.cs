using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// A vector accumulator of a sum holds float32: it may take only so many terms before its lanes are combined in
/// float64. A loop that runs longer is cut into chunks, each with a sum of its own, and the chunks add up in float64.
/// </summary>
/// <remarks>
/// Also for float64: partial sums of chunks, then of blocks, keep the error of sixteen million terms within 1e-13 where one
/// running sum would not.
/// </remarks>
internal static class BoundAccumulation
{
    /// <summary>
    /// n terms of one sign lose at most n·2⁻²⁴ of their sum: 16 keep the value within 1e-6, half of what is promised.
    /// </summary>
    public const int TermsPerLane = 16;

    // A row's exponentials feed quotients, whose promise is 1e-5: 64 terms lose at most 4e-6.
    private const int TermsPerLaneOfARow = 64;

    public static LossKernel Run(LossKernel kernel)
    {
        Names names = Names.Of(kernel);
        return kernel with { Body = kernel.Body.MapBlocks(block => block.Select(statement => Cut(statement, kernel.Schedule!, names))) };
    }

    private static Stmt Cut(Stmt statement, Schedule schedule, Names names)
    {
        if (statement is not Loop loop || loop.Role != schedule.VectorLoop || !loop.Accumulators.Any(static a => a.Reduction.Widens))
        {
            return statement;
        }

        int chunk = (loop.Role == LoopRole.Classes ? TermsPerLaneOfARow : TermsPerLane) * schedule.Lanes * schedule.Unroll;
        if (loop is { From: Constant from, To: Constant to } && to.Value.Value - from.Value.Value <= chunk)
        {
            return statement;
        }

        Variable start = new(names.Fresh("chunk"), IrType.Index);
        Variable end = new(names.Fresh("chunkEnd"), IrType.Index);
        Expr limit = Expr.Of(Op.Minimum, start + Expr.Position(chunk), loop.To);
        List<Accumulator> partial = [.. loop.Accumulators.Select(a => new Accumulator(a.Result with { Name = names.Fresh("chunk" + Capitalised(a.Result.Name)) }, a.Reduction))];
        Loop inner = loop.Carrying(partial) with { From = start, To = end };
        IEnumerable<Stmt> adds = loop.Accumulators.Select((a, i) => new Accumulate(a.Result.Name, partial[i].Result));
        return new Loop(start, loop.From, loop.To, LoopRole.Chunks, loop.Accumulators, adds.Prepend(inner).Prepend(new Declare(end, limit)).ToEquatableArray(), Step: chunk);
    }

    private static string Capitalised(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
