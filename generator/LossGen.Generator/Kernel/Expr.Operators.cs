using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>Operators and functions, so that formulas read as mathematics.</summary>
internal abstract partial record Expr
{
    public static Expr operator +(Expr left, Expr right) => Of(Op.Add, left, right);

    public static Expr operator -(Expr left, Expr right) => Of(Op.Subtract, left, right);

    public static Expr operator *(Expr left, Expr right) => Of(Op.Multiply, left, right);

    public static Expr operator /(Expr left, Expr right) => Of(Op.Divide, left, right);

    public static Expr operator -(Expr operand) => Of(Op.Negate, operand);

    public static Expr operator +(Expr left, double right) => left + left.Like(right);

    public static Expr operator -(Expr left, double right) => left - left.Like(right);

    public static Expr operator *(double left, Expr right) => right.Like(left) * right;

    public static Expr Of(Op op, params Expr[] arguments)
    {
        IrType last = arguments[arguments.Length - 1].Type;
        IrType type = Operations.Get(op).Result switch
        {
            ResultRule.SameAsLast => last,
            ResultRule.Comparison => IrType.Boolean.WithLanes(last.Lanes),
            _ => throw new ArgumentException($"The result type of {op} has to be stated."),
        };
        return new Apply(op, EquatableArray.Of(arguments), type);
    }

    public static Expr Of(Op op, IrType type, params Expr[] arguments) => new Apply(op, EquatableArray.Of(arguments), type);

    public static Expr Square(Expr operand) => Of(Op.Square, operand);

    public static Expr Exp(Expr operand) => Of(Op.Exp, operand);

    public static Expr Log(Expr operand) => Of(Op.Log, operand);

    public static Expr Log1P(Expr operand) => Of(Op.Log1P, operand);

    /// <summary>√operand.</summary>
    public static Expr SquareRoot(Expr operand) => Of(Op.SquareRoot, operand);

    /// <summary>
    /// The base to a power, by products and roots if a few of them suffice. A root maps −0 to −0 and has no value at −∞, where a power would treat
    /// both as positive.
    /// </summary>
    public static Expr Power(Expr @base, Expr exponent) => (exponent.Unnamed() as Constant)?.Value.Value switch
    {
        0.0 => @base.Like(1),
        1.0 => @base,
        2.0 => Square(@base),
        3.0 => @base * Square(@base),
        4.0 => Square(Square(@base)),
        0.5 => SquareRoot(@base),
        -0.5 => @base.Like(1) / SquareRoot(@base),
        -1.0 => @base.Like(1) / @base,
        -2.0 => Square(@base.Like(1) / @base),
        _ => Of(Op.Power, @base, exponent),
    };

    public static Expr Select(Expr condition, Expr whenTrue, Expr whenFalse) => Of(Op.Select, condition, whenTrue, whenFalse);

    public static Expr Position(int value) => new Constant(value, IrType.Index);

    /// <summary>A constant of this expression's type.</summary>
    public Expr Like(double value) => new Constant(value, Type);

    public Expr As(string name, string? symbol = null) => new Named(name, this, symbol);

    /// <summary>This value in another scalar type; itself where it has that type.</summary>
    public Expr To(ScalarType scalar) => Type.Scalar == scalar ? this : Of(Op.Convert, Type with { Scalar = scalar }, this);

    /// <summary>This value in another scalar type because a formula says so: unlike that of the compiler's own conversions, its rounding is part of the meaning.</summary>
    public Expr ConvertedTo(ScalarType scalar) => (Type.Scalar, scalar) == (ScalarType.Double, ScalarType.Single) ? Of(Op.RoundToSingle, Type with { Scalar = scalar }, this) : To(scalar);

    public sealed override string ToString() => ExprText.Format(this);
}
