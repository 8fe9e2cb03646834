using LossGen.Generator.Kernel;

namespace LossGen.Generator.Emit;

/// <summary>One position at a time: tails, positions, and what each location needs once.</summary>
internal sealed class ScalarDialect : Dialect
{
    protected override IReadOnlyDictionary<Op, Func<Apply, OpText>> Table { get; } = new Dictionary<Op, Func<Apply, OpText>>
    {
        [Op.Add] = Fixed(OpText.Infix("+", Precedence.Additive)),
        [Op.Subtract] = Fixed(OpText.Infix("-", Precedence.Additive)),
        [Op.Multiply] = Fixed(OpText.Infix("*", Precedence.Multiplicative)),
        [Op.Divide] = Fixed(OpText.Infix("/", Precedence.Multiplicative)),
        [Op.Negate] = Fixed(OpText.Prefix("-")),
        [Op.FusedMultiplyAdd] = static e => OpText.Call(ScalarName(e.Type.Scalar) + ".FusedMultiplyAdd({0}, {1}, {2})"),
        [Op.SquareRoot] = static e => OpText.Call(ScalarName(e.Type.Scalar) + ".Sqrt({0})"),
        [Op.Power] = Fixed(OpText.Call("VectorMath.Pow({0}, {1})")),
        [Op.PowerLessOne] = Fixed(OpText.Call("VectorMath.PowLessOne({0}, {1}, {2})")),
        [Op.Floor] = static e => OpText.Call(ScalarName(e.Type.Scalar) + ".Floor({0})"),
        [Op.Round] = static e => OpText.Call(ScalarName(e.Type.Scalar) + ".Round({0})"),
        [Op.Absolute] = static e => OpText.Call(ScalarName(e.Type.Scalar) + ".Abs({0})"),
        [Op.FastMinimum] = static e => OpText.Call(ScalarName(e.Type.Scalar) + ".MinNative({0}, {1})"),
        [Op.FastMaximum] = static e => OpText.Call(ScalarName(e.Type.Scalar) + ".MaxNative({0}, {1})"),
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
        [Op.Equal] = Fixed(OpText.Infix("==", Precedence.Equality)),
        [Op.LessThan] = Fixed(OpText.Infix("<", Precedence.Relational)),
        [Op.LessThanOrEqual] = Fixed(OpText.Infix("<=", Precedence.Relational)),
        [Op.IsNumber] = static e => new OpText("!" + ScalarName(e.Arguments[0].Type.Scalar) + ".IsNaN({0})", Precedence.Unary),
        [Op.Or] = Fixed(OpText.Infix("||", Precedence.ConditionalOr)),
        [Op.Not] = Fixed(OpText.Prefix("!")),
        [Op.And] = Fixed(OpText.Infix("&&", Precedence.ConditionalAnd)),
        [Op.Select] = Fixed(OpText.Choice),
        [Op.Convert] = Convert,
        [Op.RoundToSingle] = Convert,
        [Op.RoundDown] = Fixed(new OpText("{0} / {1} * {1}", Precedence.Multiplicative, Precedence.Multiplicative, Precedence.Primary)),
        [Op.IndexQuotient] = Fixed(OpText.Infix("/", Precedence.Multiplicative)),
        [Op.IndexRemainder] = Fixed(OpText.Infix("%", Precedence.Multiplicative)),
        [Op.IndexMinimum] = Fixed(OpText.Call("nuint.Min({0}, {1})")),
        [Op.IndexDistance] = Fixed(OpText.Call("unchecked({0} - {1})")),
        [Op.SumLanes] = Fixed(OpText.Call("Lanes.Sum({0})")),
        [Op.MaximumLanes] = Fixed(OpText.Call("Lanes.Maximum({0})")),
    };

    public override string TypeName(IrType type) => ScalarName(type.Scalar);

    public override string Constant(Constant constant) => Literals.Of(constant.Value.Value, constant.Type.Scalar);

    public override OpText Load { get; } = OpText.Call("Unsafe.Add(ref {0}, {1})");

    public override OpText ConvertedLoad(Load load) => load.Tensor.Element == ScalarType.Boolean
        ? new OpText($"Unsafe.Add(ref {{0}}, {{1}}) ? {Literals.Of(1, load.Type.Scalar)} : {Literals.Of(0, load.Type.Scalar)}", Precedence.Conditional)
        : new OpText($"({ScalarName(load.Type.Scalar)})Unsafe.Add(ref {{0}}, {{1}})", Precedence.Unary);

    public override OpText Store { get; } = OpText.Call("Unsafe.Add(ref {0}, {1}) = {2};");

    public override OpText ConvertedStore { get; } = new("Unsafe.Add(ref {0}, {1}) = (int){2};", Precedence.Primary, Precedence.Conditional, Precedence.Conditional, Precedence.Unary);

    // Differences of positions may be negative: they wrap as nuint and are right as int, whether arithmetic is checked or not. A truth value is tested, as the
    // byte that it is in memory may be any.
    private static OpText Convert(Apply e) => (e.Arguments[0].Type.Scalar, e.Type.Scalar) switch
    {
        (ScalarType.Boolean, ScalarType.Index) => new OpText("{0} ? 1u : 0u", Precedence.Conditional, Precedence.ConditionalAnd),
        (ScalarType.Index, ScalarType.Int32 or ScalarType.Int64) => OpText.Call("unchecked((" + ScalarName(e.Type.Scalar) + ")({0}))"),
        _ => new OpText("(" + ScalarName(e.Type.Scalar) + "){0}", Precedence.Unary, Precedence.Unary),
    };
}
