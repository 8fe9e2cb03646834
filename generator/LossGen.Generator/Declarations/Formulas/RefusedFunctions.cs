namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Mathematical functions that a formula may not call though they look like others that it may, and what to write instead.</summary>
internal static class RefusedFunctions
{
    private const string Estimate = "an estimate has other digits on other machines: write ";
    private const string ByCondition = "NaN and magnitudes are asked for by a condition: write ";

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["ReciprocalEstimate"] = Estimate + "1 / x",
        ["ReciprocalSqrtEstimate"] = Estimate + "1 / MathF.Sqrt(x)",
        ["MultiplyAddEstimate"] = Estimate + "x * y + z, which is rounded once, or FusedMultiplyAdd(x, y, z)",
        ["MaxNative"] = "what it gives for NaN and zeros differs from machine to machine: write Max(x, y)",
        ["MinNative"] = "what it gives for NaN and zeros differs from machine to machine: write Min(x, y)",
        ["ClampNative"] = "what it gives for NaN and zeros differs from machine to machine: write Clamp(x, min, max)",
        ["MaxMagnitude"] = ByCondition + "MathF.Abs(x) > MathF.Abs(y) ? x : y",
        ["MinMagnitude"] = ByCondition + "MathF.Abs(x) < MathF.Abs(y) ? x : y",
        ["MaxMagnitudeNumber"] = ByCondition + "MathF.Abs(x) > MathF.Abs(y) || float.IsNaN(y) ? x : y",
        ["MinMagnitudeNumber"] = ByCondition + "MathF.Abs(x) < MathF.Abs(y) || float.IsNaN(y) ? x : y",
        ["MaxNumber"] = ByCondition + "x > y || float.IsNaN(y) ? x : y",
        ["MinNumber"] = ByCondition + "x < y || float.IsNaN(y) ? x : y",
        ["IEEERemainder"] = "its steps depend on the quotient alone: write x - y * MathF.Round(x / y)",
        ["SinCos"] = "it returns two values: write MathF.Sin(x) and MathF.Cos(x)",
        ["SinPi"] = "write MathF.Sin(MathF.PI * x)",
        ["CosPi"] = "write MathF.Cos(MathF.PI * x)",
        ["TanPi"] = "write MathF.Tan(MathF.PI * x)",
        ["AsinPi"] = "write MathF.Asin(x) / MathF.PI",
        ["AcosPi"] = "write MathF.Acos(x) / MathF.PI",
        ["AtanPi"] = "write MathF.Atan(x) / MathF.PI",
        ["Atan2Pi"] = "write MathF.Atan2(y, x) / MathF.PI",
        ["Exp2M1"] = "write float.ExpM1(0.6931472f * x)",
        ["Exp10M1"] = "write float.ExpM1(2.3025851f * x)",
        ["RootN"] = "write MathF.Pow(x, 1f / n), or MathF.Cbrt(x)",
        ["Round"] = "of its overloads a formula may call that of one number, which rounds to the nearest whole number and to the even one of two",
    };

    /// <summary>Why a formula may not call a function of this name; null where nothing more is known than that it may not.</summary>
    public static string? ReasonOf(string name) => Reasons.TryGetValue(name, out string? reason) ? reason : null;
}
