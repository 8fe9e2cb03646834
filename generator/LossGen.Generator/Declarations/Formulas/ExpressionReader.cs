using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads the value of an operation.</summary>
internal sealed class ExpressionReader
{
    private readonly FormulaReader formula;
    private readonly CallReader calls;
    private readonly FieldReader fields;
    private readonly FunctionReader functions;
    private readonly LogitsReader logits;
    private readonly SpanReader spans;
    private readonly SpanFunctionReader spanFunctions;
    private readonly PatternReader patterns;
    private readonly TableReader tables;
    private readonly WholeNumbers wholeNumbers;

    public ExpressionReader(FormulaReader formula, LogitsReader logits, SpanReader spans)
    {
        this.formula = formula;
        this.logits = logits;
        this.spans = spans;
        calls = new CallReader(formula, this);
        fields = new FieldReader(formula);
        functions = new FunctionReader(formula, this);
        spanFunctions = new SpanFunctionReader(formula, this, spans);
        patterns = new PatternReader(formula, this);
        tables = new TableReader(formula, this, fields);
        wholeNumbers = new WholeNumbers(formula, this, fields, functions, patterns);
    }

    /// <summary>The value; null if a problem was found, or C# itself has one.</summary>
    public Expr? Read(IOperation operation, FormulaScope scope)
    {
        if (!formula.Effort.Begin())
        {
            return null;
        }

        Expr? value = Constant(operation);
        if (value is null)
        {
            value = Value(operation, scope);
        }
        else
        {
            formula.Divisions.Check(operation);
        }

        formula.Effort.End();
        return value;
    }

    /// <summary>The value that a method returns, which may be several numbers.</summary>
    public Expr? Result(IOperation operation, FormulaScope scope) => operation switch
    {
        { Type: not INamedTypeSymbol { IsTupleType: true } } => Read(operation, scope),
        IConversionOperation { Operand: ITupleOperation tuple, Type: INamedTypeSymbol converted } => Several(tuple, converted, scope),
        IConversionOperation { Conversion.IsIdentity: true } conversion => Result(conversion.Operand, scope),
        ITupleOperation { Type: INamedTypeSymbol type } tuple => Several(tuple, type, scope),
        IConditionalOperation { WhenFalse: { } otherwise } choice => Choice(choice, otherwise, scope, Result),
        _ => Read(operation, scope),
    };

    /// <summary>What all of a span is to a formula; null if a problem was found, or C# itself has one.</summary>
    public Expr? Span(IOperation operation, FormulaScope scope)
    {
        if (SpanReader.Whole(operation, scope) is { } whole)
        {
            return whole;
        }

        if (operation is not IInvalidOperation && !formula.MentionsRefused(operation))
        {
            formula.Problems.Refuse(operation, SpanReader.ObstacleOf(operation) ?? Refusals.OfSpan(operation));
        }

        return null;
    }

    /// <summary>An integer; null if a problem was found, or C# itself has one.</summary>
    public Expr? Integer(IOperation operation, FormulaScope scope)
    {
        if (IntegerReader.Read(operation, scope) is { } integer)
        {
            return integer;
        }

        switch (operation)
        {
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return Choice(choice, otherwise, scope, Integer);
            case IInvocationOperation call when FunctionReader.IsSign(call):
                return functions.Value(call, scope) is { } sign ? IntegerReader.Whole(sign) : null;
            case IInvalidOperation:
            case var _ when formula.MentionsRefused(operation):
                return null;
            default:
                formula.Problems.Refuse(operation, Refusals.OfInteger(operation));
                return null;
        }
    }

    /// <summary>The value that a compound assignment assigns.</summary>
    public Expr? Compound(ICompoundAssignmentOperation assignment, FormulaScope scope)
    {
        if (assignment.OperatorMethod is not null || !assignment.InConversion.IsIdentity || !assignment.OutConversion.IsIdentity)
        {
            formula.Problems.Refuse(assignment);
            return null;
        }

        return Binary(assignment, assignment.OperatorKind, assignment.Target, assignment.Value, scope);
    }

    /// <summary>The value of a choice, whose sides are read as the caller says.</summary>
    public Expr? Choice(IConditionalOperation choice, IOperation otherwise, FormulaScope scope, Func<IOperation, FormulaScope, Expr?> read)
    {
        // The side that a condition of constants and counters rules out may use unassigned variables, and is not read.
        if (KnownIntegers.Holds(choice.Condition, scope) is { } known)
        {
            return read(known ? choice.WhenTrue : otherwise, scope);
        }

        Expr? condition = Read(choice.Condition, scope);
        Expr? whenTrue = read(choice.WhenTrue, scope);
        Expr? whenFalse = read(otherwise, scope);
        return Truth.Choose(condition, whenTrue, whenFalse);
    }

