using LossGen.Generator.Kernel;

namespace LossGen.Generator.Emit;

/// <summary>
/// Many positions at a time, through the portable operations of <c>Vector256</c> or <c>Vector512</c>, which have the same names and whose results do
/// not depend on the machine. Extension methods are called by the name of their class, so that a user's method of the same name changes nothing.
/// </summary>
internal sealed class VectorDialect(VectorWidth width) : Dialect
{
    private readonly string vector = NameOf(width);

    protected override IReadOnlyDictionary<Op, Func<Apply, OpText>> Table { get; } = TableOf(NameOf(width));

    private static Dictionary<Op, Func<Apply, OpText>> TableOf(string vector) => new()
    {
        [Op.Add] = Fixed(OpText.Infix("+", Precedence.Additive)),
        [Op.Subtract] = Fixed(OpText.Infix("-", Precedence.Additive)),
        [Op.Multiply] = Fixed(OpText.Infix("*", Precedence.Multiplicative)),
        [Op.Divide] = Fixed(OpText.Infix("/", Precedence.Multiplicative)),
        [Op.Negate] = Fixed(OpText.Prefix("-")),
        [Op.FusedMultiplyAdd] = Fixed(OpText.Call(vector + ".FusedMultiplyAdd({0}, {1}, {2})")),
        [Op.SquareRoot] = Fixed(OpText.Call(vector + ".Sqrt({0})")),
        [Op.Power] = Fixed(OpText.Call("VectorMath.Pow({0}, {1})")),
        [Op.PowerLessOne] = Fixed(OpText.Call("VectorMath.PowLessOne({0}, {1}, {2})")),
        [Op.Floor] = Fixed(OpText.Call(vector + ".Floor({0})")),
        [Op.Round] = Fixed(OpText.Call(vector + ".Round({0})")),
        [Op.Absolute] = Fixed(OpText.Call(vector + ".Abs({0})")),
        [Op.FastMinimum] = Fixed(OpText.Call(vector + ".MinNative({0}, {1})")),
        [Op.FastMaximum] = Fixed(OpText.Call(vector + ".MaxNative({0}, {1})")),
        [Op.Exp] = Fixed(OpText.Call("VectorMath.Exp({0})")),
        [Op.ExpNonPositive] = Fixed(OpText.Call("VectorMath.ExpNonPositive({0})")),
        [Op.ExpM1] = Fixed(OpText.Call("VectorMath.ExpM1({0})")),
        [Op.ExpRemainder] = Fixed(OpText.Call("VectorMath.ExpRemainder({0})")),
        [Op.Exp2] = Fixed(OpText.Call("VectorMath.Exp2({0})")),
        [Op.Log2] = Fixed(OpText.Call("VectorMath.Log2({0})")),
        [Op.Tanh] = Fixed(OpText.Call("VectorMath.Tanh({0})")),
        [Op.Sin] = Fixed(OpText.Call("VectorMath.Sin({0})")),
        [Op.Cos] = Fixed(OpText.Call("VectorMath.Cos({0})")),
        [Op.SineRemainder] = Fixed(OpText.Call("VectorMath.SineRemainder({0})")),
        [Op.OneMinusCosine] = Fixed(OpText.Call("VectorMath.OneMinusCosine({0})")),
        [Op.Hypotenuse] = Fixed(OpText.Call("VectorMath.Hypot({0}, {1})")),
        [Op.CubeRoot] = Fixed(OpText.Call("VectorMath.Cbrt({0})")),
        [Op.Log10] = Fixed(OpText.Call("VectorMath.Log10({0})")),
        [Op.LogToBase] = Fixed(OpText.Call("VectorMath.LogToBase({0}, {1})")),
        [Op.Log2P1] = Fixed(OpText.Call("VectorMath.Log2P1({0})")),
        [Op.Log10P1] = Fixed(OpText.Call("VectorMath.Log10P1({0})")),
        [Op.Tan] = Fixed(OpText.Call("VectorMath.Tan({0})")),
        [Op.Asin] = Fixed(OpText.Call("VectorMath.Asin({0})")),
        [Op.Acos] = Fixed(OpText.Call("VectorMath.Acos({0})")),
        [Op.Atan] = Fixed(OpText.Call("VectorMath.Atan({0})")),
        [Op.Atan2] = Fixed(OpText.Call("VectorMath.Atan2({0}, {1})")),
        [Op.Sinh] = Fixed(OpText.Call("VectorMath.Sinh({0})")),
        [Op.Cosh] = Fixed(OpText.Call("VectorMath.Cosh({0})")),
        [Op.Asinh] = Fixed(OpText.Call("VectorMath.Asinh({0})")),
        [Op.Acosh] = Fixed(OpText.Call("VectorMath.Acosh({0})")),
        [Op.Atanh] = Fixed(OpText.Call("VectorMath.Atanh({0})")),
        [Op.Erf] = Fixed(OpText.Call("VectorMath.Erf({0})")),
        [Op.Erfc] = Fixed(OpText.Call("VectorMath.Erfc({0})")),
        [Op.ErfSlope] = Fixed(OpText.Call("VectorMath.ErfSlope({0})")),
        [Op.NormalCdf] = Fixed(OpText.Call("VectorMath.NormalCdf({0})")),
        [Op.LogNormalCdf] = Fixed(OpText.Call("VectorMath.LogNormalCdf({0})")),
        [Op.NormalDensity] = Fixed(OpText.Call("VectorMath.NormalDensity({0})")),
        [Op.InverseMillsRatio] = Fixed(OpText.Call("VectorMath.InverseMillsRatio({0})")),
        [Op.LogGamma] = Fixed(OpText.Call("VectorMath.LogGamma({0})")),
        [Op.Digamma] = Fixed(OpText.Call("VectorMath.Digamma({0})")),
        [Op.Trigamma] = Fixed(OpText.Call("VectorMath.Trigamma({0})")),
        [Op.Polygamma] = Fixed(OpText.Call("VectorMath.Polygamma({0}, {1})")),
        [Op.Log] = Fixed(OpText.Call("VectorMath.Log({0})")),
        [Op.Log1P] = Fixed(OpText.Call("VectorMath.Log1P({0})")),
        [Op.LogRemainder] = Fixed(OpText.Call("VectorMath.LogRemainder({0})")),
        [Op.Log1POfFraction] = Fixed(OpText.Call("VectorMath.Log1POfFraction({0})")),
        [Op.Log1PNonNegative] = Fixed(OpText.Call("VectorMath.Log1PNonNegative({0})")),
        [Op.Equal] = e => OpText.Call(Mask(vector, ".Equals({0}, {1})", e.Arguments[0].Type.Scalar)),
        [Op.LessThan] = e => OpText.Call(Mask(vector, ".LessThan({0}, {1})", e.Arguments[0].Type.Scalar)),
        [Op.LessThanOrEqual] = Fixed(OpText.Call(vector + ".LessThanOrEqual({0}, {1})")),
        [Op.IsNumber] = Fixed(new OpText("~" + vector + ".IsNaN({0})", Precedence.Unary)),
        [Op.Or] = Fixed(OpText.Infix("|", Precedence.Or)),
        [Op.Not] = Fixed(OpText.Prefix("~")),
        [Op.And] = Fixed(OpText.Infix("&", Precedence.And)),
        [Op.Select] = e => e.Arguments[0].Type.IsVector ? OpText.Call(vector + ".ConditionalSelect({0}, {1}, {2})") : OpText.Choice,
        [Op.Broadcast] = e => OpText.Call($"{vector}.Create<{ScalarName(e.Type.Scalar)}>({{0}})"),
        [Op.WidenLower] = Fixed(OpText.Call(vector + ".WidenLower({0})")),
        [Op.WidenUpper] = Fixed(OpText.Call(vector + ".WidenUpper({0})")),
        [Op.Narrow] = Fixed(OpText.Call(vector + ".Narrow({0}, {1})")),
        [Op.RoundHalvesToSingle] = Fixed(OpText.Call(vector + ".Narrow({0}, {1})")),
        [Op.AddHalves] = Fixed(OpText.Call("Lanes.AddHalves({0})")),
        [Op.MaximumHalves] = Fixed(OpText.Call("Lanes.MaximumHalves({0})")),
        [Op.SumHalves] = Fixed(OpText.Call("Lanes.SumHalves({0})")),
        [Op.FromIntegers] = e => OpText.Call($"{vector}.ConvertTo{(e.Type.Scalar == ScalarType.Double ? "Double" : "Single")}({{0}})"),
        [Op.LaneIndices] = e => OpText.Call($"{vector}<{ScalarName(e.Type.Scalar)}>.Indices"),
    };

