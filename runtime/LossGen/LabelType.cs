namespace LossGen;

/// <summary>The integer type of class labels.</summary>
public enum LabelType
{
    /// <summary>32-bit signed (<see cref="int"/>).</summary>
    Int32,

    /// <summary>8-bit unsigned (<see cref="byte"/>), for up to 256 classes.</summary>
    Byte,

    /// <summary>16-bit unsigned (<see cref="ushort"/>), for up to 65,536 classes.</summary>
    UInt16,

    /// <summary>64-bit signed (<see cref="long"/>).</summary>
    Int64,
}
