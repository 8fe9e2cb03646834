using LossGen.Generator.Kernel;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Computes expressions that depend on no variable, each step rounded to its own type, as C# does.</summary>
internal static class ConstantFolding
{
    /// <summary>The number or truth value of an expression; null if it depends on a variable.</summary>
    public static Constant? Fold(Expr expr)
    {
        switch (expr.Unnamed())
        {
            case Constant constant:
                return constant;
            case Apply apply:
                Constant?[] arguments = [.. apply.Arguments.Select(Fold)];
                return Array.TrueForAll(arguments, static argument => argument is not null)
                    && Evaluation.Fold(apply.Op, [.. arguments.Select(static argument => argument!.Value.Value)]) is { } value
                        ? new Constant(apply.Type.Scalar == ScalarType.Single ? (float)value : value, apply.Type)
                        : null;
            default:
                return null;
        }
    }
}