    public override string TypeName(IrType type) => $"{vector}<{ScalarName(type.Scalar)}>";

    // Create has an overload for each type, which the C# compiler would try one by one: named, there is one.
    public override string Constant(Constant constant) => constant.Value.Value switch
    {
        _ when constant.Value.Bits == 0 => TypeName(constant.Type) + ".Zero",
        1 => TypeName(constant.Type) + ".One",
        var value => $"{vector}.Create<{ScalarName(constant.Type.Scalar)}>({Literals.Of(value, constant.Type.Scalar)})",
    };

    public override OpText Load { get; } = OpText.Call(NameOf(width) + ".LoadUnsafe(ref {0}, {1})");

    public override OpText ConvertedLoad(Load load) => OpText.Call($"Lanes.Load{(load.Type.Scalar == ScalarType.Double ? "Double" : "Single")}{Literals.Integer((int)width)}(ref {{0}}, {{1}})");

    public override OpText Store { get; } = OpText.Call(NameOf(width) + ".StoreUnsafe({2}, ref {0}, {1});");

    public override OpText StoreStreamed { get; } = OpText.Call(StoreParameter + ".Store({2}, ref {0}, {1});");

    private static string NameOf(VectorWidth width) => "Vector" + Literals.Integer((int)width);

    // A mask has the type of the elements it selects.
    private static string Mask(string vector, string comparison, ScalarType compared) => compared switch
    {
        ScalarType.Int32 => $"{vector}.AsSingle({vector}{comparison})",
        ScalarType.Int64 => $"{vector}.AsDouble({vector}{comparison})",
        _ => vector + comparison,
    };
}
