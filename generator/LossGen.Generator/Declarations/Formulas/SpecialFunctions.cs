using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>The functions of <c>LossGen.Special</c> that a formula may call, and their expressions in the IR.</summary>
internal static class SpecialFunctions
{
    public static IReadOnlyDictionary<(string Name, int Arity), Func<Expr[], Expr>> Table { get; } = new Dictionary<(string Name, int Arity), Func<Expr[], Expr>>
    {
        [("Digamma", 1)] = static a => Of(Op.Digamma, a),
        [("Erf", 1)] = static a => Of(Op.Erf, a),
        [("Erfc", 1)] = static a => Of(Op.Erfc, a),
        [("Log1MExp", 1)] = static a => Of(Op.Log1MExp, a),
        [("LogAddExp", 2)] = static a => Of(Op.LogAddExp, a),
        [("LogGamma", 1)] = static a => Of(Op.LogGamma, a),
        [("LogNormalCdf", 1)] = static a => Of(Op.LogNormalCdf, a),
        [("LogSigmoid", 1)] = static a => -Of(Op.Softplus, -a[0]),
        [("LogSubExp", 2)] = static a => LogSubExp(a[0], a[1]),
        [("NormalCdf", 1)] = static a => Of(Op.NormalCdf, a),
        [("Sigmoid", 1)] = static a => Of(Op.Sigmoid, a),
        [("Softplus", 1)] = static a => Of(Op.Softplus, a),
        [("Swish", 1)] = static a => Of(Op.Swish, a),
        [("Trigamma", 1)] = static a => Of(Op.Trigamma, a),
        [("XLogY", 2)] = static a => Of(Op.XLogY, a),
    };

    /// <summary>Whether a type is the library's class of special functions, not one of that name elsewhere.</summary>
    public static bool IsSpecial(INamedTypeSymbol? type) =>
        type is { Name: "Special", Arity: 0, ContainingType: null, ContainingNamespace: { Name: "LossGen", ContainingNamespace.IsGlobalNamespace: true }, ContainingAssembly.Name: "LossGen" };

    // If b is −∞ nothing is subtracted; if a is too, the difference would be NaN.
    private static Expr LogSubExp(Expr a, Expr b) => Truth.Select(Of(Op.Equal, b, b.Like(double.NegativeInfinity)), a, a + Of(Op.Log1MExp, b - a));
}
