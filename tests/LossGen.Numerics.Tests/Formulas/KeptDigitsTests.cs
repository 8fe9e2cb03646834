using System.Text.RegularExpressions;

namespace LossGen.Numerics.Tests.Formulas;

/// <summary>
/// Losses as written in papers and libraries' documents, which lose precision, overflow or have kinks where the loss has none: there the kernel is right, in
/// value and derivatives, and in both types. The right numbers have 60 digits, at points that a float holds exactly.
/// </summary>
public sealed partial class KeptDigitsTests
{
    private const double SingleBound = 1e-6;
    private const double DoubleBound = 1e-14;

    private static readonly Dictionary<string, Row> Rows = new()
    {
        ["-log(1 − e⁻ˣ) by expm1 at 1e-10"] = new(["x"], "", "=> -MathF.Log(-float.ExpM1(-x))", [1e-10], 23.025850916639025, [-9999999865.9856822]),
        ["-log(1 − e⁻ˣ) by expm1 at 50"] = new(["x"], "", "=> -MathF.Log(-float.ExpM1(-x))", [50], 1.9287498479639178e-22, [-1.9287498479639178e-22]),
        ["-log(1 − e⁻ˣ) at 1e-10"] = new(["x"], "", "=> -MathF.Log(1 - MathF.Exp(-x))", [1e-10], 23.025850916639025, [-9999999865.9856822]),
        ["-log(1 − e⁻ˣ) at 50"] = new(["x"], "", "=> -MathF.Log(1 - MathF.Exp(-x))", [50], 1.9287498479639178e-22, [-1.9287498479639178e-22]),
        ["the two branches that avoid its loss at 1e-10"] = new(["x"], "", "=> x < 0.6931472f ? -MathF.Log(-float.ExpM1(-x)) : -float.LogP1(-MathF.Exp(-x))", [1e-10], 23.025850916639025, [-9999999865.9856822]),
        ["the two branches that avoid its loss at 0.6875"] = new(["x"], "", "=> x < 0.6931472f ? -MathF.Log(-float.ExpM1(-x)) : -float.LogP1(-MathF.Exp(-x))", [0.6875], 0.69882643296940896, [-1.0113908198730106]),
        ["the two branches that avoid its loss at 50"] = new(["x"], "", "=> x < 0.6931472f ? -MathF.Log(-float.ExpM1(-x)) : -float.LogP1(-MathF.Exp(-x))", [50], 1.9287498479639178e-22, [-1.9287498479639178e-22]),
        ["cross entropy with logits by a maximum at 0, 0"] = new(["x", "z"], "", "=> MathF.Max(x, 0) - x * z + MathF.Log(1 + MathF.Exp(-MathF.Abs(x)))", [0, 0], 0.69314718055994531, [0.5, 0]),
        ["cross entropy with logits by a maximum at 0, 1"] = new(["x", "z"], "", "=> MathF.Max(x, 0) - x * z + MathF.Log(1 + MathF.Exp(-MathF.Abs(x)))", [0, 1], 0.69314718055994531, [-0.5, 0]),
        ["cross entropy with logits by a maximum at 0, 0.5"] = new(["x", "z"], "", "=> MathF.Max(x, 0) - x * z + MathF.Log(1 + MathF.Exp(-MathF.Abs(x)))", [0, 0.5], 0.69314718055994531, [0, 0]),
        ["cross entropy with logits by a maximum at 20, 1"] = new(["x", "z"], "", "=> MathF.Max(x, 0) - x * z + MathF.Log(1 + MathF.Exp(-MathF.Abs(x)))", [20, 1], 2.0611536203143807e-9, [-2.0611536181902036e-9, -20]),
        ["cross entropy with logits by a maximum at -20, 0"] = new(["x", "z"], "", "=> MathF.Max(x, 0) - x * z + MathF.Log(1 + MathF.Exp(-MathF.Abs(x)))", [-20, 0], 2.0611536203143807e-9, [2.0611536181902036e-9, 20]),
        ["the KL divergence of an autoencoder at 0, -0.0001"] = new(["m", "v"], "", "=> 0.5f * (m * m + MathF.Exp(v) - 1 - v)", [0, -0.0001], 2.4999165424456511e-9, [0, -4.9997498820351313e-5]),
        ["the KL divergence of an autoencoder at 0.5, 1"] = new(["m", "v"], "", "=> 0.5f * (m * m + MathF.Exp(v) - 1 - v)", [0.5, 1], 0.48414091422952262, [0.5, 0.85914091422952262]),
        ["the same by expm1 at 0, -0.0001"] = new(["m", "v"], "", "=> 0.5f * (m * m + float.ExpM1(v) - v)", [0, -0.0001], 2.4999165424456511e-9, [0, -4.9997498820351313e-5]),
        ["the same negated at 0, -0.0001"] = new(["m", "v"], "", "=> -0.5f * (1 + v - m * m - MathF.Exp(v))", [0, -0.0001], 2.4999165424456511e-9, [0, -4.9997498820351313e-5]),
        ["z/√(1 + z²) at 10000"] = new(["z"], "", "=> z / MathF.Sqrt(1 + z * z)", [10000], 0.99999999500000004, [9.9999998500000019e-13]),
        ["z/√(1 + z²) at -3"] = new(["z"], "", "=> z / MathF.Sqrt(1 + z * z)", [-3], -0.9486832980505138, [0.031622776601683793]),
        ["swish by a quotient at -80"] = new(["x"], "", "=> x / (1 + MathF.Exp(-x))", [-80], -1.4438811102763321e-33, [-1.425832596397878e-33]),
        ["swish by a quotient at 0"] = new(["x"], "", "=> x / (1 + MathF.Exp(-x))", [0], 0, [0.5]),
        ["swish by a quotient at 80"] = new(["x"], "", "=> x / (1 + MathF.Exp(-x))", [80], 80, [1]),
        ["a squared sigmoid at 43"] = new(["z"], "", "=> 1 / ((1 + MathF.Exp(z)) * (1 + MathF.Exp(z)))", [43], 4.4737793061811207e-38, [-8.9475586123622415e-38]),
        ["a squared sigmoid at -40"] = new(["z"], "", "=> 1 / ((1 + MathF.Exp(z)) * (1 + MathF.Exp(z)))", [-40], 0.99999999999999999, [-8.4967085105831779e-18]),
        ["Gumbel's distribution at 1000"] = new(["r"], "", "=> -MathF.Exp(-MathF.Exp(r))", [1000], 0, [0]),
        ["Gumbel's distribution at 1"] = new(["r"], "", "=> -MathF.Exp(-MathF.Exp(r))", [1], -0.065988035845312537, [0.17937407873401718]),
        ["log(1 − tanh²) at 1e-6"] = new(["u"], "", "{ float t = MathF.Tanh(u); return MathF.Log(1 - t * t); }", [1e-6], -9.9999999495031876e-13, [-1.9999999949498187e-6]),
        ["log(1 − tanh²) at 20"] = new(["u"], "", "{ float t = MathF.Tanh(u); return MathF.Log(1 - t * t); }", [20], -38.613705638880109, [-2]),
        ["the sigmoid of two cases at -80"] = new(["x"], "", "=> x >= 0 ? 1 / (1 + MathF.Exp(-x)) : MathF.Exp(x) / (1 + MathF.Exp(x))", [-80], 1.8048513878454152e-35, [1.8048513878454152e-35]),
        ["the sigmoid of two cases at 0"] = new(["x"], "", "=> x >= 0 ? 1 / (1 + MathF.Exp(-x)) : MathF.Exp(x) / (1 + MathF.Exp(x))", [0], 0.5, [0.25]),
        ["the sigmoid of two cases at 80"] = new(["x"], "", "=> x >= 0 ? 1 / (1 + MathF.Exp(-x)) : MathF.Exp(x) / (1 + MathF.Exp(x))", [80], 1, [1.8048513878454152e-35]),
        ["the logarithm of the sigmoid of two cases at -100"] = new(["x"], "", "{ float p = x >= 0 ? 1 / (1 + MathF.Exp(-x)) : MathF.Exp(x) / (1 + MathF.Exp(x)); return -MathF.Log(p); }", [-100], 100, [-1]),
        ["the logarithm of the sigmoid of two cases at 20"] = new(["x"], "", "{ float p = x >= 0 ? 1 / (1 + MathF.Exp(-x)) : MathF.Exp(x) / (1 + MathF.Exp(x)); return -MathF.Log(p); }", [20], 2.0611536203143807e-9, [-2.0611536181902036e-9]),
        ["1 less a choice of 1 less at 40, 1"] = new(["x", "y"], "", "{ float p = 1 / (1 + MathF.Exp(-x)); return 1 - (y > 0 ? p : 1 - p); }", [40, 1], 4.248354255291589e-18, [-4.248354255291589e-18, 0]),
        ["1 less a choice of 1 less at -40, 0"] = new(["x", "y"], "", "{ float p = 1 / (1 + MathF.Exp(-x)); return 1 - (y > 0 ? p : 1 - p); }", [-40, 0], 4.248354255291589e-18, [4.248354255291589e-18, 0]),
        ["log-add-exp by a maximum at 1, 1"] = new(["a", "b"], "", "=> MathF.Max(a, b) + MathF.Log(1 + MathF.Exp(-MathF.Abs(a - b)))", [1, 1], 1.6931471805599453, [0.5, 0.5]),
        ["log-add-exp by a maximum at 3, -1"] = new(["a", "b"], "", "=> MathF.Max(a, b) + MathF.Log(1 + MathF.Exp(-MathF.Abs(a - b)))", [3, -1], 3.0181499279178097, [0.98201379003790844, 0.017986209962091558]),
        ["softplus to base 2 at -40"] = new(["x"], "", "=> MathF.Log2(1 + MathF.Exp(x))", [-40], 6.1290796160487007e-18, [6.1290796160487006e-18]),
        ["softplus to base 2 at 200"] = new(["x"], "", "=> MathF.Log2(1 + MathF.Exp(x))", [200], 288.53900817779268, [1.4426950408889634]),
        ["a sigmoid by tanh at -40"] = new(["x"], "", "=> 0.5f * (MathF.Tanh(x / 2) + 1)", [-40], 4.248354255291589e-18, [4.248354255291589e-18]),
        ["a sigmoid by tanh at 40"] = new(["x"], "", "=> 0.5f * (MathF.Tanh(x / 2) + 1)", [40], 1, [4.248354255291589e-18]),
        ["softmax of two at 100, 99"] = new(["a", "b"], "", "=> MathF.Exp(a) / (MathF.Exp(a) + MathF.Exp(b))", [100, 99], 0.73105857863000488, [0.19661193324148185, -0.19661193324148185]),
        ["softmax of two at -100, -99"] = new(["a", "b"], "", "=> MathF.Exp(a) / (MathF.Exp(a) + MathF.Exp(b))", [-100, -99], 0.26894142136999512, [0.19661193324148185, -0.19661193324148185]),
        ["log-sum-exp of three at 20, 19, 18"] = new(["a", "b", "c"], "", "=> MathF.Log(MathF.Exp(a) + MathF.Exp(b) + MathF.Exp(c))", [20, 19, 18], 20.40760596444438, [0.66524095577482189, 0.24472847105479765, 0.090030573170380458]),
        ["u/(c + u) at 1000000"] = new(["u"], "", "=> u / (3 + u)", [1000000], 0.99999700000899997, [2.9999820000809997e-12]),
        ["eˣ − x − 1 at 0.0001"] = new(["x"], "", "=> MathF.Exp(x) - x - 1", [0.0001], 5.00016641819954e-9, [0.00010000499764020572]),
        ["-x − 1 + eˣ at 0.0001"] = new(["x"], "", "=> -x - 1 + MathF.Exp(x)", [0.0001], 5.00016641819954e-9, [0.00010000499764020572]),
        ["2 − 2σ at 40"] = new(["x"], "", "{ float p = 1 / (1 + MathF.Exp(-x)); return 2 - 2 * p; }", [40], 8.496708510583178e-18, [-8.4967085105831779e-18]),
        ["√(x·x) at 1e-30"] = new(["x"], "", "=> MathF.Sqrt(x * x)", [1e-30], 1.0000000031710769e-30, [1]),
        ["√(x·x) at -1e30"] = new(["x"], "", "=> MathF.Sqrt(x * x)", [-1e30], 1.0000000150474662e+30, [-1]),
        ["1 − cos x at 0.0001"] = new(["x"], "", "=> 1 - MathF.Cos(x)", [0.0001], 4.9999997432120886e-9, [9.9999997307120862e-5]),
        ["x − sin x at 0.001"] = new(["x"], "", "=> x - MathF.Sin(x)", [0.001], 1.6666668208205833e-10, [5.0000000583077924e-7]),
        ["x − log1p x at 0.0001"] = new(["x"], "", "=> x - float.LogP1(x)", [0.0001], 4.9996664390686813e-9, [9.9989998474192693e-5]),
        ["a root whose constant is 0 at 1e-30"] = new(["x"], ", [Parameter(Minimum = 0)] float c = 0", "=> MathF.Sqrt(x * x + c)", [1e-30], 1.0000000031710769e-30, [1]),
        ["a root whose constant is 0 at -2"] = new(["x"], ", [Parameter(Minimum = 0)] float c = 0", "=> MathF.Sqrt(x * x + c)", [-2], 2, [-1]),
        ["a power 0 of a base of 0"] = new(["p"], ", [Parameter(Minimum = 0)] float gamma = 0", "=> MathF.Pow(1 - p, gamma)", [1], 1, [0]),
        ["a power ½ of a base of 0 beside a logarithm that vanishes"] = new(["p"], ", [Parameter(Minimum = 0)] float gamma = 0.5f", "=> -MathF.Pow(1 - p, gamma) * MathF.Log(p)", [1], 0, [0]),
        ["the same in a local"] = new(["p"], ", [Parameter(Minimum = 0)] float gamma = 0.5f", "{ float q = 1 - p; return -MathF.Log(p) * MathF.Pow(q, gamma); }", [1], 0, [0]),
        ["a power of a distance of 0"] = new(["x"], ", [Parameter(Minimum = 0)] float power = 0.5f", "=> MathF.Pow(MathF.Abs(x), power)", [0], 0, [0]),
        ["a root whose constant is 0 at 0"] = new(["x"], ", [Parameter(Minimum = 0)] float c = 0", "=> MathF.Sqrt(x * x + c)", [0], 0, [0]),
        ["a distance of 0"] = new(["x", "y"], "", "=> MathF.Sqrt(x * x + y * y)", [0, 0], 0, [0, 0]),
        ["a small distance"] = new(["x", "y"], "", "{ float square = x * x + y * y; return MathF.Sqrt(square); }", [1e-30, 1e-30], 1.4142135668576749e-30, [0.70710678118654752, 0.70710678118654752]),
        ["z/√(1 + z²) with the root in a local"] = new(["z"], "", "{ float root = MathF.Sqrt(1 + z * z); return z / root; }", [10000], 0.99999999500000004, [9.9999998500000019e-13]),
        ["p log p at 0"] = new(["p"], "", "=> p * MathF.Log(p)", [0], 0, [double.NegativeInfinity]),
    };

