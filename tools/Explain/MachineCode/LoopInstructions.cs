namespace LossGen.Explain.MachineCode;

/// <summary>What a step of a loop needs, by its instructions. One that computes with an operand in memory counts in both columns.</summary>
/// <param name="All">All instructions.</param>
/// <param name="Arithmetic">Those of <see cref="InstructionKind.Arithmetic"/>.</param>
/// <param name="Loads">Those that read memory.</param>
/// <param name="Stores">Those that write memory.</param>
/// <param name="Shuffles">Those that move lanes.</param>
/// <param name="Divisions">Divisions and roots.</param>
/// <param name="Copies">Copies between registers, and zeros.</param>
/// <param name="Others">The rest: addresses, counters, jumps, calls.</param>
/// <param name="OnStack">The loads and stores that are of values on the stack.</param>
/// <param name="Numbers">The neighbouring numbers of one array that a step reads or writes; 0 if it touches no array.</param>
/// <param name="Unknown">The names of those that are in no table, and in no other column.</param>
internal sealed record LoopInstructions(
    int All, int Arithmetic, int Loads, int Stores, int Shuffles, int Divisions, int Copies, int Others, int OnStack, int Numbers, IReadOnlyList<string> Unknown)
{
    public static LoopInstructions Of(MachineLoop loop)
    {
        Instruction[] all = [.. loop.Lines.Select(Instruction.Parse).OfType<Instruction>()];
        int Count(InstructionKind kind) => all.Count(instruction => instruction.Kind == kind && !instruction.IsOnlyLoad);
        return new LoopInstructions(
            all.Length,
            Count(InstructionKind.Arithmetic),
            all.Count(static instruction => instruction.IsLoad),
            all.Count(static instruction => instruction.IsStore),
            Count(InstructionKind.Shuffle),
            Count(InstructionKind.Division),
            all.Count(static instruction => instruction is { Kind: InstructionKind.Move, IsLoad: false, IsStore: false }),
            Count(InstructionKind.Other),
            all.Count(static instruction => instruction.IsOnStack),
            NumbersOf(all),
            [.. all.Where(static instruction => instruction.Kind == InstructionKind.Unknown).Select(static instruction => instruction.Mnemonic).Distinct()]);
    }

    // A step goes through each array once: what it touches at different distances from the same registers are the vectors of the step.
    private static int NumbersOf(IEnumerable<Instruction> instructions) =>
        (from instruction in instructions
         where instruction.Array is not null
         group instruction by instruction.Array into array
         select array.DistinctBy(static instruction => instruction.Distance).Sum(static instruction => instruction.Bytes / instruction.BytesOfNumber))
        .DefaultIfEmpty().Max();
}
