using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads calls of mathematical functions.</summary>
internal sealed class FunctionReader(FormulaReader formula, ExpressionReader expressions)
{
    /// <summary>Whether a value is a sign, which is an int.</summary>
    public static bool IsSign(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: FormulaFunctions.Sign } method } && FormulaFunctions.IsMathematical(method);

    /// <summary>The value of a call that returns a floating-point number or a truth value.</summary>
    public Expr? Read(IInvocationOperation call, FormulaScope scope)
    {
        if (IsSign(call))
        {
            formula.Problems.Refuse(call, "its result is an int, and has to be converted to float or double");
            return null;
        }

        return Value(call, scope);
    }

    /// <summary>The value of a call, a sign's as the floating-point number that it will be converted to.</summary>
    public Expr? Value(IInvocationOperation call, FormulaScope scope)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!FormulaFunctions.IsKnown(method) || method.Parameters.Any(static parameter => FormulaTypes.Of(parameter.Type) is not { IsFloating: true }))
        {
            formula.Problems.Refuse(call, MissingFunctions.Reason(method));
            return null;
        }

        Expr?[] arguments = [.. call.Arguments.OrderBy(static argument => argument.Parameter!.Ordinal).Select(argument => expressions.Read(argument.Value, scope))];
        if (arguments.Any(static argument => argument is null))
        {
            return null;
        }

        // A few constant exponents give a product or a root; one that varies by element has a derivative, too.
        return method.Name == FormulaFunctions.Pow && formula.Effort.Varies(arguments[1]!)
            ? Expr.Of(Op.GeneralPower, arguments!)
            : FormulaFunctions.Make(method, arguments!);
    }
}
