using LossGen.Generator.Model;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Kernel;

/// <summary>What one lane holds.</summary>
internal enum ScalarType
{
    Single,
    Double,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,

    /// <summary>A position in a tensor or a count of elements: <c>nuint</c>.</summary>
    Index,

    /// <summary>The result of a comparison; as a vector, a mask as wide as the compared elements.</summary>
    Boolean,
}

/// <summary>The type of an expression: a scalar, or a vector of <paramref name="Lanes"/> scalars.</summary>
internal readonly record struct IrType(ScalarType Scalar, int Lanes = 1)
{
    public static IrType Single => new(ScalarType.Single);

    public static IrType Double => new(ScalarType.Double);

    public static IrType Index => new(ScalarType.Index);

    public static IrType Boolean => new(ScalarType.Boolean);

    /// <summary>The type of what an input holds.</summary>
    public static IrType Of(NumberType type) => new(type switch
    {
        NumberType.Single => ScalarType.Single,
        NumberType.Double => ScalarType.Double,
        NumberType.SByte => ScalarType.SByte,
        NumberType.Byte => ScalarType.Byte,
        NumberType.Int16 => ScalarType.Int16,
        NumberType.UInt16 => ScalarType.UInt16,
        NumberType.UInt32 => ScalarType.UInt32,
        NumberType.Int64 => ScalarType.Int64,
        NumberType.Boolean => ScalarType.Boolean,
        _ => ScalarType.Int32,
    });

    public bool IsVector => Lanes > 1;

    /// <summary>The number of bits in a vector of it.</summary>
    public int Bits => Lanes * Scalar switch
    {
        ScalarType.Double or ScalarType.Int64 or ScalarType.Index => 64,
        ScalarType.Single or ScalarType.Int32 or ScalarType.UInt32 => 32,
        ScalarType.Int16 or ScalarType.UInt16 => 16,
        _ => 8,
    };

    public bool IsFloating => Scalar is ScalarType.Single or ScalarType.Double;

    /// <summary>The smallest floating-point number with all its digits.</summary>
    public double SmallestNormal => Scalar == ScalarType.Single ? 1.17549435E-38 : 2.2250738585072014E-308;

    // Written out because it is called at every node: the compiler's version would go through a comparer per member.
    public bool Equals(IrType other) => Scalar == other.Scalar && Lanes == other.Lanes;

    public override int GetHashCode() => ((int)Scalar * 397) + Lanes;

    public IrType WithLanes(int lanes) => this with { Lanes = lanes };

    public override string ToString()
    {
        string name = Scalar switch
        {
            ScalarType.Single => "f32",
            ScalarType.Double => "f64",
            ScalarType.SByte => "i8",
            ScalarType.Byte => "u8",
            ScalarType.Int16 => "i16",
            ScalarType.UInt16 => "u16",
            ScalarType.Int32 => "i32",
            ScalarType.UInt32 => "u32",
            ScalarType.Int64 => "i64",
            ScalarType.Index => "index",
            _ => "bool",
        };
        return IsVector ? name + "x" + Number(Lanes) : name;
    }
}
