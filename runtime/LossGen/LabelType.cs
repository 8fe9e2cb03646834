namespace LossGen;

/// <summary>The type of class labels: one of integers, each the index of a class, or of truth values.</summary>
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

    /// <summary>8-bit signed (<see cref="sbyte"/>), for up to 128 classes; holds −1 and −100, the usual labels of what is ignored.</summary>
    SByte,

    /// <summary>16-bit signed (<see cref="short"/>), for up to 32,768 classes; holds −1 and −100, too.</summary>
    Int16,

    /// <summary>32-bit unsigned (<see cref="uint"/>).</summary>
    UInt32,

    /// <summary>
    /// A truth value (<see cref="bool"/>), for exactly two classes: false is class 0, true is class 1. Each is a class, so that no call checks them, and no label can be ignored.
    /// </summary>
    Boolean,
}
