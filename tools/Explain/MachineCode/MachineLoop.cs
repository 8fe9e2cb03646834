using System.Text.RegularExpressions;

namespace LossGen.Explain.MachineCode;

/// <summary>A loop of a method, from the label that it jumps back to, to that jump.</summary>
/// <param name="First">The line of the label.</param>
/// <param name="Last">The line of the jump.</param>
/// <param name="Lines">Its lines.</param>
internal sealed partial record MachineLoop(int First, int Last, IReadOnlyList<string> Lines)
{
    public string Label => Lines[0].Split(':')[0];

    public int Instructions => Lines.Count(AssemblyListing.IsInstruction);

    /// <summary>The instructions with a vector wider than 128 bits, or on Arm any vector: scalars are in the 128-bit registers.</summary>
    public int VectorInstructions => Lines.Count(static line => AssemblyListing.IsInstruction(line) && VectorRegister().IsMatch(line));

    public int Calls => Lines.Count(static line => AssemblyListing.IsInstruction(line) && Call().IsMatch(line));

    /// <summary>The instructions that read or write the stack: spilled values.</summary>
    public int StackAccesses => Lines.Count(static line => AssemblyListing.IsInstruction(line) && Stack().IsMatch(line));

    public bool Holds(MachineLoop other) => this != other && First <= other.First && other.Last <= Last;

    [GeneratedRegex(@"\b[yz]mm\d+\b|\bv\d+\.\d*[bhsd]\b")]
    private static partial Regex VectorRegister();

    [GeneratedRegex(@"^\s+(call|blr?)\s")]
    private static partial Regex Call();

    [GeneratedRegex(@"\[(rsp|rbp|sp|fp)\b")]
    private static partial Regex Stack();
}
