using LossGen.Benchmarks.MachineCode;
using LossGen.Benchmarks.Quick;
using LossGen.Explain.MachineCode;
using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>What the kernels need by their instructions.</summary>
internal static class InstructionTables
{
    private static int SlotsOfInstruction => MultiplyAdd.Bits / (8 * sizeof(float));

    public static TextTable Loops(IReadOnlyList<KernelLoop> loops) => new(
        "In the cache: instructions of each loop",
        "The innermost loops with vectors, in the machine code of the kernels of the rows above and of what they call: instructions per step. An instruction that computes with an operand in "
        + "memory counts as what it computes and as a load, so the columns can add up to more than all. Copies are between registers, and zeros; others are addresses, counters, jumps and calls; "
        + "on the stack are the loads and stores of spilled values. Numbers are the neighbours in one array that a step handles: elements where a loop goes through them, locations where it goes through "
        + $"those. Slots are what the arithmetic alone takes per number, {SlotsOfInstruction} an instruction, where all of it needs the units of multiply-adds; a processor with further units for additions and logic can "
        + "take fewer. Neither is known of what kernels call, nor of loops that read no vectors. What is outside innermost loops is not counted.",
        ["Method and loop", "numbers", "slots", "instructions", "arithmetic", "loads", "stores", "shuffles", "divisions and roots", "copies", "others", "on the stack", "in no table"],
        [.. loops.Select(static loop => Cells(loop, loop.Step))]);

    private static string[] Cells(KernelLoop loop, LoopInstructions step) =>
    [
        $"{loop.Method} {loop.Label}",
        HasNumbers(loop) ? Number(step.Numbers) : RowTables.Nothing,
        HasNumbers(loop) ? Invariant($"{(double)step.Arithmetic * SlotsOfInstruction / step.Numbers:F1}") : RowTables.Nothing,
        Number(step.All),
        Number(step.Arithmetic),
        Number(step.Loads),
        Number(step.Stores),
        Number(step.Shuffles),
        Number(step.Divisions),
        Number(step.Copies),
        Number(step.Others),
        Number(step.OnStack),
        step.Unknown.Count == 0 ? RowTables.Nothing : string.Join(", ", step.Unknown),
    ];

    // A transposition goes through several arrays at once.
    private static bool HasNumbers(KernelLoop loop) => loop.IsOfKernel && loop.Step.Numbers > 0;

    private static string Number(int count) => Invariant($"{count}");
}
