using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>What to write for the functions of <c>MathF</c>, <c>Math</c>, <c>float</c> and <c>double</c> that a formula may not call.</summary>
internal static class MissingFunctions
{
    private const string Estimate = ", as an estimate has other digits on other machines";
    private const string Native = ", as what it gives for NaN and zeros differs from machine to machine";

    // {0} is MathF or Math, {1} float or double.
    private static readonly Dictionary<string, string> Substitutes = new(StringComparer.Ordinal)
    {
        ["AcosPi"] = "{0}.Acos(x) / {0}.PI",
        ["AsinPi"] = "{0}.Asin(x) / {0}.PI",
        ["AtanPi"] = "{0}.Atan(x) / {0}.PI",
        ["Atan2Pi"] = "{0}.Atan2(y, x) / {0}.PI",
        ["BigMul"] = "x * y",
        ["ClampNative"] = "{0}.Clamp(x, minimum, maximum)",
        ["CompareTo"] = "x < y, x == y or x > y",
        ["CosPi"] = "{0}.Cos({0}.PI * x)",
        ["DegreesToRadians"] = "x * ({0}.PI / 180)",
        ["DivRem"] = "{0}.Floor(x / y)",
        ["Equals"] = "x == y",
        ["Exp10M1"] = "{1}.ExpM1(x * {0}.Log(10))",
        ["Exp2M1"] = "{1}.ExpM1(x * {0}.Log(2))",
        ["IEEERemainder"] = "x - y * {0}.Round(x / y)",
        ["ILogB"] = "{0}.Floor({0}.Log2({0}.Abs(x)))",
        ["IsEvenInteger"] = "x / 2 == {0}.Round(x / 2)",
        ["IsInteger"] = "x == {0}.Round(x)",
        ["IsOddInteger"] = "x == {0}.Round(x) && x / 2 != {0}.Round(x / 2)",
        ["IsRealNumber"] = "!{1}.IsNaN(x)",
        ["Lerp"] = "x + (y - x) * t",
        ["MaxMagnitude"] = "{0}.Abs(x) > {0}.Abs(y) ? x : y",
        ["MaxMagnitudeNumber"] = "{0}.Abs(x) > {0}.Abs(y) || {1}.IsNaN(y) ? x : y",
        ["MaxNative"] = "{0}.Max(x, y)",
        ["MaxNumber"] = "x > y || {1}.IsNaN(y) ? x : y",
        ["MinMagnitude"] = "{0}.Abs(x) < {0}.Abs(y) ? x : y",
        ["MinMagnitudeNumber"] = "{0}.Abs(x) < {0}.Abs(y) || {1}.IsNaN(y) ? x : y",
        ["MinNative"] = "{0}.Min(x, y)",
        ["MinNumber"] = "x < y || {1}.IsNaN(y) ? x : y",
        ["MultiplyAddEstimate"] = "x * y + z",
        ["RadiansToDegrees"] = "x * (180 / {0}.PI)",
        ["ReciprocalEstimate"] = "1 / x",
        ["ReciprocalSqrtEstimate"] = "1 / {0}.Sqrt(x)",
        ["RootN"] = "{0}.Pow(x, y), y being 1 / n, or {0}.Cbrt(x)",
        ["ScaleB"] = "x * {1}.Exp2(n), where n is a float or a double",
        ["SinCos"] = "{0}.Sin(x) and {0}.Cos(x)",
        ["SinCosPi"] = "{0}.Sin({0}.PI * x) and {0}.Cos({0}.PI * x)",
        ["SinPi"] = "{0}.Sin({0}.PI * x)",
        ["TanPi"] = "{0}.Tan({0}.PI * x)",
    };

    // Why the function itself is not available, if that is not obvious.
    private static readonly Dictionary<string, string> Causes = new(StringComparer.Ordinal)
    {
        ["ReciprocalEstimate"] = Estimate,
        ["ReciprocalSqrtEstimate"] = Estimate,
        ["MultiplyAddEstimate"] = Estimate,
        ["MaxNative"] = Native,
        ["MinNative"] = Native,
        ["ClampNative"] = Native,
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
            : method.Name == FormulaFunctions.Round
                ? $"'{name}' is no function of formulas with these arguments: write {(isWide ? "Math" : "MathF")}.Round(x), which rounds halves to even"
            : Substitutes.TryGetValue(method.Name, out string? substitute)
                ? $"'{name}' is no function of formulas{(Causes.TryGetValue(method.Name, out string? cause) ? cause : "")}: write {string.Format(System.Globalization.CultureInfo.InvariantCulture, substitute, isWide ? "Math" : "MathF", isWide ? "double" : "float")}"
            : $"'{name}' is no function of formulas, which have {(FormulaFunctions.IsSpecial(method) ? FormulaFunctions.SpecialNames : FormulaFunctions.Names)}";
    }
}
