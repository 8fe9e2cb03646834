using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests;

/// <summary>Kernels of custom formulas stay short, and the compiler fast, up to the size that the compiler refuses.</summary>
public sealed class FormulaSizeTests(ITestOutputHelper output)
{
    private const int MostLines = 400;

    // Almost as many operations as one formula may have.
    private const int Terms = 120;
    private const int Locals = 7;

    private static readonly Dictionary<string, string> Formulas = new()
    {
        ["huber"] = "float Value(float x, float y, [Parameter] float d = 1) { float e = MathF.Abs(x - y); return e <= d ? 0.5f * e * e : d * (e - 0.5f * d); }",
        ["log-cosh"] = "float Value(float x, float y) { float e = x - y; return e + MathF.Log(1 + MathF.Exp(-2 * e)) - 0.6931472f; }",
        ["focal"] = "float Value(float x, float y, [Parameter] float g = 2) { float p = 1 / (1 + MathF.Exp(-x)); float t = y > 0.5f ? p : 1 - p; return -MathF.Pow(1 - t, 2) * MathF.Log(t); }",
        ["quantile"] = "float Value(float x, float y, [Parameter] float q = 0.5f) { float e = y - x; return MathF.Max(q * e, (q - 1) * e); }",
        ["student"] = "float Value(float x, float y, [Parameter] float n = 3) { float e = x - y; return 0.5f * (n + 1) * MathF.Log(1 + e * e / n); }",
        ["gaussian"] = "float Value(float mean, float variance, float y) { float v = MathF.Max(variance, 1e-6f); float e = y - mean; return 0.5f * (MathF.Log(v) + e * e / v); }",
        ["robust"] = "float Value(float x, float y, [Parameter] float c = 1) { float z = (x - y) / c; return MathF.Sqrt(z * z + 1) - 1; }",
        ["wing"] = "float Value(float x, float y) { float e = MathF.Abs(x - y); return e < 10 ? 10 * MathF.Log(1 + e / 2) : e - 10 + 10 * MathF.Log(6); }",
        ["four inputs"] = "float Value(float mean, float scale, float shift, float y) { float z = (y - mean) / MathF.Exp(scale); float t = MathF.Tanh(z + shift); return t * t + MathF.Log(1 + z * z) + scale; }",
        ["steps"] = "float Value(float x, float y) { float e = x - y; return e switch { < -2 => -e, < 0 => 0.5f * e * e, < 1 => e * e, < 3 => MathF.Exp(e), _ => e }; }",
    };

    // So that the time of a formula is not that of starting the compiler.
    private static readonly Lazy<GeneratorDriver> WarmUp = new(static () => GeneratorTester.Run(Compilations.Create(Compilations.Parse(Source(Formulas["huber"])))));

    public static TheoryData<string> Names => [.. Formulas.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void NoKernelOfAFormulaThatSomebodyWouldWriteIsLong(string name) => Assert.True(LongestKernel(name, Formulas[name]) <= MostLines);

    [Theory]
    [InlineData("a sum of terms that share nothing")]
    [InlineData("local variables, each used twice by the next")]
    public void AFormulaOfTheMostOperationsCompiles(string name)
    {
        string sum = string.Join(" + ", Enumerable.Range(1, Terms).Select(static i => $"MathF.Tanh({i} * x - y) * (x > {i} ? y : x)"));
        string chain = string.Concat(Enumerable.Range(1, Locals).Select(static i => $"float v{i} = MathF.Exp(v{i - 1} * 0.5f) - v{i - 1} * y; "));
        string method = name.StartsWith("a sum", StringComparison.Ordinal) ? $"float Value(float x, float y) => {sum};" : $"float Value(float x, float y) {{ float v0 = x * y; {chain}return v{Locals}; }}";
        Assert.True(LongestKernel(name, method) > 0);
    }

    private static string Source(string method) => $"using System;\nusing LossGen;\n[ElementwiseLoss]\npublic sealed partial class Loss\n{{\n    [Formula]\n    private static {method}\n}}";

    private int LongestKernel(string name, string method)
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(Source(method)));
        _ = WarmUp.Value;
        TimeSpan before = Environment.CpuUsage.TotalTime;
        string file = Assert.Single(GeneratorTester.Files(GeneratorTester.Run(compilation, new LossGenerator()))).SourceText.ToString();
        TimeSpan time = Environment.CpuUsage.TotalTime - before;
        int[] lines = [.. GeneratedKernels.In(file).Select(static kernel => kernel.Lines)];
        output.WriteLine(FormattableString.Invariant(
            $"{name}: {lines.Length} kernels of up to {lines.Max()} lines, {file.Length / 1024} KiB, the longest line of {file.Split('\n').Max(static line => line.Length)} characters, {time.TotalMilliseconds:F0} ms of CPU"));
        return lines.Max();
    }
}
