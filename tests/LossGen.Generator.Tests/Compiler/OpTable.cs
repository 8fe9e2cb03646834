using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics;
using LossGen.Generator.Lowering.Mathematics.Derivatives;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>A table in which each op has a row, or the ways to print it, one of which each op needs.</summary>
/// <param name="Files">Where the rows are, below the repository's root.</param>
/// <param name="HasRow">Whether an op has one.</param>
internal sealed record OpTable(string[] Files, Func<Op, bool> HasRow)
{
    private const string Generator = "generator/LossGen.Generator/";

    public static OpTable[] All { get; } =
    [
        new([Generator + "Kernel/Operations.cs"], Operations.Contains),
        new([Generator + "Kernel/Evaluation.cs"], Evaluation.Contains),
        new([Generator + "Lowering/Mathematics/Derivatives/DerivativeTable.cs"], DerivativeTable.Contains),
        new(
            [Generator + "Emit/ScalarDialect.cs", Generator + "Emit/VectorDialect.cs", Generator + "Lowering/Mathematics/Legalise.cs"],
            static op => Prints(op, 1) || Prints(op, 4) || Legalise.Expands(op) || Differentiate.Pass.Eliminates.Overlaps(NodeSet.Of(op))),
    ];

    public static bool Prints(Op op, int lanes) => Dialect.IsPrintable(op, IrType.Double.WithLanes(lanes));

    public override string ToString() => string.Join(" or ", Files);
}
