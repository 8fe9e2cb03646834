using LossGen.Generator.Kernel;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>The functions of <c>LossGen.Special</c> about sigmoids and logarithms of sums, and what they are in the IR.</summary>
internal static class LogisticFunctions
{
    public static IReadOnlyDictionary<(string Name, int Arity), Func<Expr[], Expr>> Table { get; } = new Dictionary<(string Name, int Arity), Func<Expr[], Expr>>
    {
        [("Log1MExp", 1)] = static a => Of(Op.Log1MExp, a),
        [("LogAddExp", 2)] = static a => Of(Op.LogAddExp, a),
        [("LogSigmoid", 1)] = static a => -Of(Op.Softplus, -a[0]),
        [("LogSubExp", 2)] = static a => LogSubExp(a[0], a[1]),
        [("Sigmoid", 1)] = static a => Of(Op.Sigmoid, a),
        [("Softplus", 1)] = static a => Of(Op.Softplus, a),
        [("Swish", 1)] = static a => Of(Op.Swish, a),
        [("XLogY", 2)] = static a => Of(Op.XLogY, a),
    };

    // Where b is −∞ nothing is subtracted; of two such, the difference would be NaN.
    private static Expr LogSubExp(Expr a, Expr b) => Truth.Select(Of(Op.Equal, b, b.Like(double.NegativeInfinity)), a, a + Of(Op.Log1MExp, b - a));
}
