using System.Globalization;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Warns about divisions of integers that drop a remainder although the quotient becomes a floating-point number: 1 / 2 · x is 0 · x.</summary>
internal sealed class IntegerDivisions(SourceModels sources, FormulaProblems problems, CancellationToken cancellation)
{
    private readonly HashSet<ISymbol> known = new(SymbolEqualityComparer.Default);

    /// <summary>Looks for such divisions in a constant, and in the floating-point constants that it is computed from.</summary>
    public void Check(IOperation constant)
    {
        foreach (IOperation operation in constant.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide, ConstantValue.HasValue: true } division:
                    Check(division);
                    break;
                case IFieldReferenceOperation { Field: { IsConst: true } field } when FormulaTypes.Of(field.Type) is { IsFloating: true }:
                    CheckInitializer(operation, field);
                    break;
                case ILocalReferenceOperation { Local: { IsConst: true } local } when FormulaTypes.Of(local.Type) is { IsFloating: true }:
                    CheckInitializer(operation, local);
                    break;
            }
        }
    }

    private void CheckInitializer(IOperation reference, ISymbol constant)
    {
        if (known.Add(constant)
            && sources.Declaration<VariableDeclaratorSyntax>(constant, static variable => variable.Initializer is not null, cancellation) is { Initializer: { } initializer }
            && sources.Operation(initializer, cancellation) is ISymbolInitializerOperation { Value: var value })
        {
            problems.Within(reference, constant, () => { Check(value); return true; });
        }
    }

    private void Check(IBinaryOperation division)
    {
        if (Number(division.LeftOperand) is { } dividend && Number(division.RightOperand) is { } divisor && divisor != 0 && dividend % divisor != 0 && Becomes(division) is { } type)
        {
            string whole = decimal.Truncate(dividend / divisor).ToString(CultureInfo.InvariantCulture);
            string exact = ((double)dividend / (double)divisor).ToString("G6", CultureInfo.InvariantCulture);
            problems.Doubt(Descriptors.IntegerDivision, division.Syntax, $"it gives {whole}, not {exact}: write {Floating(division.LeftOperand, type)} / {division.RightOperand.Syntax}");
        }
    }

    private static decimal? Number(IOperation operand) =>
        FormulaTypes.IsInteger(operand.Type) && operand.ConstantValue is { HasValue: true, Value: { } value }
            ? Convert.ToDecimal(value, CultureInfo.InvariantCulture)
            : null;

    // The type that the quotient is finally converted to; null if it stays an integer.
    private static IrType? Becomes(IOperation operation)
    {
        for (IOperation? outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            switch (outer)
            {
                case IConversionOperation or IBinaryOperation or IUnaryOperation or IConditionalOperation when FormulaTypes.Of(outer.Type) is { } type:
                    return type.IsFloating ? type : null;
                case IConversionOperation or IBinaryOperation or IUnaryOperation or IConditionalOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    // The dividend as written, made floating-point.
    private static string Floating(IOperation dividend, IrType type)
    {
        string text = dividend.Syntax.ToString();
        bool isSingle = type.Scalar == ScalarType.Single;
        return dividend.Syntax is LiteralExpressionSyntax && text.All(static character => character is >= '0' and <= '9')
            ? text + (isSingle ? "f" : ".0")
            : (isSingle ? "(float)" : "(double)") + (dividend.Syntax is LiteralExpressionSyntax or NameSyntax or MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax ? text : "(" + text + ")");
    }
}
