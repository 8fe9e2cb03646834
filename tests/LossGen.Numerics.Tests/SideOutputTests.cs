using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests;

/// <summary>What a softmax loss leaves besides value and gradient: predictions, log-sum-exps and probabilities. Value and gradient keep their bits.</summary>
public sealed class SideOutputTests
{
    private static readonly string[] Shapes =
    [
        "Shape.Batch, 1", "Shape.Batch, 2", "Shape.Batch, 3", "Shape.Batch, 10", "Shape.Batch, 33", "Shape.Batch, 100", "Shape.Batch, 1000", "12, Shape.Batch", "Shape.Batch, 20, 3, Dim = 1", "Shape.Batch, 7, 40, Dim = 1",
        "Shape.Batch, 2500, 2, Dim = 1",
    ];

    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources(
    [
        Places,
        .. Shapes.Select(static (shape, number) => Softmax($"Single{number}", shape, "float")),
        .. new[] { 1, 3, 6, 8 }.Select(static number => Softmax($"Double{number}", Shapes[number], "double")),
    ]);

    public static TheoryData<string> All => [.. Enumerable.Range(0, Shapes.Length).Select(static number => $"Single{number}"), "Double1", "Double3", "Double6", "Double8"];

    [Theory]
    [MemberData(nameof(All))]
    public void OutputsAreThoseOfTheSoftmaxAndTheRestKeepsItsBits(string loss)
    {
        foreach (int samples in (int[])[0, 1, 5, 64, 301])
        {
            Assert.Equal("", Compiled.Method<Func<int, string>>(loss, "Check")(samples));
        }
    }

    [Theory]
    [InlineData("Single3")]
    [InlineData("Single5")]
    [InlineData("Double3")]
    public void EqualElementsMissingOnesAndInfinities(string loss) => Assert.Equal("", Compiled.Method<Func<string>>(loss, "Ties")());

