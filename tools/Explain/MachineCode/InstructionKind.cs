namespace LossGen.Explain.MachineCode;

/// <summary>What an instruction does, apart from memory that it reads or writes on the way.</summary>
internal enum InstructionKind
{
    /// <summary>It is not in the table.</summary>
    Unknown,

    /// <summary>Addition, multiplication, both fused, comparison, selection, logic, shift or conversion of floats or vectors.</summary>
    Arithmetic,

    /// <summary>It moves lanes of a vector.</summary>
    Shuffle,

    /// <summary>A division or a root.</summary>
    Division,

    /// <summary>It copies: to memory, from memory, or between registers.</summary>
    Move,

    /// <summary>Addresses, counters, jumps, calls, prefetching.</summary>
    Other,
}
