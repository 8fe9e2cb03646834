using System.Globalization;
using System.Text.RegularExpressions;

namespace LossGen.Explain.MachineCode;

/// <summary>One instruction of x64, as the runtime prints it.</summary>
internal sealed partial class Instruction
{
    private readonly Match memory;

    private Instruction(string mnemonic, string operands)
    {
        Mnemonic = mnemonic;
        memory = Memory().Match(operands);
        Kind = IsZeroing(mnemonic, operands) ? InstructionKind.Move : InstructionTable.KindOf(mnemonic);
        bool touches = memory.Success && !NoAccess().IsMatch(mnemonic);
        bool isFirst = touches && memory.Index == 0;
        IsStore = isFirst && !OnlyReads().IsMatch(mnemonic);
        IsLoad = touches && (!isFirst || OnlyReads().IsMatch(mnemonic) || Kind == InstructionKind.Other);
        IsOnStack = touches && memory.Groups["address"].Value is "rsp" or "rbp";
    }

    public string Mnemonic { get; }

    public InstructionKind Kind { get; }

    /// <summary>Whether it reads memory, alone or as an operand.</summary>
    public bool IsLoad { get; }

    public bool IsStore { get; }

    /// <summary>Whether the memory is a value on the stack.</summary>
    public bool IsOnStack { get; }

    /// <summary>Whether it does nothing but read memory: a broadcast of what it reads is no work for a shuffle.</summary>
    public bool IsOnlyLoad => IsLoad && (Kind == InstructionKind.Move || Broadcast().IsMatch(Mnemonic));

    /// <summary>The array in which it reads or writes a vector: registers and their factors, without the distance from them; null if there is none.</summary>
    public string? Array => (IsLoad || IsStore) && !IsOnStack && Bytes > 0 && memory.Groups["address"].Value is var address && !address.StartsWith("reloc", StringComparison.Ordinal) ? address : null;

    /// <summary>The distance from those registers.</summary>
    public string Distance => memory.Groups["distance"].Value;

    /// <summary>The bytes of the vector in memory; 0 if it is none.</summary>
    public int Bytes => memory.Groups["size"].Value switch { "xmmword" => 16, "ymmword" => 32, "zmmword" => 64, _ => 0 };

    /// <summary>The bytes of one number of the array: an index's factor; without one a float's.</summary>
    public int BytesOfNumber => Factor().Match(memory.Groups["address"].Value) is { Success: true } factor
        ? int.Parse(factor.ValueSpan[..1], CultureInfo.InvariantCulture)
        : sizeof(float);

    /// <summary>The instruction in a line; null if there is none.</summary>
    public static Instruction? Parse(string line) =>
        AssemblyListing.IsInstruction(line) && Parts().Match(line) is { Success: true } parts ? new Instruction(parts.Groups["mnemonic"].Value, parts.Groups["operands"].Value) : null;

    // Needs no unit: renaming gives the register a zero.
    private static bool IsZeroing(string mnemonic, string operands) =>
        Zeroing().IsMatch(mnemonic) && operands.Split(", ") is var registers && registers[^1] == registers[^2] && registers[^1].EndsWith(registers[0][1..], StringComparison.Ordinal);

    [GeneratedRegex(@"^\s+(?<mnemonic>[a-z][a-z0-9.]*)\s*(?<operands>.*?)\s*$")]
    private static partial Regex Parts();

    [GeneratedRegex(@"(?<size>[a-z]+) ptr \[(?<address>[^\]]*?)(?<distance>[+-]0x[0-9A-Fa-f]+)?\]|\[(?<address>[^\]]*)\]")]
    private static partial Regex Memory();

    [GeneratedRegex(@"^(lea|call|jmp|tail\.jmp|nop|prefetch[a-z0-9]+)$")]
    private static partial Regex NoAccess();

    [GeneratedRegex("^(cmp|test|bt|v?u?comis[sd])$")]
    private static partial Regex OnlyReads();

    [GeneratedRegex("broadcast")]
    private static partial Regex Broadcast();

    [GeneratedRegex(@"[248](?=\*)")]
    private static partial Regex Factor();

    [GeneratedRegex("^(v?xorp[sd]|v?pxor[dq]?)$")]
    private static partial Regex Zeroing();
}
