using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// Reads integers that are immediately converted to a floating-point type, as in <c>x &gt; 0 ? 1 : 0</c>: constants, fields, signs, the number of classes, and
/// choices among these. Kernels do not compute with integers, so the conversion is moved to where they come from.
/// </summary>
internal sealed class WholeNumbers(FormulaReader formula, ExpressionReader expressions, FieldReader fields, FunctionReader functions, PatternReader patterns)
{
    /// <summary>Whether an integer that is not constant may be read here.</summary>
    public static bool AreRead(IOperation operation) =>
        operation is IConditionalOperation or ISwitchExpressionOperation || FunctionReader.IsSign(operation) || LogitsReader.IsCount(operation) || SpanReader.IsLength(operation) || FieldReader.IsFixedInteger(operation)
        || (KnownIntegers.MayBe(operation) && !LogitsReader.Concerns(operation));

    /// <summary>The value in a floating-point type; null if a problem was found.</summary>
    public Expr? Read(IOperation operation, IrType type, FormulaScope scope)
    {
        if (!formula.Effort.Begin())
        {
            return null;
        }

        Expr? value = Value(operation, type, scope);
        formula.Effort.End();
        return value;
    }

    private Expr? Value(IOperation operation, IrType type, FormulaScope scope)
    {
        switch (operation)
        {
            case { ConstantValue: { HasValue: true, Value: IConvertible number and not string } }:
                formula.Divisions.Check(operation);
                return new Constant(NumberOf(number, type), type);
            case var _ when KnownIntegers.Of(operation, scope) is { } known:
                return new Constant(type.Scalar == ScalarType.Single ? (float)known : known, type);
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return expressions.Choice(choice, otherwise, scope, (side, behind) => Read(side, type, behind));
            case ISwitchExpressionOperation choice:
                return patterns.Switch(choice, scope, (arm, behind) => Read(arm, type, behind));
            case IInvocationOperation call when FunctionReader.IsSign(call):
                return functions.Value(call, scope)?.To(type.Scalar);
            case var _ when LogitsReader.IsCount(operation) || SpanReader.IsLength(operation):
                return expressions.Read(operation, scope)?.To(type.Scalar);
            case IFieldReferenceOperation field when FieldReader.IsFixedInteger(field):
                return fields.Read(field, initial => Read(initial, type, FormulaScope.Empty));
            case IConversionOperation { IsImplicit: true, OperatorMethod: null, Operand: IFieldReferenceOperation field } when FieldReader.IsFixedInteger(field):
                return Value(field, type, scope);
            case IConversionOperation { Operand.Type: null } conversion:
                return expressions.Read(conversion.Operand, scope);
            case var _ when IntegerReader.Read(operation, scope) is { } integer:
                return IntegerReader.Number(integer, type);
            case IInvalidOperation:
                return null;
            default:
                if (!formula.MentionsRefused(operation))
                {
                    formula.Problems.Refuse(operation, Refusals.OfInteger(operation));
                }

                return null;
        }
    }

    private static double NumberOf(IConvertible number, IrType type)
    {
        IFormatProvider culture = System.Globalization.CultureInfo.InvariantCulture;
        return number is char character ? character : type.Scalar == ScalarType.Single ? number.ToSingle(culture) : number.ToDouble(culture);
    }
}
