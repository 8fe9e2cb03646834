using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Sharded;

/// <summary>
/// A softmax loss whose classes are in shards, from their merged statistics, compared with the same loss in float64: value and every element of the gradient to 16 roundings, and what the rounding of a
/// logit's distance from the maximum makes of its exponential; also where a label is sure.
/// </summary>
public sealed class ShardedSoftmaxTests
{
    private static readonly ShardedSource[] Sources =
    [
        new("OneShard", [10], IsDouble: false),
        new("TwoShards", [4, 6], IsDouble: false),
        new("ThreeShards", [3, 5, 2], IsDouble: false),
        new("SevenShards", [1, 1, 2, 1, 2, 1, 2], IsDouble: false),
        new("InRows", [64, 1000, 37], IsDouble: false),
        new("Strided", [20, 3], IsDouble: false, Inner: 3),
        new("ManyStrided", [2500, 7], IsDouble: false, Inner: 2),
        new("Ignoring", [4, 6], IsDouble: false, Ignores: true),
        new("IgnoringInRows", [100, 33], IsDouble: false, Ignores: true),
        new("IgnoringStrided", [5, 40], IsDouble: false, Inner: 4, Ignores: true),
        new("DoubleOneShard", [10], IsDouble: true),
        new("DoubleThreeShards", [3, 5, 2], IsDouble: true),
        new("DoubleSevenShards", [1, 1, 2, 1, 2, 1, 2], IsDouble: true),
        new("DoubleInRows", [64, 100], IsDouble: true),
        new("DoubleIgnoring", [4, 6], IsDouble: true, Ignores: true),
    ];

    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources([Edges, .. Sources.Select(static source => source.Text)]);

    public static TheoryData<string> Names => [.. Sources.Select(static source => source.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void ShardsAddUpToTheWhole(string name)
    {
        foreach (int samples in (int[])[0, 1, 5, 64, 301])
        {
            Assert.Equal("", Compiled.Method<Func<int, string>>(name, "Check")(samples));
        }
    }

    [Fact]
    public void WhatIsWrongIsRefusedBeforeAnythingIsWritten() => Assert.Equal("", Compiled.Method<Func<string>>("ShardEdges", "Refused")());

    [Fact]
    public void MissingNumbersShow() => Assert.Equal("", Compiled.Method<Func<string>>("ShardEdges", "Missing")());

    [Fact]
    public void PartsOfABatchAddUp() => Assert.Equal("", Compiled.Method<Func<string>>("ShardEdges", "Parts")());

    private const string Edges = """
        using System;
        using LossGen;

        [SoftmaxLoss(Shape.Batch, 2, Outputs = LossOutputs.Statistics, IgnoreLabel = -1, Denominator = LossDenominator.Kept, WhenEmpty = LossWhenEmpty.Throw)] public sealed partial class Pair;

        public static class ShardEdges
        {
            private static readonly float[] X = [1, 2, 3, 4];
            private static readonly int[] Labels = [5, 1];

            public static string Refused()
            {
                float[] statistics = [7, 7, 7, 7, 7, 7], gradient = [7, 7, 7, 7];
                LossSum total = new(1, 2);
                Pair loss = new();
                Action[] wrong =
                [
                    () => loss.Statistics(X, Labels, 0, 5, statistics),
                    () => loss.Statistics(X, [0, -2], 0, 6, statistics),
                    () => loss.Statistics(X, Labels, -1, 6, statistics),
                    () => loss.Statistics(X, Labels, 5, 6, statistics),
                    () => loss.Statistics(X, [0, 0], 0, 1, statistics),
                    () => loss.Statistics(X, Labels, 0, 6, statistics.AsSpan(1)),
                    () => loss.Statistics(X, [1], 0, 6, statistics),
                    () => loss.Statistics(X.AsSpan(1), Labels, 0, 6, statistics),
                    () => loss.Statistics(statistics.AsSpan(0, 4), Labels, 0, 6, statistics),
                    () => loss.SumsOfStatistics(statistics.AsSpan(1), Labels),
                    () => loss.BackwardOfStatistics(X, Labels, 0, 6, statistics.AsSpan(1), in total, gradient),
                    () => loss.BackwardOfStatistics(X, Labels, 0, 5, statistics, in total, gradient),
                    () => loss.BackwardOfStatistics(X, Labels, 5, 6, statistics, in total, gradient),
                    () => loss.BackwardOfStatistics(X, Labels, 0, 6, statistics, new LossSum(1, 1), gradient),
                    () => loss.BackwardOfStatistics(X, Labels, 0, 6, statistics, in total, gradient.AsSpan(1)),
                    () => loss.BackwardOfStatistics(X, Labels, 0, 6, statistics, in total, statistics.AsSpan(0, 4)),
                    () => SoftmaxStatistics.Merge(X, gradient),
                    () => SoftmaxStatistics.Merge(X, statistics),
                    () => SoftmaxStatistics.Merge(statistics, statistics),
                    () => SoftmaxStatistics.Merge(ReadOnlySpan<double>.Empty, new double[3]),
                ];
                for (int i = 0; i < wrong.Length; i++)
                {
                    try
                    {
                        wrong[i]();
                        return $"{i} is not refused";
                    }
                    catch (ArgumentException)
                    {
                    }
                }

                try
                {
                    loss.BackwardOfStatistics(X, [-1, -1], 0, 6, statistics, new LossSum(0, 0), gradient);
                    return "nothing is kept";
                }
                catch (InvalidOperationException)
                {
                }

                return Array.TrueForAll(statistics, static each => each == 7) && Array.TrueForAll(gradient, static each => each == 7) ? "" : "something was written";
            }

            // A logit that is no number, the label's or another's, in whichever shard, makes the loss none.
            public static string Missing()
            {
                for (int place = 0; place < 4; place++)
                {
                    float[] x = [1, 2, 3, 4];
                    x[place] = float.NaN;
                    for (int label = 0; label < 4; label++)
                    {
                        if (!double.IsNaN(Sum(x, label)))
                        {
                            return $"logit {place} is NaN, but the loss of label {label} is {Sum(x, label)}";
                        }
                    }
                }

                return double.IsPositiveInfinity(Sum([1, float.NegativeInfinity, 3, 4], 1)) ? "" : "a label that is impossible costs nothing";
            }

            // Two locations at once, and one after the other.
            public static string Parts()
            {
                Pair loss = new();
                float[] all = new float[12], merged = new float[6];
                loss.Statistics(X, [0, 3], 0, 4, all.AsSpan(0, 6));
                loss.Statistics([5, 6, 7, 8], [0, 3], 2, 4, all.AsSpan(6));
                SoftmaxStatistics.Merge(all, merged);
                LossSum whole = loss.SumsOfStatistics(merged, [0, 3]);
                double parts = Sum([1, 2, 5, 6], 0) + Sum([3, 4, 7, 8], 3);
                return whole.Count == 2 && whole.Sum == parts ? "" : $"{whole} differs from {parts}";
            }

            private static double Sum(float[] x, int label)
            {
                Pair loss = new();
                float[] all = new float[6], merged = new float[3];
                loss.Statistics(x.AsSpan(0, 2), [label], 0, 4, all.AsSpan(0, 3));
                loss.Statistics(x.AsSpan(2), [label], 2, 4, all.AsSpan(3));
                SoftmaxStatistics.Merge(all, merged);
                return loss.SumsOfStatistics(merged, [label]).Sum;
            }
        }
        """;
}