    private static Constant? Constant(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: { } value } && FormulaTypes.Of(operation.Type) is { } type
        ? new Constant(value is bool truth ? truth ? 1 : 0 : Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture), type)
        : null;

    private Expr? Value(IOperation operation, FormulaScope scope)
    {
        switch (operation)
        {
            case var _ when TableReader.Concerns(operation) && FormulaTypes.Of(operation.Type) is { IsFloating: true } type:
                return tables.Read(operation, type, scope);
            case var _ when SpanReader.Concerns(operation) && !formula.MentionsRefused(operation):
                return spans.Read(operation, scope);
            case var _ when LogitsReader.Concerns(operation):
                return logits.Read(operation, scope);
            case IParameterReferenceOperation parameter:
                return scope[parameter.Parameter];
            case ILocalReferenceOperation local:
                return scope[local.Local];
            case IConversionOperation conversion:
                return Conversion(conversion, scope);
            case IBinaryOperation or IUnaryOperation when KnownIntegers.Holds(operation, scope) is { } holds:
                return Truth.Of(holds);
            case IBinaryOperation { OperatorMethod: null } comparison when IntegerReader.Compare(comparison, formula.Element, scope) is { } compared:
                return compared;
            case IUnaryOperation { OperatorMethod: null, IsLifted: false } unary:
                return Unary(unary, scope);
            case IBinaryOperation { OperatorMethod: null, IsLifted: false } binary:
                return Binary(binary, binary.OperatorKind, binary.LeftOperand, binary.RightOperand, scope);
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return Choice(choice, otherwise, scope, Read);
            case ISwitchExpressionOperation choice:
                return patterns.Switch(choice, scope, Read);
            case IIsPatternOperation test:
                return patterns.Test(test, scope);
            case IInvocationOperation call when SpanFunctions.TableOf(call.TargetMethod) is { } table:
                return spanFunctions.Read(call, table, scope);
            case IInvocationOperation call:
                return FormulaFunctions.IsMathematical(call.TargetMethod) ? functions.Read(call, scope) : calls.Read(call, scope);
            case IInvalidOperation:
            case var _ when formula.MentionsRefused(operation):
                return null;
            case IFieldReferenceOperation reference when FieldReader.IsFixed(reference) && FormulaTypes.Of(reference.Type) is not null:
                return fields.Read(reference, initial => Read(initial, FormulaScope.Empty));
            default:
                formula.Problems.Refuse(operation);
                return null;
        }
    }

    private Several? Several(ITupleOperation tuple, INamedTypeSymbol type, FormulaScope scope)
    {
        Expr?[] values = [.. tuple.Elements.Select((element, number) => Read(element, scope) is { } value && FormulaTypes.Of(type.TupleElements[number].Type) is { } result ? value.ConvertedTo(result.Scalar) : null)];
        return values.Any(static value => value is null) ? null : new Several(values.OfType<Expr>().ToEquatableArray());
    }

    private Expr? Conversion(IConversionOperation conversion, FormulaScope scope)
    {
        // A missing explicit conversion is an error of C#.
        IOperation operand = conversion.Operand;
        if (conversion.IsImplicit && !conversion.Conversion.IsImplicit)
        {
            return null;
        }

        if (conversion.OperatorMethod is null && FormulaTypes.Of(conversion.Type) is { IsFloating: true } type)
        {
            if (FormulaTypes.Of(operand.Type) is { IsFloating: true })
            {
                return Read(operand, scope)?.ConvertedTo(type.Scalar);
            }

            if (TableReader.Concerns(operand) && FormulaTypes.IsInteger(operand.Type))
            {
                return tables.Read(operand, type, scope);
            }

            if (KnownIntegers.Of(operand, scope) is null && IntegerReader.Read(operand, scope) is { } integer)
            {
                return IntegerReader.Number(integer, type);
            }

            // A parameter that is a choice is known too.
            if (WholeNumbers.AreRead(operand) || KnownIntegers.Of(operand, scope) is not null)
            {
                return wholeNumbers.Read(operand, type, scope);
            }
        }

        // An operand without a type, such as a throw, is converted only to be allowed in place of a value; the reader of logits handles labels.
        if (operand.Type is null or { TypeKind: TypeKind.Error } || conversion.Conversion.IsIdentity || LogitsReader.Concerns(operand))
        {
            return Read(operand, scope);
        }

        if (!formula.MentionsRefused(operand))
        {
            formula.Problems.Refuse(conversion, Refusals.OfConversion(conversion));
        }

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
            case UnaryOperatorKind.Not:
                return Truth.Not(operand);
            default:
                formula.Problems.Refuse(unary);
                return null;
        }
    }

    private Expr? Binary(IOperation operation, BinaryOperatorKind kind, IOperation leftOperand, IOperation rightOperand, FormulaScope scope)
    {
        // Integers are read elsewhere, as far as they are.
        if (FormulaTypes.IsInteger(operation.Type) && !formula.MentionsRefused(operation))
        {
            formula.Problems.Refuse(operation, Refusals.OfInteger(operation, Refusals.Indices));
            return null;
        }

        // A constant of another type is not the mistake if the other operand has that type, too.
        bool isLeftRead = !IsForeignConstant(leftOperand);
        bool isRightRead = !IsForeignConstant(rightOperand);
        if (!isLeftRead && !isRightRead)
        {
            formula.Problems.Refuse(operation);
            return null;
        }

        // An operand that the left side rules out is not read.
        Expr? left = isLeftRead ? Read(leftOperand, scope) : null;
        if (kind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr && left is not null && Truth.Known(left) == (kind == BinaryOperatorKind.ConditionalOr))
        {
            return left;
        }

        Expr? right = isRightRead ? Read(rightOperand, scope) : null;
        if (left is null || right is null)
        {
            // Beside an index, an integer is foreign after all.
            if ((left ?? right) is { } index && index.Type == IrType.Index)
            {
                formula.Problems.Refuse(operation, Refusals.Indices);
            }

            return null;
        }

        if (FormulaOperators.Make(kind, left, right) is { } value)
        {
            return value;
        }

        formula.Problems.Refuse(operation);
        return null;
    }

    private static bool IsForeignConstant(IOperation operand) => operand.ConstantValue.HasValue && FormulaTypes.Of(operand.Type) is null;
}
