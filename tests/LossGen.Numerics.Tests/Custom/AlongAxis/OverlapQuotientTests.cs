using System.Text.RegularExpressions;
using LossGen.Numerics.Tests.Rules;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>
/// 1 − t/(t + e), the overlap t being nearly 0 or all there is: the value is e/(t + e), and in its gradients, which are t and e over the square of the whole, nothing cancels. However the
/// formula is written, they have their digits. The right numbers are computed to 90 digits.
/// </summary>
public sealed partial class OverlapQuotientTests(ITestOutputHelper output)
{
    private const int Size = 4;
    private const string Sums = "float t = 0, a = 0, b = 0; for (int i = 0; i < p.Length; i++) { t += p[i] * y[i]; a += p[i] * (1 - y[i]); b += (1 - p[i]) * y[i]; } ";

    private static readonly (string Name, string Parameters, string Body, Func<Precise, Precise, Precise, Precise> Value)[] Forms =
    [
        ("constants", "", Sums + "return 1 - t / (t + 0.25f * a + 0.75f * b);", static (t, a, b) => 1 - (t / (t + (0.25 * a) + (0.75 * b)))),
        ("parameters", ", [Parameter] float alpha = 0.25f, [Parameter] float beta = 0.75f", Sums + "return 1 - t / (t + alpha * a + beta * b);", static (t, a, b) => 1 - (t / (t + (0.25 * a) + (0.75 * b)))),
        ("a divisor in a local", "", Sums + "float whole = t + 0.25f * a + 0.75f * b; float index = t / whole; return 1 - index;", static (t, a, b) => 1 - (t / (t + (0.25 * a) + (0.75 * b)))),
        ("factors", ", [Parameter] float factor = 3", Sums + "return 2 - 2 * factor * t / (factor * t + a + b);", static (t, a, b) => 2 - (6 * t / ((3 * t) + a + b))),
        ("functions of spans", "", Sums + "return 1 - Along.Dot(p, y) / (Along.Dot(p, y) + a + b);", static (t, a, b) => 1 - (t / (t + a + b))),
        ("a power", "", Sums + "return MathF.Pow(1 - t / (t + 0.25f * a + 0.75f * b), 1.5f);", static (t, a, b) => Precise.Exp(1.5 * Precise.Log(1 - (t / (t + (0.25 * a) + (0.75 * b)))))),
        ("more terms", "", Sums + "float c = 0; for (int i = 0; i < p.Length; i++) { c += p[i]; } return 1 - t / (t + 0.25f * a + 0.5f * b + 0.125f * c);", static (t, a, b) => 1 - (t / (t + (0.25 * a) + (0.5 * b) + (0.125 * (t + a))))),
    ];

    private static readonly Lazy<CompiledLosses> Compiled = new(static () => CompiledLosses.CompileSources(
        ["using System;\nusing LossGen;\n" + string.Concat(Forms.SelectMany(static (form, number) => new[] { "float", "double" }.Select(type => Source(form.Parameters, form.Body, type, number))))]));

    public static TheoryData<string, string> Names
    {
        get
        {
            TheoryData<string, string> names = [];
            foreach (string name in Forms.Select(static form => form.Name))
            {
                names.Add(name, "float");
                names.Add(name, "double");
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NothingCancels(string name, string type)
    {
        int number = Array.FindIndex(Forms, form => form.Name == name);
        Func<double[], double[], double[], double> run = Compiled.Value.Method<Func<double[], double[], double[], double>>($"Overlap{number}{type}", "Run");
        (double valueError, double slopeError) = (0, 0);
        foreach (double small in new[] { 1e-3, 1e-5, 1e-7 })
        {
            // The first two are the target: nearly missed, or nearly all there is.
            foreach (double[] p in new[] { new[] { small, small / 2, 0.5, 0.25 }, [1 - small, 1 - (small / 2), small, small / 4] })
            {
                double[] prediction = [.. p.Select(v => type == "float" ? (float)v : v)];
                double[] target = [1, 1, 0, 0];
                double[] gradient = new double[Size];
                valueError = Math.Max(valueError, Error(Value([.. prediction.Select(static v => (Precise)v)]), run(prediction, target, gradient)));
                for (int i = 0; i < Size; i++)
                {
                    Precise step = new(1, -120);
                    Precise[] Moved(Precise by) => [.. prediction.Select((v, at) => at == i ? v + by : v)];
                    slopeError = Math.Max(slopeError, Error((Value(Moved(step)) - Value(Moved(-step))) / (2 * step), gradient[i]));
                }
            }
        }

        string errors = FormattableString.Invariant($"{name}, {type}: value {valueError:G3}, gradient {slopeError:G3}");
        output.WriteLine(errors);
        Assert.True(Math.Max(valueError, slopeError) <= (type == "float" ? 1e-6 : 2e-15), errors);

        Precise Value(Precise[] p) => Forms[number].Value(p[0] + p[1], p[2] + p[3], 1 - p[0] + (1 - p[1]));
    }

    private static double Error(Precise expected, double actual) => double.IsFinite(actual) ? (double)Precise.Abs((actual - expected) / expected) : double.PositiveInfinity;

    private static string Source(string parameters, string body, string type, int number) => $$"""
        [AxisLoss(Shape.Batch, {{Size}})]
        public sealed partial class Overlap{{number}}{{type}}
        {
            [Formula]
            private static {{type}} Value(ReadOnlySpan<{{type}}> p, ReadOnlySpan<{{type}}> y{{In(type, parameters)}}) { {{In(type, body)}} }

            public static double Run(double[] p, double[] y, double[] gradient)
            {
                {{type}}[] g = new {{type}}[p.Length];
                {{type}} value = new Overlap{{number}}{{type}}().ForwardBackward(Array.ConvertAll(p, static v => ({{type}})v), Array.ConvertAll(y, static v => ({{type}})v), g);
                Array.ConvertAll(g, static v => (double)v).CopyTo(gradient, 0);
                return value;
            }
        }

        """;

    private static string In(string type, string text) =>
        type == "float" ? text : SingleLiteral().Replace(text.Replace("MathF.", "Math.", StringComparison.Ordinal).Replace("float", "double", StringComparison.Ordinal), "$1");

    [GeneratedRegex("([0-9])f\\b")]
    private static partial Regex SingleLiteral();
}