    private static readonly Dictionary<(string Name, string Type), CustomLoss> Forms = Rows.Keys
        .SelectMany(static (name, number) => new[] { (Name: name, Type: "float", Number: number), (Name: name, Type: "double", Number: number) })
        .ToDictionary(static form => (form.Name, form.Type), static form => Loss(Rows[form.Name], form.Type, FormattableString.Invariant($"Kept{form.Number}{form.Type}")));

    private static readonly Lazy<CustomLosses> Losses = new(static () => new CustomLosses(Forms.Values));

    public static TheoryData<string, string> Names
    {
        get
        {
            TheoryData<string, string> names = [];
            foreach ((string name, string type) in Forms.Keys)
            {
                names.Add(name, type);
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ValueAndSlopesHaveTheirDigits(string name, string type)
    {
        Row row = Rows[name];
        double bound = type == "float" ? SingleBound : DoubleBound;
        (double value, double[] slopes) = Losses.Value.Run(Forms[(name, type)], [.. row.Point.Select(static x => (double)(float)x)]);
        AssertNear("value", row.Value, value);
        for (int i = 0; i < slopes.Length; i++)
        {
            AssertNear("slope of " + row.Inputs[i], row.Slopes[i], slopes[i]);
        }

        void AssertNear(string what, double expected, double actual) => Assert.True(
            expected.Equals(actual) || Math.Abs(actual - expected) <= bound * Math.Abs(expected), FormattableString.Invariant($"{what}: {actual:R}, expected {expected:R}"));
    }

    private static CustomLoss Loss(Row row, string type, string name) => new(name, type, row.Inputs, In(type, row.Body)) { Parameters = In(type, row.Parameters) };

    // Written in float; in double the functions are those of Math, and literals have no suffix.
    private static string In(string type, string text) =>
        type == "float" ? text : SingleLiteral().Replace(text.Replace("MathF.", "Math.", StringComparison.Ordinal).Replace("float", "double", StringComparison.Ordinal), "$1");

    [GeneratedRegex("([0-9])f\\b")]
    private static partial Regex SingleLiteral();

    private sealed record Row(string[] Inputs, string Parameters, string Body, double[] Point, double Value, double[] Slopes);
}
