using static TorchSharp.torch;

namespace LossGen;

/// <summary>A type of elements, in .NET and in torch.</summary>
/// <param name="Type">The type in .NET.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Torch">The type of a tensor of the same elements; where torch has none, of one of the same size.</param>
/// <param name="TorchName">What torch calls it.</param>
/// <param name="IsInteger">Whether tensors of other integer types are converted to it, if every element fits.</param>
internal sealed record ElementKind(Type Type, int Size, ScalarType Torch, string TorchName, bool IsInteger)
{
    private static readonly ElementKind[] All =
    [
        new(typeof(float), sizeof(float), ScalarType.Float32, "float32", IsInteger: false),
        new(typeof(double), sizeof(double), ScalarType.Float64, "float64", IsInteger: false),
        new(typeof(bool), sizeof(bool), ScalarType.Bool, "@bool", IsInteger: false),
        new(typeof(byte), sizeof(byte), ScalarType.Byte, "uint8", IsInteger: true),
        new(typeof(sbyte), sizeof(sbyte), ScalarType.Int8, "int8", IsInteger: true),
        new(typeof(short), sizeof(short), ScalarType.Int16, "int16", IsInteger: true),
        new(typeof(ushort), sizeof(ushort), ScalarType.Int16, "int64", IsInteger: true),
        new(typeof(int), sizeof(int), ScalarType.Int32, "int32", IsInteger: true),
        new(typeof(uint), sizeof(uint), ScalarType.Int32, "int64", IsInteger: true),
        new(typeof(long), sizeof(long), ScalarType.Int64, "int64", IsInteger: true),
    ];

    /// <summary>What a tensor may be, in words.</summary>
    public string Wanted => IsInteger ? "integers" : Torch.ToString();

    /// <summary>Whether torch's type of this size means other numbers.</summary>
    public bool IsReinterpreted => Type == typeof(ushort) || Type == typeof(uint);

    public static ElementKind Of(Type type) => All.First(kind => kind.Type == type);

    /// <summary>Whether a tensor holds integers of a type that converts.</summary>
    public static bool IsIntegerTensor(ScalarType type) => type is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64;
}
