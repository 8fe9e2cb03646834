using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Modules;
using LossGen.Benchmarks.Quick;
using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>The rows of losses in TorchSharp, and their targets.</summary>
public static class ModuleTables
{
    /// <summary>The title of a report that has no other rows.</summary>
    public const string Title = "Losses in TorchSharp";

    private const string Tunables = "GLIBC_TUNABLES";

    /// <summary>What the rows depend on besides the machine.</summary>
    public static (string Name, string Value) Memory => (
        Tunables, Environment.GetEnvironmentVariable(Tunables) ?? "not set: large tensors are mapped and unmapped at every step, and page faults may decide");

    public static TextTable All(IReadOnlyList<ModuleRow> rows) => new(
        "In TorchSharp: µs per call",
        "A softmax loss of LossGen in the place of torch's cross-entropy, with labels of 64 bits: as a module (`AsModule`), and as the start of the backward pass (`BackwardFrom`). A step is a linear layer of 32 inputs, the loss, "
        + "the backward pass and gradient descent. Every tensor that a call makes is released in it, and the value is read.",
        ["Row", "shape", ContenderCatalog.Torch.Name, ModuleRow.ModuleName, "LossGen is", ModuleRow.GraphlessName, "LossGen is", "target"],
        [
            .. rows.Select(static row => (string[])[
                row.Workload.Part.Title,
                row.Workload.Shape.ToString(),
                Microseconds(row.Torch),
                Microseconds(row.Module),
                Target.Times(row.Torch.RatioTo(row.Module)),
                Microseconds(row.Graphless),
                row.Graphless is null ? RowTables.Nothing : Target.Times(row.Torch.RatioTo(row.Graphless)),
                row.Workload.Goal is double goal ? Target.Times(goal) : RowTables.Nothing]),
        ]);

    /// <summary>The targets for which there are measurements.</summary>
    public static IEnumerable<Target> Targets(IReadOnlyList<ModuleRow> rows) =>
        from row in rows
        where row.Workload.Goal is not null
        let goal = row.Workload.Goal!.Value
        from target in Target.AtLeast(
            Invariant($"{goal}x as fast as {ContenderCatalog.Torch.Name} in TorchSharp, {row.Workload.Part.Title}, {row.Workload.Shape}"), goal, row.Ratios, Target.Times)
        select target;

    private static string Microseconds(Timing? timing) => timing is null ? RowTables.Nothing : Invariant($"{timing.Median / 1000:F1}");
}