    private static string Softmax(string name, string shape, string type) => $$"""
        using System;
        using LossGen;

        [SoftmaxLoss({{shape}}, Element = ElementType.{{(type == "double" ? "Double" : "Single")}}, Outputs = LossOutputs.Predictions | LossOutputs.LogSumExps | LossOutputs.Probabilities)]
        public sealed partial class {{name}}
        {
            private static readonly int[] Dimensions = [{{shape.Split(", Dim")[0].Replace("Shape.Batch", "-1", StringComparison.Ordinal)}}];

            private const int Axis = {{(shape.StartsWith("12", StringComparison.Ordinal) ? 0 : 1)}};

            public static string Check(int samples)
            {
                Layout layout = new(Dimensions, Axis, samples);
                Random random = new(samples);
                {{type}}[] x = new {{type}}[layout.Count];
                for (int i = 0; i < x.Length; i++)
                {
                    x[i] = ({{type}})(12 * (random.NextDouble() - 0.5));
                }

                int[] labels = new int[layout.Locations];
                for (int n = 0; n < labels.Length; n++)
                {
                    labels[n] = random.Next(layout.Classes);
                }

                return Run(layout, x, labels, false);
            }

            public static string Ties()
            {
                Layout layout = new(Dimensions, Axis, 9);
                {{type}}[] x = new {{type}}[layout.Count];
                int[] labels = new int[layout.Locations];
                for (int n = 0; n < layout.Locations; n++)
                {
                    for (int c = 0; c < layout.Classes; c++)
                    {
                        x[layout.Position(n, c)] = n switch
                        {
                            0 => 1,
                            1 => c % 3 == 2 ? 5 : 1,
                            2 => c == 4 ? {{type}}.NaN : c,
                            3 => c is 3 or 7 ? {{type}}.NaN : -c,
                            4 => {{type}}.NegativeInfinity,
                            5 => c == 6 ? {{type}}.PositiveInfinity : c,
                            6 => c == 0 ? {{type}}.NaN : {{type}}.PositiveInfinity,
                            7 => c < 5 ? -({{type}})0 : 0,
                            _ => c == layout.Classes - 1 ? 1e30f : {{type}}.NegativeInfinity,
                        };
                    }
                }

                return Run(layout, x, labels, true);
            }

            private static string Run(Layout layout, {{type}}[] x, int[] labels, bool predictionsAlone)
            {
                {{name}} loss = new();
                int[] predictions = new int[layout.Locations], again = new int[layout.Locations];
                {{type}}[] logSumExps = new {{type}}[layout.Locations], probabilities = new {{type}}[x.Length], gradient = new {{type}}[x.Length], plain = new {{type}}[x.Length], inPlace = ({{type}}[])x.Clone();
                {{type}} value = loss.ForwardBackward(x, labels, gradient, predictions, logSumExps, probabilities, scale: 0.5);
                if (!value.Equals(loss.ForwardBackward(x, labels, plain, 0.5)) || !value.Equals(loss.Forward(x, labels, again, new {{type}}[layout.Locations], new {{type}}[x.Length])))
                {
                    return "the value differs";
                }

                if (!predictions.AsSpan().SequenceEqual(again) || !gradient.AsSpan().SequenceEqual(plain))
                {
                    return "the gradient or a prediction differs";
                }

                loss.ForwardBackward(inPlace, labels, inPlace, again, logSumExps, probabilities, 0.5);
                if (!gradient.AsSpan().SequenceEqual(inPlace) || !predictions.AsSpan().SequenceEqual(again))
                {
                    return "in place, the gradient or a prediction differs";
                }

                for (int n = 0; n < layout.Locations; n++)
                {
                    int greatest = 0;
                    double maximum = double.NegativeInfinity, sum = 0;
                    for (int c = 0; c < layout.Classes; c++)
                    {
                        double element = x[layout.Position(n, c)], best = x[layout.Position(n, greatest)];
                        greatest = !double.IsNaN(best) && (double.IsNaN(element) || element > best) ? c : greatest;
                        maximum = Math.Max(maximum, element);
                    }

                    if (predictions[n] != greatest)
                    {
                        return $"location {n} is {predictions[n]}, not {greatest}";
                    }

                    for (int c = 0; c < layout.Classes && !predictionsAlone; c++)
                    {
                        sum += Math.Exp(x[layout.Position(n, c)] - maximum);
                    }

                    double logSumExp = maximum + Math.Log(sum), bound = {{(type == "double" ? "1e-13" : "1e-6")}};
                    if (!predictionsAlone && Math.Abs(logSumExps[n] - logSumExp) > bound * Math.Max(1, Math.Abs(logSumExp)))
                    {
                        return $"log-sum-exp {n} is {logSumExps[n]}, not {logSumExp}";
                    }

                    for (int c = 0; c < layout.Classes && !predictionsAlone; c++)
                    {
                        double probability = Math.Exp(x[layout.Position(n, c)] - maximum) / sum;
                        if (Math.Abs(probabilities[layout.Position(n, c)] - probability) > bound * probability)
                        {
                            return $"probability {n}, {c} is {probabilities[layout.Position(n, c)]}, not {probability}";
                        }
                    }
                }

                return "";
            }
        }
        """;

    private const string Places = """
        using System;
        using LossGen;

        public sealed class Layout
        {
            private readonly int inner = 1;

            public Layout(int[] dimensions, int axis, int samples)
            {
                Count = 1;
                for (int i = 0; i < dimensions.Length; i++)
                {
                    int size = dimensions[i] < 0 ? samples : dimensions[i];
                    Count *= size;
                    inner *= i > axis ? size : 1;
                }

                Classes = dimensions[axis];
                Locations = Count / Classes;
            }

            public int Count { get; }

            public int Classes { get; }

            public int Locations { get; }

            public int Position(int location, int c) => (location / inner * Classes * inner) + (c * inner) + (location % inner);
        }
        """;
}
