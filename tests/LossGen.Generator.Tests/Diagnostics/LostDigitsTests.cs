using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0040: formulas that lose digits in a form that no rule knows, and those that do not, even if only because a rule repairs them.</summary>
public sealed class LostDigitsTests
{
    [Theory]
    [InlineData("float x", "=> x - MathF.Tanh(x);", "The value keeps about 0 of 7 digits at x = 1E-06: 'x − tanh(x)'")]
    [InlineData("float p, float q", "=> p + q - 2 * MathF.Sqrt(p * q);", "The value keeps about 3 of 7 digits at p = 15, q = 15.015: 'p + q − 2·√(p·q)'")]
    [InlineData("double p, double q", "=> p + q - 2 * Math.Sqrt(p * q);", "The value keeps about 12 of 16 digits at p = 15, q = 15.015: 'p + q − 2·√(p·q)'")]
    [InlineData("float x, float y", "=> Special.NormalCdf(x) - Special.NormalCdf(y);", "The value keeps about 1 of 7 digits at x = 80, y = 7: 'normalCdf(x) − normalCdf(y)'")]
    [InlineData("float x", "=> (MathF.Exp(x) - 1) / x;", "The gradient by 'x' keeps about 0 of 7 digits at x = 1E-06: '1/x·exp(x) − (exp(x) − 1)/x/x'")]
    [InlineData("float x, [Parameter(Minimum = 0)] float c", "=> MathF.Log(x * x + c * c) - MathF.Log(c * c);", "The value keeps about 0 of 7 digits at x = 1E-06: 'log(x² + c²) − log(c²)'")]
    [InlineData("float a, float b", "=> (a - b) * (a + b);", "The gradient by 'a' keeps about 0 of 7 digits at a = 1E-06, b = -80: 'a + b + (a − b)'")]
    public Task IsReported(string inputs, string body, string message) =>
        DiagnosticTester.ExpectWarningAsync("LG0040", $"using System;\n[ElementwiseLoss] partial class Loss {{ [Formula] static {inputs[..inputs.IndexOf(' ', StringComparison.Ordinal)]} [|Value|]({inputs}) {body} }}", Message(message));

    [Fact]
    public Task OverClasses() => DiagnosticTester.ExpectWarningAsync(
        "LG0040",
        "using System;\n[ClassAxisLoss(Shape.Batch, 3)] partial class Loss { [Formula] static float [|Value|](ClassLogits<float> logits, int label) => logits.LogSumExp() - logits.Sum() / logits.Count - 0 * logits[label]; }",
        "The gradient by 'logits' of the formula 'Value' keeps about 1 of 7 digits at logits = (1E-06, 1.002E-06, 1.004E-06), label = 1: 'exp(logits[c] − maximum[j] logits[j])/(Σ[j ≠ label] exp(logits[j] − maximum[j] logits[j]) + exp(logits[label] − maximum[j] logits[j])) − 0.33333334' loses the others, in a form that no rule covers");

    private static string Message(string rest) => rest.Replace(" keeps", " of the formula 'Value' keeps", StringComparison.Ordinal) + " loses the others, in a form that no rule covers";

    /// <summary>Differences of inputs are exact or as accurate as the inputs, and a rule preserves the operands of differences near the end of a loss's range.</summary>
    [Theory]
    [InlineData("float x, float y", "=> (x - y) * (x - y);")]
    [InlineData("float x, float y", "=> MathF.Abs(x - y);")]
    [InlineData("float x, float y", "=> MathF.Max(0, 1 - x * y);")]
    [InlineData("float x, float y", "=> x * x - y * y;")]
    [InlineData("float x, float z", "=> MathF.Max(x, 0) - x * z + MathF.Log(1 + MathF.Exp(-MathF.Abs(x)));")]
    [InlineData("float p, float y", "=> -(y * MathF.Log(p) + (1 - y) * MathF.Log(1 - p));")]
    [InlineData("float x, float y", "=> MathF.Exp(x) - y * x;")]
    [InlineData("float mu, float lv", "=> 0.5f * (mu * mu + MathF.Exp(lv) - 1 - lv);")]
    [InlineData("float x, float y", "{ float e = x - y; return MathF.Sqrt(1 + e * e) - 1; }")]
    [InlineData("float x", "=> MathF.Log(MathF.Cosh(x));")]
    [InlineData("float x", "=> 1 - MathF.Cos(x);")]
    [InlineData("float x", "=> MathF.Floor(x) + MathF.Round(x) * x;")]
    [InlineData("double x, double y", "=> Math.Log(Math.Exp(x) + Math.Exp(y));")]
    public Task IsNotReported(string inputs, string body) =>
        DiagnosticTester.ExpectValidAsync($"using System;\n[ElementwiseLoss] partial class Loss {{ [Formula] static {inputs[..inputs.IndexOf(' ', StringComparison.Ordinal)]} Value({inputs}) {body} }}");

    [Theory]
    [InlineData("-logits.LogProbability(label)")]
    [InlineData("1 - logits.Probability(label)")]
    [InlineData("-MathF.Log(1 - logits.Probability(label))")]
    [InlineData("MathF.Pow(1 - logits.Probability(label), 2) * -logits.LogProbability(label)")]
    public Task IsNotReportedOverClasses(string value) =>
        DiagnosticTester.ExpectValidAsync($"using System;\n[ClassAxisLoss(Shape.Batch, 10)] partial class Loss {{ [Formula] static float Value(ClassLogits<float> logits, int label) => {value}; }}");
}
