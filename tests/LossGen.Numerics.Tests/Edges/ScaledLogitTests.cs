using LossGen.Numerics.Tests.Rules;
using LossGen.Numerics.Tests.Support;
using LossGen.Tests;
using static LossGen.Numerics.Tests.Edges.ScaledLogits;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>
/// Softmax losses of logits that are first scaled, capped, shifted or given a margin, built in or written in loops: where the prediction is sure and right, value and gradients keep the
/// digits that those of a plain softmax keep. The right numbers are computed to 90 digits from the definition.
/// </summary>
public sealed class ScaledLogitTests(ITestOutputHelper output)
{
    private const int Points = 20;

    // In an ordinary run, a third of the losses each day.
    private const int Days = 3;

    private static readonly ScaledLogits[] Losses =
    [
        .. new[] { 0.01, 0.05, 0.07, 0.5, 3 }.Select(static t => BuiltIn(FormattableString.Invariant($"Temperature = {t}"), z => z.X / z.Number(t), 15 * t)),
        .. new[] { 5.0, 30, 50, 1000 }.Select(static s => BuiltIn(FormattableString.Invariant($"SoftCap = {s}"), z => Capped(z.X, s), Math.Min(14, s / 2))),
        BuiltIn("SoftCap = 30, Temperature = 0.5", static z => Capped(z.X, 30) / 0.5, 6),
        BuiltIn("SoftCap = 2, Temperature = 0.05", static z => Capped(z.X, 2) / z.Number(0.05), 0.7),
        Loop("a temperature", "[Parameter] float temperature = 0.07f", "x[i] / temperature", "MathF.Log(sum) - x[label] / temperature", static z => z.X / z.Number(0.07), 1),
        Loop("a scale", "[Parameter] float scale = 20", "scale * x[i]", "MathF.Log(sum) - scale * x[label]", static z => 20 * z.X, 0.7),
        Loop("a negative scale", "[Parameter] float scale = -20", "scale * x[i]", "MathF.Log(sum) - scale * x[label]", static z => -20 * z.X, -0.7),
        Loop("a constant scale", "", "20 * x[i]", "MathF.Log(sum) - 20 * x[label]", static z => 20 * z.X, 0.7),
        Loop("a negative constant scale", "", "1 - 20 * x[i]", "MathF.Log(sum) - (1 - 20 * x[label])", static z => -20 * z.X, -0.7),
        Loop("a learned scale", "[Learned] float learned", "learned * x[i]", "MathF.Log(sum) - learned * x[label]", static z => z.Learned * z.X, 1) with { Learned = 12 },
        Loop("a learned temperature", "[Learned] float learned", "x[i] / learned", "MathF.Log(sum) - x[label] / learned", static z => z.X / z.Learned, 2) with { Learned = 0.125 },
        Loop("the exponential of a learned number", "[Learned] float learned", "x[i] * MathF.Exp(learned)", "MathF.Log(sum) - x[label] * MathF.Exp(learned)", static z => z.X * Precise.Exp(z.Learned), 1) with { Learned = 2.5 },
        Loop("a maximum below a temperature", "[Learned] float learned", "(x[i] - max) / learned", "MathF.Log(sum) - (x[label] - max) / learned", static z => z.X / z.Learned, 2) with { Learned = 0.125 },
        Loop("a maximum beside a scale", "", "20 * x[i] - 20 * max", "MathF.Log(sum) + 20 * max - 20 * x[label]", static z => 20 * z.X, 0.7),
        Loop("a prior", "", "x[i] + MathF.Log(0.1f * (i + 1))", "MathF.Log(sum) - (x[label] + MathF.Log(0.1f * (label + 1)))", static z => z.X + Precise.Log(z.Number(0.1) * (z.Class + 1)), 15),
        Loop("a scale and a prior", "[Parameter] float scale = 8, [Parameter] float tau = 0.5f", "scale * x[i] - tau * i", "MathF.Log(sum) - scale * x[label] + tau * label", static z => (8 * z.X) - (0.5 * z.Class), 1.7),
        Loop("a margin", "[Parameter] float scale = 30, [Parameter] float margin = 0.25f", "scale * (i == label ? x[i] - margin : x[i])", "MathF.Log(sum) - scale * (x[label] - margin)", static z => 30 * (z.IsLabel ? z.X - 0.25 : z.X), 0.6),
        Loop(
            "an angular margin",
            "[Parameter] float scale = 30, [Parameter] float margin = 0.5f",
            "scale * (i == label ? MathF.Cos(MathF.Acos(x[label]) + margin) : x[i])",
            "MathF.Log(sum) - scale * MathF.Cos(MathF.Acos(x[label]) + margin)",
            static z => 30 * (z.IsLabel ? (z.X * Precise.Cos(0.5)) - (Precise.Sqrt(1 - (z.X * z.X)) * Precise.Sin(0.5)) : z.X),
            0.5),
        Loop("a cap", "[Parameter] float cap = 30", "cap * MathF.Tanh(x[i] / cap)", "MathF.Log(sum) - cap * MathF.Tanh(x[label] / cap)", static z => Capped(z.X, 30), 15),
        Loop("a quotient of exponentials", "", "20 * x[i]", "-MathF.Log(MathF.Exp(20 * x[label]) / sum)", static z => 20 * z.X, 0.7),
        Loop("another term in between", "", "20 * x[i] + i", "MathF.Log(sum) + 0 * x[0] - 20 * x[label] - label", static z => (20 * z.X) + z.Class, 0.9),
        Loop("a focal factor", "", "20 * x[i]", "MathF.Pow(1 - MathF.Exp(20 * x[label]) / sum, 2) * -MathF.Log(MathF.Exp(20 * x[label]) / sum)", static z => 20 * z.X, 0.5) with { IsFocal = true },
        Loop(
            "a focal factor of a log-probability",
            "[Parameter] float scale = 20",
            "scale * (x[i] - 0.125f * i)",
            "-MathF.Pow(1 - MathF.Exp(scale * (x[label] - 0.125f * label) - MathF.Log(sum)), 2) * (scale * (x[label] - 0.125f * label) - MathF.Log(sum))",
            static z => 20 * (z.X - (0.125 * z.Class)),
            0.7) with { IsFocal = true },
    ];

