using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// The functions of <c>MathF</c>, <c>Math</c>, <c>float</c> and <c>double</c> that a formula may call, and their expressions in the IR; those of <c>Special</c> are in
/// <see cref="SpecialFunctions"/>.
/// </summary>
internal static class FormulaFunctions
{
    /// <summary>The function whose integer result may be used only as a floating-point number.</summary>
    public const string Sign = "Sign";

    /// <summary>The function whose exponent may be the same for all elements, or vary.</summary>
    public const string Pow = "Pow";

    /// <summary>The function of which a formula may call only one overload.</summary>
    public const string Round = "Round";

    private static readonly Dictionary<(string Name, int Arity), Func<Expr[], Expr>> Table = new()
    {
        [("Abs", 1)] = static a => Of(Op.Absolute, a),
        [("Acos", 1)] = static a => Of(Op.Acos, a),
        [("Acosh", 1)] = static a => Of(Op.Acosh, a),
        [("Asin", 1)] = static a => Of(Op.Asin, a),
        [("Asinh", 1)] = static a => Of(Op.Asinh, a),
        [("Atan", 1)] = static a => Of(Op.Atan, a),
        [("Atan2", 2)] = static a => Of(Op.Atan2, a),
        [("Atanh", 1)] = static a => Of(Op.Atanh, a),
        [("Cbrt", 1)] = static a => Of(Op.CubeRoot, a),
        [("Ceiling", 1)] = static a => Ceiling(a[0]),
        [("Clamp", 3)] = static a => Of(Op.Minimum, Of(Op.Maximum, a[0], a[1]), a[2]),
        [("CopySign", 2)] = static a => Truth.Select(IsNegative(a[1]), -Of(Op.Absolute, a[0]), Of(Op.Absolute, a[0])),
        [("Cos", 1)] = static a => Of(Op.Cos, a),
        [("Cosh", 1)] = static a => Of(Op.Cosh, a),
        [("Exp", 1)] = static a => Exp(a[0]),
        [("Exp10", 1)] = static a => Of(Op.GeneralPower, a[0].Like(10), a[0]),
        [("Exp2", 1)] = static a => Of(Op.Exp2, a),
        [("ExpM1", 1)] = static a => Of(Op.ExpM1, a),
        [("Floor", 1)] = static a => Of(Op.Floor, a),
        [("FusedMultiplyAdd", 3)] = static a => Of(Op.FusedMultiplyAdd, a),
        [("Hypot", 2)] = static a => Of(Op.Hypotenuse, a),
        [("IsFinite", 1)] = static a => Of(Op.LessThan, Of(Op.Absolute, a), a[0].Like(double.PositiveInfinity)),
        [("IsInfinity", 1)] = static a => Of(Op.Equal, Of(Op.Absolute, a), a[0].Like(double.PositiveInfinity)),
        [("IsNaN", 1)] = static a => Truth.Not(Of(Op.IsNumber, a)),
        [("IsNegative", 1)] = static a => IsNegative(a[0]),
        [("IsNegativeInfinity", 1)] = static a => Of(Op.Equal, a[0], a[0].Like(double.NegativeInfinity)),
        [("IsPositive", 1)] = static a => Truth.Not(IsNegative(a[0])),
        [("IsPositiveInfinity", 1)] = static a => Of(Op.Equal, a[0], a[0].Like(double.PositiveInfinity)),
        [("Log", 1)] = static a => Log(a[0]),
        [("Log", 2)] = static a => LogToBase(a[0], a[1]),
        [("Log10", 1)] = static a => Of(Op.Log10, a),
        [("Log10P1", 1)] = static a => Of(Op.Log10P1, a),
        [("Log2", 1)] = static a => Of(Op.Log2, a),
        [("Log2P1", 1)] = static a => Of(Op.Log2P1, a),
        [("LogP1", 1)] = static a => Log1P(a[0]),
        [("Max", 2)] = static a => Of(Op.Maximum, a),
        [("Min", 2)] = static a => Of(Op.Minimum, a),
        [(Pow, 2)] = static a => Power(a[0], a[1]),
        [(Round, 1)] = static a => Of(Op.Round, a),
        [(Sign, 1)] = static a => Of(Op.Sign, a),
        [("Sin", 1)] = static a => Of(Op.Sin, a),
        [("Sinh", 1)] = static a => Of(Op.Sinh, a),
        [("Sqrt", 1)] = static a => SquareRoot(a[0]),
        [("Tan", 1)] = static a => Of(Op.Tan, a),
        [("Tanh", 1)] = static a => Of(Op.Tanh, a),
        [("Truncate", 1)] = static a => Truth.Select(Of(Op.LessThan, a[0], a[0].Like(0)), Ceiling(a[0]), Of(Op.Floor, a)),
    };

    /// <summary>The names, for messages.</summary>
    public static string Names => NamesOf(Table.Keys.Select(static key => key.Name));

    /// <summary>The names of the library's own functions, for messages.</summary>
    public static string SpecialNames => NamesOf(SpecialFunctions.Table.Keys.Select(static key => key.Name));

    /// <summary>Whether a method belongs to one of the types with mathematical functions: four of System, one of this library.</summary>
    public static bool IsMathematical(IMethodSymbol method) =>
        IsSpecial(method)
        || (method.ContainingType is { ContainingType: null } type
            && ((type.Name is "Math" or "MathF" && SystemTypes.IsSystem(type.ContainingNamespace)) || type.SpecialType is SpecialType.System_Single or SpecialType.System_Double));

    /// <summary>Whether a method is one of the library's own functions.</summary>
    public static bool IsSpecial(IMethodSymbol method) => SpecialFunctions.IsSpecial(method.ContainingType);

    /// <summary>Whether a mathematical function is one that a formula may call.</summary>
    public static bool IsKnown(IMethodSymbol method) => TableOf(method).ContainsKey((method.Name, method.Parameters.Length));

    /// <summary>The value of a known function.</summary>
    public static Expr Make(IMethodSymbol method, Expr[] arguments) => TableOf(method)[(method.Name, arguments.Length)](arguments);

    private static IReadOnlyDictionary<(string Name, int Arity), Func<Expr[], Expr>> TableOf(IMethodSymbol method) => IsSpecial(method) ? SpecialFunctions.Table : Table;

    private static string NamesOf(IEnumerable<string> names) => string.Join(", ", names.Distinct().OrderBy(static name => name, StringComparer.Ordinal));

    private static Expr Ceiling(Expr a) => -Of(Op.Floor, -a);

    // The reciprocal of −0 is −∞. The sign of a NaN is left to the machine: here it has none.
    private static Expr IsNegative(Expr a) => Truth.Or(Of(Op.LessThan, a, a.Like(0)), Of(Op.LessThan, a.Like(1) / a, a.Like(0)));

    private static Expr LogToBase(Expr a, Expr @base) => (@base.Unnamed() as Constant)?.Value.Value switch
    {
        2.0 => Of(Op.Log2, a),
        10.0 => Of(Op.Log10, a),
        _ => Of(Op.LogToBase, a, @base),
    };
}
