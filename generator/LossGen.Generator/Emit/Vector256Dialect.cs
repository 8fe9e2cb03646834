using LossGen.Generator.Kernel;

namespace LossGen.Generator.Emit;

/// <summary>256 bits at a time, through the portable operations of <c>Vector256</c>, whose results do not depend on the machine.</summary>
internal sealed class Vector256Dialect : Dialect
{
    protected override IReadOnlyDictionary<Op, Func<Apply, OpText>> Table { get; } = new Dictionary<Op, Func<Apply, OpText>>
    {
        [Op.Add] = Fixed(OpText.Infix("+", Precedence.Additive)),
        [Op.Subtract] = Fixed(OpText.Infix("-", Precedence.Additive)),
        [Op.Multiply] = Fixed(OpText.Infix("*", Precedence.Multiplicative)),
        [Op.Divide] = Fixed(OpText.Infix("/", Precedence.Multiplicative)),
        [Op.Negate] = Fixed(OpText.Prefix("-")),
        [Op.FusedMultiplyAdd] = Fixed(OpText.Call("Vector256.FusedMultiplyAdd({0}, {1}, {2})")),
        [Op.Absolute] = Fixed(OpText.Call("Vector256.Abs({0})")),
        [Op.FastMaximum] = Fixed(OpText.Call("Vector256.MaxNative({0}, {1})")),
        [Op.Exp] = Fixed(OpText.Call("VectorMath.Exp({0})")),
        [Op.ExpNonPositive] = Fixed(OpText.Call("VectorMath.ExpNonPositive({0})")),
        [Op.Log] = Fixed(OpText.Call("VectorMath.Log({0})")),
        [Op.Log1P] = Fixed(OpText.Call("VectorMath.Log1P({0})")),
        [Op.Log1PNonNegative] = Fixed(OpText.Call("VectorMath.Log1PNonNegative({0})")),
        [Op.Equal] = static e => OpText.Call("Vector256.Equals({0}, {1})" + MaskCast(e.Arguments[0].Type.Scalar)),
        [Op.LessThan] = Fixed(OpText.Call("Vector256.LessThan({0}, {1})")),
        [Op.LessThanOrEqual] = Fixed(OpText.Call("Vector256.LessThanOrEqual({0}, {1})")),
        [Op.IsNumber] = Fixed(new OpText("~Vector256.IsNaN({0})", Precedence.Unary)),
        [Op.And] = Fixed(OpText.Infix("&", Precedence.And)),
        [Op.Select] = Fixed(OpText.Call("Vector256.ConditionalSelect({0}, {1}, {2})")),
        [Op.Broadcast] = Fixed(OpText.Call("Vector256.Create({0})")),
        [Op.WidenLower] = Fixed(OpText.Call("Vector256.WidenLower({0})")),
        [Op.WidenUpper] = Fixed(OpText.Call("Vector256.WidenUpper({0})")),
        [Op.Narrow] = Fixed(OpText.Call("Vector256.Narrow({0}, {1})")),
        [Op.SumHalves] = Fixed(OpText.Call("Lanes.SumHalves({0})")),
        [Op.LaneIndices] = static e => OpText.Call($"Vector256<{ScalarName(e.Type.Scalar)}>.Indices"),
    };

    public override string TypeName(IrType type) => $"Vector256<{ScalarName(type.Scalar)}>";

    public override string Constant(Constant constant) => constant.Value.Bits == 0
        ? TypeName(constant.Type) + ".Zero"
        : $"Vector256.Create({Literals.Of(constant.Value.Value, constant.Type.Scalar)})";

    public override string Load(string reference, string index) => $"Vector256.LoadUnsafe(ref {reference}, {index})";

    public override string Store(string reference, string index, string value) => $"{value}.StoreUnsafe(ref {reference}, {index});";

    // A mask is typed as the elements it selects.
    private static string MaskCast(ScalarType compared) => compared switch
    {
        ScalarType.Int32 => ".AsSingle()",
        ScalarType.Int64 => ".AsDouble()",
        _ => "",
    };
}
