using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// Reads integers: known ones, the index of a loop over the axis, labels, integers that inputs hold, and sums, differences, products, magnitudes and extremes
/// of these. A kernel does not compute with them: they say where an element is, or end as floating-point numbers, in a conversion or a comparison.
/// </summary>
internal static class IntegerReader
{
    // Up to here a float holds every integer.
    private const double MostExact = 1 << 24;

    private static readonly IrType Integer = new(ScalarType.Int32);

    /// <summary>How many different values an integer may have, as far as a float is concerned.</summary>
    private enum Range
    {
        /// <summary>A float holds each of them.</summary>
        Small,

        /// <summary>An input holds it: a float that it is rounded to is on the same side of every small number.</summary>
        Held,

        /// <summary>Neither.</summary>
        Large,
    }

    /// <summary>The integer: of the type of positions, if it may be one, or an expression that <see cref="Number"/> reads; null if the operation is none.</summary>
    public static Expr? Read(IOperation operation, FormulaScope scope) =>
        !KnownIntegers.IsKnowable(operation.Type) ? null
        : KnownIntegers.Of(operation, scope) is { } known ? KnownIntegers.Value(known)
        : operation switch
        {
            ILocalReferenceOperation local => scope[local.Local],
            IParameterReferenceOperation parameter => scope[parameter.Parameter],
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span } element when SpanReader.Whole(span, scope) is { } x =>
                Read(element.Arguments[0].Value, scope) is { } place && IsPlace(place) ? x.At(place) : null,
            IConversionOperation { OperatorMethod: null } conversion when IsWidening(conversion) => Read(conversion.Operand, scope),
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Plus } unary => Read(unary.Operand, scope),
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Minus } unary => Read(unary.Operand, scope) is { } operand ? Expr.Of(Op.Negate, Integer, operand) : null,
            IBinaryOperation { OperatorMethod: null } arithmetic when !WrapsBelowZero(arithmetic) => Arithmetic(arithmetic.OperatorKind, Read(arithmetic.LeftOperand, scope), Read(arithmetic.RightOperand, scope)),
            IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: { Name: "Math", ContainingNamespace: var space } } method } call when SystemTypes.IsSystem(space) =>
                Function(method.Name, [.. call.Arguments.OrderBy(static argument => argument.Parameter!.Ordinal).Select(argument => Read(argument.Value, scope))]),
            _ => null,
        };

    /// <summary>Whether it is a difference that, below 0, is a large number in C#, but would be negative in a kernel.</summary>
    public static bool WrapsBelowZero(IOperation operation) =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, Type.SpecialType: SpecialType.System_UInt32 or SpecialType.System_UInt64 };

    /// <summary>The result of an operator; null if an operand is, or for another operator.</summary>
    public static Expr? Arithmetic(BinaryOperatorKind kind, Expr? left, Expr? right) => left is null || right is null ? null : kind switch
    {
        BinaryOperatorKind.Add => Expr.Of(Op.Add, Integer, left, right),
        BinaryOperatorKind.Subtract => Expr.Of(Op.Subtract, Integer, left, right),
        BinaryOperatorKind.Multiply => Expr.Of(Op.Multiply, Integer, left, right),

        // Of what is not negative, as C# rounds towards 0.
        BinaryOperatorKind.Divide when IsPlace(left) && right is Constant { Value.Value: > 0 } => Expr.Of(Op.IndexQuotient, Integer, left, right),
        BinaryOperatorKind.Remainder when IsPlace(left) && right is Constant { Value.Value: > 0 } => Expr.Of(Op.IndexRemainder, Integer, left, right),
        _ => null,
    };

    /// <summary>A whole floating-point number as an integer.</summary>
    public static Expr Whole(Expr number) => Expr.Of(Op.Convert, Integer, number);

    /// <summary>Whether it may say where an element is: the index of the axis, a label, or a known number.</summary>
    public static bool IsPlace(Expr integer) => integer.Type == IrType.Index;

    /// <summary>An integer as a floating-point number: what it is computed from is converted first.</summary>
    public static Expr Number(Expr integer, IrType type) => integer switch
    {
        { Type.IsFloating: true } => integer.To(type.Scalar),
        Named named => Number(named.Value, type),
        Constant { Value.Value: var known } => new Constant(type.Scalar == ScalarType.Single ? (float)known : known, type),
        AxisIndex or OtherIndex or Label => integer.To(type.Scalar),
        Variable variable => variable with { Type = type },
        Element element => element with { Type = type },
        Apply { Op: Op.Convert } whole => whole.Arguments[0].To(type.Scalar),
        Apply { Op: Op.Select } choice => Truth.Select(choice.Arguments[0], Number(choice.Arguments[1], type), Number(choice.Arguments[2], type)),
        Apply { Op: Op.Multiply } product when product.Arguments[0] == product.Arguments[1] => Expr.Square(Number(product.Arguments[0], type)),
        Apply { Op: Op.IndexQuotient } quotient => Quotient(quotient, type),
        Apply { Op: Op.IndexRemainder } remainder => Number(remainder.Arguments[0], type) - (Number(remainder.Arguments[1], type) * Quotient(remainder, type)),
        Apply apply => Expr.Of(apply.Op, [.. apply.Arguments.Select(argument => Number(argument, type))]),
        _ => throw new InvalidOperationException($"{integer} is no integer."),
    };

    /// <summary>A comparison of two integers; null if it is none.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="element">The type of the formula's value.</param>
    /// <param name="scope">What variables stand for.</param>
    public static Expr? Compare(IBinaryOperation comparison, IrType element, FormulaScope scope) =>
        FormulaTypes.Of(comparison.Type) == IrType.Boolean && Read(comparison.LeftOperand, scope) is { } left && Read(comparison.RightOperand, scope) is { } right
            ? Compare(comparison.OperatorKind, left, right, element)
            : null;

    /// <summary>The same for integers that are read.</summary>
    public static Expr? Compare(BinaryOperatorKind kind, Expr left, Expr right, IrType element)
    {
        IrType type = Common(left, right, element);
        return IsPlace(left) && IsPlace(right) ? OfPlaces(kind, left, right) : FormulaOperators.Make(kind, Number(left, type), Number(right, type));
    }

    /// <summary>The floating-point type in which two integers compare as they are.</summary>
    public static IrType Common(Expr left, Expr right, IrType element) => (RangeOf(left), RangeOf(right)) switch
    {
        (Range.Large, _) or (_, Range.Large) or (Range.Held, Range.Held) => IrType.Double,
        _ => element,
    };

    // Half an integer more, so that no rounding takes a whole quotient below itself.
    private static Expr Quotient(Apply division, IrType type) => Expr.Of(Op.Floor, (Number(division.Arguments[0], type) + 0.5) / Number(division.Arguments[1], type));

    private static Range RangeOf(Expr integer) => integer switch
    {
        Named named => RangeOf(named.Value),
        Constant { Value.Value: var known } => Math.Abs(known) < MostExact ? Range.Small : Range.Large,
        { Type.Scalar: ScalarType.Index or ScalarType.SByte or ScalarType.Byte or ScalarType.Int16 or ScalarType.UInt16 or ScalarType.Boolean } => Range.Small,
        Variable or Element => Range.Held,
        Apply apply => apply.Op is not (Op.Convert or Op.Multiply) && apply.Arguments.All(static argument => argument.Type == IrType.Boolean || RangeOf(argument) == Range.Small) ? Range.Small : Range.Large,
        _ => Range.Large,
    };

    private static Expr? OfPlaces(BinaryOperatorKind kind, Expr left, Expr right) => left is Constant && right is Constant ? FormulaOperators.Make(kind, left, right) : kind switch
    {
        BinaryOperatorKind.Equals => Equal(left, right),
        BinaryOperatorKind.NotEquals => Truth.Not(Equal(left, right)),
        BinaryOperatorKind.LessThan => Expr.Of(Op.LessThan, left, right),
        BinaryOperatorKind.GreaterThan => Expr.Of(Op.LessThan, right, left),
        BinaryOperatorKind.LessThanOrEqual => Truth.Not(Expr.Of(Op.LessThan, right, left)),
        BinaryOperatorKind.GreaterThanOrEqual => Truth.Not(Expr.Of(Op.LessThan, left, right)),
        _ => null,
    };

    // The index of the axis first, as passes look for it.
    private static Expr Equal(Expr left, Expr right) => right is AxisIndex ? Expr.Of(Op.Equal, right, left) : Expr.Of(Op.Equal, left, right);

    private static Expr? Function(string name, Expr?[] arguments) => arguments.Any(static argument => argument is null) ? null : (name, arguments) switch
    {
        ("Abs", [{ } operand]) => Expr.Of(Op.Absolute, Integer, operand),
        ("Max", [{ } left, { } right]) => Expr.Of(Op.Maximum, Integer, left, right),
        ("Min", [{ } left, { } right]) => Expr.Of(Op.Minimum, Integer, left, right),
        ("Clamp", [{ } operand, { } least, { } most]) => Expr.Of(Op.Minimum, Integer, Expr.Of(Op.Maximum, Integer, operand, least), most),
        _ => null,
    };

    // One that drops no digits of an integer of usual size.
    private static bool IsWidening(IConversionOperation conversion) =>
        conversion.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 || conversion.IsImplicit;
}
