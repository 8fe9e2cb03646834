using System.Globalization;
using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// Computes integers that are known while a formula is read: constants, variables such as the counter of a loop, and arithmetic on these. A kernel
/// does not compute with integers, so each ends here, as the number of a term or the truth of a condition.
/// </summary>
internal static class KnownIntegers
{
    /// <summary>Whether an operation computes an integer from others, and so may be known although it is not constant.</summary>
    public static bool MayBe(IOperation operation) => FormulaTypes.IsInteger(operation.Type) && operation is ILocalReferenceOperation or IParameterReferenceOperation or IBinaryOperation or IUnaryOperation or IConversionOperation or IInvocationOperation { TargetMethod.ContainingType.Name: "Math" };

    /// <summary>The integer, as C# computes it; null if it is not known, or C# would throw.</summary>
    public static long? Of(IOperation operation, FormulaScope scope) => !IsKnowable(operation.Type) ? null : operation switch
    {
        { ConstantValue: { HasValue: true, Value: { } value } } => value is ulong and > long.MaxValue ? null : Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ when SpanReader.IsLength(operation) || LogitsReader.IsCount(operation) => scope.Length,
        _ when TableReader.LengthOf(operation) is { } length => length,
        ILocalReferenceOperation { Local: var local } => Of(local, scope),
        IParameterReferenceOperation { Parameter: var parameter } => Of(parameter, scope),
        IConversionOperation { OperatorMethod: null, Conversion.IsUserDefined: false } conversion => Wrapped(Of(conversion.Operand, scope), conversion.Type!, conversion.IsChecked),
        IUnaryOperation { OperatorMethod: null } unary => Of(unary.Operand, scope) is { } operand ? Wrapped(Computed(unary.OperatorKind, operand), unary.Type!, unary.IsChecked) : null,
        IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: { Name: "Math", ContainingNamespace: var space } } method } call when SystemTypes.IsSystem(space) =>
            Computed(method.Name, [.. call.Arguments.OrderBy(static argument => argument.Parameter!.Ordinal).Select(argument => Of(argument.Value, scope))]),
        IBinaryOperation { OperatorMethod: null } binary => Computed(binary.OperatorKind, binary.LeftOperand, binary.RightOperand, binary.Type!, binary.IsChecked, scope),
        _ => null,
    };

    /// <summary>Whether values of a type are integers, or members of an enum.</summary>
    public static bool IsKnowable(ITypeSymbol? type) => FormulaTypes.IsInteger(type) || type is { TypeKind: TypeKind.Enum };

    private static long? Of(ISymbol variable, FormulaScope scope) => scope[variable]?.Unnamed() is Constant known ? (long)known.Value.Value : null;

    /// <summary>The integer that a statement assigns; null if it is not known, or the statement assigns none.</summary>
    public static long? Assigned(IOperation statement, FormulaScope scope) => statement switch
    {
        ISimpleAssignmentOperation assignment => Of(assignment.Value, scope),
        ICompoundAssignmentOperation assignment => Computed(assignment.OperatorKind, assignment.Target, assignment.Value, assignment.Target.Type!, assignment.IsChecked, scope),
        IIncrementOrDecrementOperation step => Wrapped(Of(step.Target, scope) + (step.Kind == OperationKind.Increment ? 1 : -1), step.Target.Type!, step.IsChecked),
        _ => null,
    };

    /// <summary>What a variable stands for that has such a value: no expression of a kernel, but a number of the type of positions.</summary>
    public static Expr Value(long known) => new Constant(known, IrType.Index);

    /// <summary>The same for one that is computed from the size of the axis, which a loop over it runs to.</summary>
    public static Expr Value(long known, bool isLength) => isLength ? Value(known).As("length") : Value(known);

    /// <summary>Whether a variable is computed from the size of the axis.</summary>
    public static bool IsLength(Expr? value) => value is Named { Value.Type.Scalar: ScalarType.Index };

    private static long? Computed(BinaryOperatorKind kind, IOperation leftOperand, IOperation rightOperand, ITypeSymbol type, bool isChecked, FormulaScope scope) =>
        Of(leftOperand, scope) is { } left && Of(rightOperand, scope) is { } right ? Wrapped(Computed(kind, left, right), type, isChecked) : null;

    /// <summary>Whether a condition on integers holds; null if that is not known.</summary>
    public static bool? Holds(IOperation condition, FormulaScope scope) => condition switch
    {
        { ConstantValue: { HasValue: true, Value: bool truth } } => truth,
        ILocalReferenceOperation local => KnownTruth(scope[local.Local]),
        IParameterReferenceOperation parameter => KnownTruth(scope[parameter.Parameter]),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !Holds(not.Operand, scope),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => Holds(both.LeftOperand, scope) switch
        {
            true => Holds(both.RightOperand, scope),
            var left => left,
        },
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => Holds(either.LeftOperand, scope) switch
        {
            false => Holds(either.RightOperand, scope),
            var left => left,
        },
        IBinaryOperation { OperatorMethod: null } comparison when Of(comparison.LeftOperand, scope) is { } left && Of(comparison.RightOperand, scope) is { } right => comparison.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => left < right,
            BinaryOperatorKind.LessThanOrEqual => left <= right,
            BinaryOperatorKind.GreaterThan => left > right,
            BinaryOperatorKind.GreaterThanOrEqual => left >= right,
            BinaryOperatorKind.Equals => left == right,
            BinaryOperatorKind.NotEquals => left != right,
            _ => null,
        },
        _ => null,
    };

    private static bool? KnownTruth(Expr? truth) => truth is { Type.Scalar: ScalarType.Boolean } ? Truth.Known(truth) : null;

    private static long? Computed(UnaryOperatorKind kind, long operand) => kind switch
    {
        UnaryOperatorKind.Plus => operand,
        UnaryOperatorKind.Minus => unchecked(-operand),
        UnaryOperatorKind.BitwiseNegation => ~operand,
        _ => null,
    };

    private static long? Computed(string function, long?[] arguments) => (function, arguments) switch
    {
        ("Abs", [{ } operand]) => Math.Abs(operand),
        ("Max", [{ } left, { } right]) => Math.Max(left, right),
        ("Min", [{ } left, { } right]) => Math.Min(left, right),
        ("Clamp", [{ } operand, { } least, { } most]) when least <= most => Math.Max(least, Math.Min(most, operand)),
        _ => null,
    };

    private static long? Computed(BinaryOperatorKind kind, long left, long right) => kind switch
    {
        BinaryOperatorKind.Add => unchecked(left + right),
        BinaryOperatorKind.Subtract => unchecked(left - right),
        BinaryOperatorKind.Multiply => unchecked(left * right),
        BinaryOperatorKind.Divide => right is 0 or -1 ? right == 0 ? null : unchecked(-left) : left / right,
        BinaryOperatorKind.Remainder => right is 0 or -1 ? right == 0 ? null : 0 : left % right,
        BinaryOperatorKind.And => left & right,
        BinaryOperatorKind.Or => left | right,
        BinaryOperatorKind.ExclusiveOr => left ^ right,
        _ => null,
    };

    // Wrapped around where C# does; where it would throw, there is no value. In 64 bits that cannot be seen, so nothing near their ends is known.
    private static long? Wrapped(long? value, ITypeSymbol type, bool isChecked)
    {
        if (value is not { } whole || Math.Abs((double)whole) > 1L << 53)
        {
            return null;
        }

        long? wrapped = unchecked(type.SpecialType switch
        {
            SpecialType.System_SByte => (sbyte)whole,
            SpecialType.System_Byte => (byte)whole,
            SpecialType.System_Int16 => (short)whole,
            SpecialType.System_UInt16 => (ushort)whole,
            SpecialType.System_Int32 => (int)whole,
            SpecialType.System_UInt32 => (uint)whole,
            SpecialType.System_Int64 or SpecialType.None => whole,
            _ => whole < 0 ? null : whole,
        });
        return wrapped == whole || !isChecked ? wrapped : null;
    }
}
