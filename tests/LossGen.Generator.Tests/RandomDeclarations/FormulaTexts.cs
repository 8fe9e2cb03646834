using CsCheck;

namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>Draws the formula of a custom loss: over single elements, or over the classes of a location.</summary>
internal static class FormulaTexts
{
    private static readonly Aspect OfElements = Aspect.Of(
        [
            "[Formula] static float Value(float x, float y) => (x - y) * (x - y);",
            "[Formula] private static double Value(double x) { double root = global::System.Math.Sqrt(x); return x > 0 ? root : 0; }",
            "[Formula] static float Value(float x, float y, [Parameter(Minimum = 0)] float delta = 1) => x < y ? delta * x : y;",
            "[FormulaAttribute] static float Value(float sum, float scale, float index) { if (sum > scale) { return index; } return -sum; }",
            "[Formula] static float Value(float x, [Parameter] double power) => (float)global::System.Math.Pow(x, power); static float Other(float x) => x;",
            "[Formula] static float Value(float x, float y) => Twice(x) - y; static float Twice(float a) { float b = a; b += a; return b; }",
            "[Formula] static float Value(float é, float 数) => é switch { < 0 => -数, 0 => 1, _ => global::System.MathF.Exp(-é) };",
            "const float Half = 0.5f; [Formula] static float Value(float x, float y) { bool isFar = !(x < y && y < Half); return isFar ? x : Half * y; }",
            "[Formula] static float Value(float a, float b, float c, float d, float e, float f, float g, float h) => a * b + c * d - e / f + g % 1 * 0 + h;",
        ],
        [
            "",
            "static float Value(float x) => x;",
            "[Formula] float Value(float x) => x;",
            "[Formula] static int Value(float x) => 1;",
            "[Formula] static float Value(float x, double y) => x;",
            "[Formula] static float Value(float x, float xGradient) => x;",
            "[Formula] static float Value(in float x) => x;",
            "[Formula] static float Value(float x) => Value(x);",
            "[Formula] static float Value(float x) { for (int i = 0; i < 3; i++) { x *= x; } return x; }",
            "[Formula] static float Value(float x) => global::System.MathF.Atan(x); [Formula] static float Second(float x) => x;",
            "[Formula] static float Value(float x, [Parameter(Minimum = 2)] float y = 1) => x * y;",
            "[Formula] static float Value(float x, [Parameter] float Forward) => x * Forward;",
            "static float state; [Formula] static float Value(float x) => x * state;",
            "[Formula] static float Value(float x) { float y = x; System.Action act = () => y++; return y; }",
            "[Formula] static float Value([Parameter] float x) => x;",
        ],
        [
            "[Formula] static float Value(float x) => y;",
            "[Formula] static float Value(float x) { if (x > 0) { return x; } }",
            "[Formula] static float Value(float x) => x +;",
            "[Formula] static float Value(float x) { float y; return y; }",
            "[Formula] static float Value(float x) => \"x\";",
            "[Formula] static float Value(float x, float x) => x;",
            "[Formula(1)] static float Value(float x) => x;",
            "[Formula] static float (float x) => x;",
            "[Formula] static partial float Value(float x);",
            "[Formula] static extern float Value(float x);",
        ]);

    private static readonly Aspect OfClasses = Aspect.Of(
        [
            "[Formula] static float Value(ClassLogits<float> logits, int label) => -logits.LogProbability(label);",
            "[Formula] static double Value(ClassLogits<double> x, long g, [Parameter] double a = 0.5) => a * (1 - x.Probability(g)) - x.LogProbability(g);",
            "[Formula] static float Value(ClassLogits<float> logits, int label) => logits.LogSumExp() - logits[label] + logits.Sum() / logits.Count;",
        ],
        [
            "[Formula] static float Value(float x, float y) => x - y;",
            "[Formula] static float Value(ClassLogits<float> logits, int label) => logits[0];",
            "[Formula] static float Value(ClassLogits<double> logits, int label) => 1;",
            "[Formula] static float Value(ClassLogits<float> logits, int label, float y) => y;",
        ],
        [
            "[Formula] static float Value(ClassLogits logits, int label) => 1;",
            "[Formula] static float Value(ClassLogits<string> logits, int label) => 1;",
            "[Formula] static float Value(ClassLogits<float> logits, int label) => logits.Unknown(label);",
        ]);

    private static readonly Aspect AlongAxis = Aspect.Of(
        [
            "[Formula] static float Value(global::System.ReadOnlySpan<float> x) { float sum = 0; foreach (float v in x) { sum += v * v; } return sum; }",
            "[Formula] static double Value(global::System.ReadOnlySpan<double> sum, global::System.ReadOnlySpan<double> scale) { double a = 0; for (int i = 0; i < sum.Length; i++) { double d = sum[i] - scale[i]; a += d * d; } return global::System.Math.Sqrt(a); }",
            "[Formula] static float Value(global::System.ReadOnlySpan<float> logits, int label, [Parameter] float margin = 1) { float sum = 0; for (int i = 0; i < logits.Length; i++) { if (i != label) { sum += global::System.MathF.Max(0, margin + logits[i] - logits[label]); } } return sum / logits.Length; }",
            "[Formula] static float Value(global::System.ReadOnlySpan<float> é, long row) { float m = float.NegativeInfinity, s = 0; foreach (float v in é) { m = global::System.MathF.Max(m, v); } foreach (float v in é) { s += global::System.MathF.Exp(v - m); } return m + global::System.MathF.Log(s) - é[row]; }",
            "[Formula] static float Value(global::System.ReadOnlySpan<float> a, global::System.ReadOnlySpan<float> b, global::System.ReadOnlySpan<float> c) => Dot(a, b) - Dot(a, c); static float Dot(global::System.ReadOnlySpan<float> x, global::System.ReadOnlySpan<float> y) { float d = 0; for (int i = 0; i < x.Length; i++) d += x[i] * y[i]; return d; }",
        ],
        [
            "[Formula] static float Value(float x, float y) => x - y;",
            "[Formula] static float Value(global::System.ReadOnlySpan<float> x, float y) => y;",
            "[Formula] static float Value(int label, global::System.ReadOnlySpan<float> x) => x[label];",
            "[Formula] static float Value(global::System.ReadOnlySpan<double> x) => 1;",
            "[Formula] static float Value(global::System.ReadOnlySpan<float> x) { float s = 1; foreach (float v in x) { s *= v; } return s; }",
            "[Formula] static float Value(global::System.ReadOnlySpan<float> x) { float s = 0; for (int i = 0; i < x.Length - 1; i++) { s += x[i]; } return s; }",
            "[Formula] static float Value(global::System.ReadOnlySpan<float> x) { float s = 0; foreach (float v in x) { if (s > 1) { s += v; } } return s; }",
        ],
        [
            "[Formula] static float Value(global::System.ReadOnlySpan<string> x) => 1;",
            "[Formula] static float Value(global::System.ReadOnlySpan<float> x) => x;",
            "[Formula] static float Value(global::System.ReadOnlySpan<float> x) { foreach (float v in x) { s += v; } return s; }",
        ]);

    /// <summary>The members with the formula of a loss; nothing for a built-in loss.</summary>
    public static Gen<string> For(string loss, Taste taste) => loss switch
    {
        "ElementwiseLoss" => OfElements.At(taste),
        "ClassAxisLoss" => OfClasses.At(taste),
        "AxisLoss" => AlongAxis.At(taste),
        _ => Gen.Const(""),
    };
}