    private static readonly Lazy<CompiledLosses> Compiled = new(static () => CompiledLosses.CompileSources(
        ["using System;\nusing LossGen;\n" + string.Concat(Losses.Select(static (loss, number) => (loss, number)).Where(static each => RandomRun.IsTried(each.number, Days)).SelectMany(static each => Sources(each.loss, each.number)))]));

    private static string[] Sources(ScaledLogits loss, int number) => [loss.Source("float", $"Loss{number}float"), loss.Source("double", $"Loss{number}double")];

    public static TheoryData<string, string> Names
    {
        get
        {
            TheoryData<string, string> names = [];
            foreach (ScaledLogits loss in Losses.Where(static (_, number) => RandomRun.IsTried(number, Days)))
            {
                names.Add(loss.Name, "float");
                names.Add(loss.Name, "double");
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ASurePredictionKeepsItsDigits(string name, string type)
    {
        int number = Array.FindIndex(Losses, loss => loss.Name == name);
        ScaledLogits loss = Losses[number];
        Func<double[], int, double[], double> run = Compiled.Value.Method<Func<double[], int, double[], double>>($"Loss{number}{type}", "Run");
        Data data = new(number);
        (double valueError, double slopeError) = (0, 0);
        for (int point = 0; point < Points; point++)
        {
            int label = point % Classes;
            double[] x = [.. data.Uniform(Classes, -0.3, 0.3).Select(u => Rounded(u * loss.Width))];
            x[label] = Rounded(loss.Width * (1 + (point * 0.01)));
            double[] gradient = new double[Classes + 1];
            double value = run(x, label, gradient);
            Precise[] precise = [.. x.Select(static u => (Precise)u), loss.Learned];
            valueError = Math.Max(valueError, Error(loss.Value(precise, label, Number), value));
            for (int i = 0; i < (loss.Learned == 0 ? Classes : Classes + 1); i++)
            {
                slopeError = Math.Max(slopeError, Error(loss.Slope(precise, i, label, Number), gradient[i]));
            }
        }

        string errors = FormattableString.Invariant($"{name}, {type}: value {valueError:G3}, gradient {slopeError:G3}");
        output.WriteLine(errors);
        // A focal factor is the third power of what is small.
        (double valueBound, double slopeBound) = type == "float" ? (2e-6, 1e-5) : (1e-14, 2e-14);
        valueBound *= loss.IsFocal ? 3 : 1;
        Assert.True(valueError <= valueBound && slopeError <= slopeBound, errors);

        double Rounded(double u) => type == "float" ? (float)u : u;

        Precise Number(double u) => Rounded(u);
    }

    private static double Error(Precise expected, double actual) => double.IsFinite(actual) ? (double)Precise.Abs((actual - expected) / expected) : double.PositiveInfinity;

    private static Precise Capped(Precise x, Precise cap) => Precise.Exp(2 * x / cap) is var square ? cap * (square - 1) / (square + 1) : default;
}
