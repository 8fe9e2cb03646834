using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads the value of an operation.</summary>
internal sealed class ExpressionReader
{
    private readonly FormulaReader formula;
    private readonly LogitsReader logits;
    private readonly PatternReader patterns;

    public ExpressionReader(FormulaReader formula, LogitsReader logits)
    {
        this.formula = formula;
        this.logits = logits;
        patterns = new PatternReader(formula, this);
    }

    /// <summary>The value; null where a problem was found, or C# itself has one.</summary>
    public Expr? Read(IOperation operation, FormulaScope scope)
    {
        if (Constant(operation) is { } constant)
        {
            return constant;
        }

        if (LogitsReader.Concerns(operation))
        {
            return logits.Read(operation, scope);
        }

        switch (operation)
        {
            case IParameterReferenceOperation parameter:
                return scope[parameter.Parameter];
            case ILocalReferenceOperation local:
                return scope[local.Local];
            case IConversionOperation conversion:
                return Conversion(conversion, scope);
            case IUnaryOperation { OperatorMethod: null, IsLifted: false } unary:
                return Unary(unary, scope);
            case IBinaryOperation { OperatorMethod: null, IsLifted: false } binary:
                return Read(binary.LeftOperand, scope) is var left && Read(binary.RightOperand, scope) is var right && left is not null && right is not null
                    ? Binary(binary, binary.OperatorKind, left, right)
                    : null;
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return Read(choice.Condition, scope) is var condition && Read(choice.WhenTrue, scope) is var whenTrue && Read(otherwise, scope) is var whenFalse
                    && condition is not null && whenTrue is not null && whenFalse is not null
                    ? Select(condition, whenTrue, whenFalse)
                    : null;
            case ISwitchExpressionOperation choice:
                return patterns.Switch(choice, scope);
            case IIsPatternOperation test:
                return Read(test.Value, scope) is { } tested ? patterns.Matches(test.Pattern, tested, scope) : null;
            case IInvocationOperation call:
                return Invocation(call, scope);
            case IInvalidOperation:
                return null;
            case IFieldReferenceOperation or IPropertyReferenceOperation:
                formula.Problems.Refuse(operation, "a formula sees its parameters and constants; a number that is to be given at run time is a parameter marked with [Parameter]");
                return null;
            default:
                formula.Problems.Refuse(operation);
                return null;
        }
    }

    /// <summary>The value that a compound assignment assigns.</summary>
    public Expr? Compound(ICompoundAssignmentOperation assignment, FormulaScope scope)
    {
        if (assignment.OperatorMethod is not null || !assignment.InConversion.IsIdentity || !assignment.OutConversion.IsIdentity)
        {
            formula.Problems.Refuse(assignment, "both sides have to be of one type");
            return null;
        }

        return Read(assignment.Target, scope) is var left && Read(assignment.Value, scope) is var right && left is not null && right is not null
            ? Binary(assignment, assignment.OperatorKind, left, right)
            : null;
    }

    /// <summary>A choice; where the condition is known, the side that it chooses.</summary>
    public static Expr Select(Expr condition, Expr whenTrue, Expr whenFalse) => condition is Constant { Value.Value: var known } ? known != 0 ? whenTrue : whenFalse
        : whenTrue.Type != IrType.Boolean ? Expr.Select(condition, whenTrue, whenFalse)
        : Expr.Of(Op.Or, Expr.Of(Op.And, condition, whenTrue), Expr.Of(Op.And, Not(condition), whenFalse));

    /// <summary>Whether a condition does not hold.</summary>
    public static Expr Not(Expr condition) => condition is Apply { Op: Op.Not } not ? not.Arguments[0] : Expr.Of(Op.Not, condition);

