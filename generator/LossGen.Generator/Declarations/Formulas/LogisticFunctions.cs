using LossGen.Generator.Kernel;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>The functions of <c>LossGen.Special</c> about sigmoids and logarithms of sums, and what they are in the IR.</summary>
internal static class LogisticFunctions
{
    public static IReadOnlyDictionary<string, (int Arity, Func<Expr[], Expr> Make)> Table { get; } = new Dictionary<string, (int Arity, Func<Expr[], Expr> Make)>(StringComparer.Ordinal)
    {
        ["Log1MExp"] = (1, static a => Of(Op.Log1MExp, a)),
    };
}
