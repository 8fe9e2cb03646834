using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// The functions of <c>MathF</c>, <c>Math</c>, <c>float</c> and <c>double</c> that a formula may call, and what they are in the IR; those of <c>Special</c> are in
/// <see cref="SpecialFunctions"/>.
/// </summary>
internal static class FormulaFunctions
{
    /// <summary>The function whose result, a whole number, may only be used as a floating one.</summary>
    public const string Sign = "Sign";

    /// <summary>The function whose second argument has to be the same for all elements.</summary>
    public const string Pow = "Pow";

    private static readonly Dictionary<string, (int Arity, Func<Expr[], Expr> Make)> Table = new(StringComparer.Ordinal)
    {
        ["Abs"] = (1, static a => Of(Op.Absolute, a)),
        ["Clamp"] = (3, static a => Of(Op.Minimum, Of(Op.Maximum, a[0], a[1]), a[2])),
        ["Cos"] = (1, static a => Of(Op.Cos, a)),
        ["Exp"] = (1, static a => Exp(a[0])),
        ["Exp2"] = (1, static a => Of(Op.Exp2, a)),
        ["ExpM1"] = (1, static a => Of(Op.ExpM1, a)),
        ["Floor"] = (1, static a => Of(Op.Floor, a)),
        ["FusedMultiplyAdd"] = (3, static a => Of(Op.FusedMultiplyAdd, a)),
        ["Log"] = (1, static a => Log(a[0])),
        ["Log2"] = (1, static a => Of(Op.Log2, a)),
        ["LogP1"] = (1, static a => Log1P(a[0])),
        ["Max"] = (2, static a => Of(Op.Maximum, a)),
        ["Min"] = (2, static a => Of(Op.Minimum, a)),
        [Pow] = (2, static a => Power(a[0], a[1])),
        [Sign] = (1, static a => Of(Op.Sign, a)),
        ["Sin"] = (1, static a => Of(Op.Sin, a)),
        ["Sqrt"] = (1, static a => SquareRoot(a[0])),
        ["Tanh"] = (1, static a => Of(Op.Tanh, a)),
    };

    /// <summary>The names, for messages.</summary>
    public static string Names => NamesOf(Table);

    /// <summary>The names of the functions of <c>Special</c>, for messages.</summary>
    public static string SpecialNames => NamesOf(SpecialFunctions.Table);

    /// <summary>Whether a method belongs to one of the five types that have mathematical functions.</summary>
    public static bool IsMathematical(IMethodSymbol method) =>
        method.ContainingType is { ContainingType: null } type
        && ((type.Name is "Math" or "MathF" && SystemTypes.IsSystem(type.ContainingNamespace))
            || type.SpecialType is SpecialType.System_Single or SpecialType.System_Double
            || SpecialFunctions.IsSpecial(type));

    /// <summary>Whether a mathematical function is one that a formula may call.</summary>
    public static bool IsKnown(IMethodSymbol method) =>
        TableOf(method).TryGetValue(method.Name, out (int Arity, Func<Expr[], Expr> Make) row) && method.Parameters.Length == row.Arity;

    /// <summary>The value of a function that is known.</summary>
    public static Expr Make(IMethodSymbol method, Expr[] arguments) => TableOf(method)[method.Name].Make(arguments);

    private static IReadOnlyDictionary<string, (int Arity, Func<Expr[], Expr> Make)> TableOf(IMethodSymbol method) =>
        SpecialFunctions.IsSpecial(method.ContainingType) ? SpecialFunctions.Table : Table;

    private static string NamesOf(IReadOnlyDictionary<string, (int Arity, Func<Expr[], Expr> Make)> table) =>
        string.Join(", ", table.Keys.OrderBy(static name => name, StringComparer.Ordinal));
}
