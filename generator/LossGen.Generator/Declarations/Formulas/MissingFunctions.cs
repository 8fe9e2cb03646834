using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>What to write for the functions of <c>MathF</c>, <c>Math</c>, <c>float</c> and <c>double</c> that a formula may not call.</summary>
internal static class MissingFunctions
{
    // {0} is MathF or Math, {1} float or double, {2} a half.
    private static readonly Dictionary<string, string> Substitutes = new(StringComparer.Ordinal)
    {
        ["AcosPi"] = "{0}.Acos(x) / {0}.PI",
        ["AsinPi"] = "{0}.Asin(x) / {0}.PI",
        ["AtanPi"] = "{0}.Atan(x) / {0}.PI",
        ["Atan2Pi"] = "{0}.Atan2(y, x) / {0}.PI",
        ["BigMul"] = "x * y",
        ["Ceiling"] = "-{0}.Floor(-x)",
        ["ClampNative"] = "{0}.Min({0}.Max(x, minimum), maximum)",
        ["CompareTo"] = "x < y, x == y or x > y",
        ["CosPi"] = "{0}.Cos({0}.PI * x)",
        ["DegreesToRadians"] = "x * ({0}.PI / 180)",
        ["DivRem"] = "{0}.Floor(x / y)",
        ["Equals"] = "x == y",
        ["Exp10M1"] = "{1}.ExpM1(x * {0}.Log(10))",
        ["Exp2M1"] = "{1}.ExpM1(x * {0}.Log(2))",
        ["IEEERemainder"] = "x - y * {0}.Floor(x / y + {2}), which differs where the quotient lies half way",
        ["ILogB"] = "{0}.Floor({0}.Log2({0}.Abs(x)))",
        ["IsEvenInteger"] = "x / 2 == {0}.Floor(x / 2)",
        ["IsInteger"] = "x == {0}.Floor(x)",
        ["IsNegativeInfinity"] = "x == {1}.NegativeInfinity",
        ["IsOddInteger"] = "x == {0}.Floor(x) && x / 2 != {0}.Floor(x / 2)",
        ["IsPositive"] = "x >= 0",
        ["IsPositiveInfinity"] = "x == {1}.PositiveInfinity",
        ["IsRealNumber"] = "x == x",
        ["Lerp"] = "x + (y - x) * t",
        ["Log10P1"] = "{1}.LogP1(x) / {0}.Log(10)",
        ["Log2P1"] = "{1}.LogP1(x) / {0}.Log(2)",
        ["MaxMagnitude"] = "{0}.Abs(x) > {0}.Abs(y) ? x : y",
        ["MaxMagnitudeNumber"] = "{0}.Abs(x) > {0}.Abs(y) ? x : y",
        ["MaxNative"] = "{0}.Max(x, y)",
        ["MaxNumber"] = "{0}.Max(x, y), which is NaN where one of them is",
        ["MinMagnitude"] = "{0}.Abs(x) < {0}.Abs(y) ? x : y",
        ["MinMagnitudeNumber"] = "{0}.Abs(x) < {0}.Abs(y) ? x : y",
        ["MinNative"] = "{0}.Min(x, y)",
        ["MinNumber"] = "{0}.Min(x, y), which is NaN where one of them is",
        ["MultiplyAddEstimate"] = "x * y + z",
        ["RadiansToDegrees"] = "x * (180 / {0}.PI)",
        ["RootN"] = "{0}.Pow(x, y), y being 1 / n",
        ["Round"] = "{0}.Floor(x + {2}), which rounds halves up",
        ["ScaleB"] = "x * {1}.Exp2(n), where n is a float or a double",
        ["SinCos"] = "{0}.Sin(x) and {0}.Cos(x)",
        ["SinCosPi"] = "{0}.Sin({0}.PI * x) and {0}.Cos({0}.PI * x)",
        ["SinPi"] = "{0}.Sin({0}.PI * x)",
        ["Tan"] = "{0}.Sin(x) / {0}.Cos(x)",
        ["TanPi"] = "{0}.Sin({0}.PI * x) / {0}.Cos({0}.PI * x)",
        ["Truncate"] = "x < 0 ? -{0}.Floor(-x) : {0}.Floor(x)",
    };

    /// <summary>The functions that have a substitute.</summary>
    public static IEnumerable<string> Names => Substitutes.Keys;

    /// <summary>Why a function of these types cannot be called, and what to write.</summary>
    public static string Reason(IMethodSymbol method)
    {
        string name = method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        bool isWide = method.ContainingType is { Name: "Math" } or { SpecialType: SpecialType.System_Double };
        return
            method.Parameters.FirstOrDefault(static parameter => FormulaTypes.Of(parameter.Type) is null) is { } parameter && FormulaFunctions.IsKnown(method)
                ? $"'{name}' is called for the type {parameter.Type.ToDisplayString()} here: {Refusals.OfType(parameter.Type)}"
            : Substitutes.TryGetValue(method.Name, out string? substitute)
                ? $"'{name}' is no function of formulas: write {string.Format(System.Globalization.CultureInfo.InvariantCulture, substitute, isWide ? "Math" : "MathF", isWide ? "double" : "float", isWide ? "0.5" : "0.5f")}"
            : $"'{name}' is no function of formulas, which have {FormulaFunctions.Names}";
    }
}