    private static Constant? Constant(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: { } value } && FormulaTypes.Of(operation.Type) is { } type
        ? new Constant(value is bool truth ? truth ? 1 : 0 : Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture), type)
        : null;

    private Expr? Conversion(IConversionOperation conversion, FormulaScope scope)
    {
        // MathF.Sign gives an int, which is as good as a floating one as soon as it is converted.
        if (FormulaTypes.Of(conversion.Type) is { IsFloating: true } type && conversion.OperatorMethod is null)
        {
            if (conversion.Operand is IInvocationOperation { TargetMethod.Name: FormulaFunctions.Sign } sign && FormulaFunctions.IsMathematical(sign.TargetMethod))
            {
                return Function(sign, scope)?.To(type.Scalar);
            }

            if (FormulaTypes.Of(conversion.Operand.Type) is { IsFloating: true } || LogitsReader.IsCount(conversion.Operand))
            {
                return Read(conversion.Operand, scope)?.To(type.Scalar);
            }
        }

        if (conversion.Conversion.IsIdentity)
        {
            return Read(conversion.Operand, scope);
        }

        formula.Problems.Refuse(conversion, "values are converted between float and double only");
        return null;
    }

    private Expr? Unary(IUnaryOperation unary, FormulaScope scope)
    {
        if (Read(unary.Operand, scope) is not { } operand)
        {
            return null;
        }

        switch (unary.OperatorKind)
        {
            case UnaryOperatorKind.Minus:
                return -operand;
            case UnaryOperatorKind.Plus:
                return operand;
            case UnaryOperatorKind.Not when operand.Type == IrType.Boolean:
                return Not(operand);
            default:
                formula.Problems.Refuse(unary);
                return null;
        }
    }

    private Expr? Binary(IOperation operation, BinaryOperatorKind kind, Expr left, Expr right)
    {
        bool areTruths = left.Type == IrType.Boolean;
        switch (kind)
        {
            case BinaryOperatorKind.Add:
                return left + right;
            case BinaryOperatorKind.Subtract:
                return left - right;
            case BinaryOperatorKind.Multiply:
                return ReferenceEquals(left, right) || (left is Variable && left == right) ? Expr.Square(left) : left * right;
            case BinaryOperatorKind.Divide:
                return left / right;
            case BinaryOperatorKind.LessThan:
                return Expr.Of(Op.LessThan, left, right);
            case BinaryOperatorKind.LessThanOrEqual:
                return Expr.Of(Op.LessThanOrEqual, left, right);
            case BinaryOperatorKind.GreaterThan:
                return Expr.Of(Op.LessThan, right, left);
            case BinaryOperatorKind.GreaterThanOrEqual:
                return Expr.Of(Op.LessThanOrEqual, right, left);
            case BinaryOperatorKind.Equals when !areTruths:
                return Expr.Of(Op.Equal, left, right);
            case BinaryOperatorKind.NotEquals when !areTruths:
                return Not(Expr.Of(Op.Equal, left, right));
            case BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And when areTruths:
                return Expr.Of(Op.And, left, right);
            case BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or when areTruths:
                return Expr.Of(Op.Or, left, right);
            default:
                formula.Problems.Refuse(operation);
                return null;
        }
    }

    private Expr? Invocation(IInvocationOperation call, FormulaScope scope)
    {
        if (!FormulaFunctions.IsMathematical(call.TargetMethod))
        {
            return formula.Call(call, scope);
        }

        if (call.TargetMethod.Name == FormulaFunctions.Sign)
        {
            formula.Problems.Refuse(call, "its result is an int, and has to be converted to float or double");
            return null;
        }

        return Function(call, scope);
    }

    private Expr? Function(IInvocationOperation call, FormulaScope scope)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!FormulaFunctions.IsKnown(method) || method.Parameters.Any(static parameter => FormulaTypes.Of(parameter.Type) is not { IsFloating: true }))
        {
            formula.Problems.Refuse(call, "of MathF, Math, float and double a formula may call " + FormulaFunctions.Names);
            return null;
        }

        Expr?[] arguments = [.. call.Arguments.OrderBy(static argument => argument.Parameter!.Ordinal).Select(argument => Read(argument.Value, scope))];
        if (arguments.Any(static argument => argument is null))
        {
            return null;
        }

        if (method.Name == FormulaFunctions.Pow && formula.DependsOnElement(arguments[1]!))
        {
            formula.Problems.Refuse(call.Arguments.First(static argument => argument.Parameter!.Ordinal == 1).Value, "an exponent has to be the same for all elements: a constant, or made of parameters marked with [Parameter]");
            return null;
        }

        return FormulaFunctions.Make(method, arguments!);
    }
}
