using LossGen.Benchmarks.Quick;
using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>How much of the arithmetic peak the rows leave.</summary>
public static class SlotTables
{
    public static TextTable Slots(IReadOnlyList<Row> rows) => new(
        "In the cache: slots per element",
        $"A slot is one fused multiply-add of one float lane at the arithmetic peak, that of vectors of {MultiplyAdd.Bits} bits, which is timed in the same rounds: slots per element are "
        + "LossGen's time per element multiplied by that peak, so how many such operations an element could have had. They do not depend on the clock. "
        + "These are the rows that a second-level cache holds; those of ten elements include the call.",
        ["Workload", "kernel", "ns per element", "slots per element", "at most"],
        [
            .. from row in rows
               where row.Workload.IsCountedInSlots
               select (string[])[
                   row.Workload.ToString(),
                   row.Workload.Declaration([]).GetType().Name,
                   Invariant($"{row.NanosecondsPerElement(row.Subject):F3}"),
                   Invariant($"{row.SlotsPerElement:F1}"),
                   row.Workload.MostSlots is double most ? Invariant($"{most}") : RowTables.Nothing],
        ]);
}
