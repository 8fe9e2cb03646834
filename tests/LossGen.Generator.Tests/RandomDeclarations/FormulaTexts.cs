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
            "[Formula] static float Value(ClassLogits<float> logits, int label) => label * logits[label];",
            "[Formula] static float Value(ClassLogits<float> logits, int label) => logits[0];",
            "[Formula] static float Value(ClassLogits<double> logits, int label) => 1;",
            "[Formula] static float Value(ClassLogits<float> logits, int label, float y) => y;",
        ],
        [
            "[Formula] static float Value(ClassLogits logits, int label) => 1;",
            "[Formula] static float Value(ClassLogits<string> logits, int label) => 1;",
            "[Formula] static float Value(ClassLogits<float> logits, int label) => logits.Unknown(label);",
        ]);

    /// <summary>The members with the formula of a loss; nothing for a built-in loss.</summary>
    public static Gen<string> For(string loss, Taste taste) => loss switch
    {
        "ElementwiseLoss" => OfElements.At(taste),
        "ClassAxisLoss" => OfClasses.At(taste),
        _ => Gen.Const(""),
    };
}
