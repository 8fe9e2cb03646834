using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>The functions of <c>LossGen.Special</c> that a formula may call, and what they are in the IR.</summary>
internal static class SpecialFunctions
{
    public static IReadOnlyDictionary<string, (int Arity, Func<Expr[], Expr> Make)> Table { get; } = new Dictionary<string, (int Arity, Func<Expr[], Expr> Make)>(StringComparer.Ordinal)
    {
        ["Digamma"] = (1, static a => Of(Op.Digamma, a)),
        ["Erf"] = (1, static a => Of(Op.Erf, a)),
        ["Erfc"] = (1, static a => Of(Op.Erfc, a)),
        ["LogGamma"] = (1, static a => Of(Op.LogGamma, a)),
        ["LogNormalCdf"] = (1, static a => Of(Op.LogNormalCdf, a)),
        ["NormalCdf"] = (1, static a => Of(Op.NormalCdf, a)),
        ["Trigamma"] = (1, static a => Of(Op.Trigamma, a)),
    };

    /// <summary>Whether a type is the library's class of special functions, not one of that name elsewhere.</summary>
    public static bool IsSpecial(INamedTypeSymbol? type) =>
        type is { Name: "Special", Arity: 0, ContainingType: null, ContainingNamespace: { Name: "LossGen", ContainingNamespace.IsGlobalNamespace: true }, ContainingAssembly.Name: "LossGen" };
}
