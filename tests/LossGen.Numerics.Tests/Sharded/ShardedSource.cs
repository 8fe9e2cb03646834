using System.Globalization;

namespace LossGen.Numerics.Tests.Sharded;

/// <summary>The source of a softmax loss whose classes are in shards, beside a program that compares it with the loss in float64.</summary>
/// <param name="Name">The name of the program.</param>
/// <param name="Sizes">The classes of each shard.</param>
/// <param name="IsDouble">Whether elements are double.</param>
/// <param name="Inner">The locations of a sample; if there are several, they come after the class axis.</param>
/// <param name="Ignores">Whether labels of −100 are ignored, and what is kept is counted.</param>
internal sealed record ShardedSource(string Name, int[] Sizes, bool IsDouble, int Inner = 1, bool Ignores = false)
{
    private string Type => IsDouble ? "double" : "float";

    public string Text => $$"""
        using System;
        using System.Linq;
        using LossGen;

        {{string.Join("\n", Sizes.Select((size, number) => Declaration(size, Name + "Shard" + number.ToString(CultureInfo.InvariantCulture), ", Outputs = LossOutputs.Statistics")))}}
        {{Declaration(Sizes.Sum(), Name + "Whole", "")}}

        public static class {{Name}}
        {
            private delegate void Statistics(ReadOnlySpan<{{Type}}> logits, ReadOnlySpan<int> labels, int firstClass, int classes, Span<{{Type}}> statistics);

            private delegate void Backward(
                ReadOnlySpan<{{Type}}> logits, ReadOnlySpan<int> labels, int firstClass, int classes, ReadOnlySpan<{{Type}}> statistics, in LossSum total, Span<{{Type}}> gradient, double scale);

            private const int Inner = {{Inner}}, Classes = {{Sizes.Sum()}};
            private const bool Ignores = {{(Ignores ? "true" : "false")}};
            
            // Half a unit in the last place of 1.
            private const double Unit = {{(IsDouble ? "1.0 / (1L << 53)" : "1.0 / (1L << 24)")}}, Scale = 0.75, Bound = 16 * Unit;
            private static readonly int[] Sizes = [{{string.Join(", ", Sizes)}}];
            private static readonly Statistics[] OfShard = [{{Members("Statistics")}}];
            private static readonly Backward[] ByShard = [{{Members("BackwardOfStatistics")}}];

            // Ordinary logits; a sure label; a sure other class; a shard that is masked; many equal ones.
            public static string Check(int samples)
            {
                Random random = new(samples);
                int locations = samples * Inner;
                int[] labels = new int[locations];
                double[,] x = new double[locations, Classes];
                for (int n = 0; n < locations; n++)
                {
                    labels[n] = Ignores && random.Next(3) == 0 ? -100 : random.Next(Classes);
                    for (int c = 0; c < Classes; c++)
                    {
                        double logit = (n % 5) switch
                        {
                            0 => 8 * (random.NextDouble() - 0.5),
                            1 => c == labels[n] ? 20 : random.NextDouble(),
                            2 => c == (labels[n] + 1) % Classes ? 30 : random.NextDouble(),
                            3 => c >= Sizes[0] && Sizes.Length > 1 && c != labels[n] ? double.NegativeInfinity : random.NextDouble() - 50,
                            _ => 1e3,
                        };
                        x[n, c] = labels[n] < 0 ? double.NaN : ({{Type}})logit;
                    }
                }

                // Each shard's elements, its statistics, and those of all.
                {{Type}}[][] logits = [.. Sizes.Select((size, shard) => Shard(x, locations, shard))];
                {{Type}}[] all = new {{Type}}[Sizes.Length * SoftmaxStatistics.PerLocation * locations], merged = new {{Type}}[SoftmaxStatistics.PerLocation * locations];
                for (int shard = 0; shard < Sizes.Length; shard++)
                {
                    OfShard[shard](logits[shard], labels, First(shard), Classes, all.AsSpan(shard * merged.Length, merged.Length));
                }

                SoftmaxStatistics.Merge(all, merged);
                LossSum sums = new {{Name}}Shard0().SumsOfStatistics(merged, labels);
                int kept = labels.Count(static label => label >= 0);
                var expectations = Enumerable.Range(0, locations).Select(n => Loss(x, n, labels[n])).ToArray();
                double sum = expectations.Sum(static each => each.Value);
                if (sums.Count != (Ignores ? kept : locations) || !(Math.Abs(sums.Sum - sum) <= Bound * Math.Abs(sum)))
                {
                    return $"the sum is {sums}, not {sum}";
                }

                {{Type}} value = new {{Name}}Whole().Forward(Whole(x, locations), labels);
                if (!(Math.Abs(value - new {{Name}}Shard0().Total(sums)) <= 2 * Bound * Math.Abs(value)))
                {
                    return $"the value is {new {{Name}}Shard0().Total(sums)}, not {value}";
                }

                for (int shard = 0, first = 0; shard < Sizes.Length; first += Sizes[shard++])
                {
                    {{Type}}[] gradient = new {{Type}}[logits[shard].Length], inPlace = ({{Type}}[])logits[shard].Clone();
                    ByShard[shard](logits[shard], labels, First(shard), Classes, merged, sums, gradient, Scale);
                    ByShard[shard](inPlace, labels, First(shard), Classes, merged, sums, inPlace, Scale);
                    if (!gradient.AsSpan().SequenceEqual(inPlace))
                    {
                        return "the gradient in place differs";
                    }

                    for (int n = 0; n < locations; n++)
                    {
                        for (int c = 0; c < Sizes[shard]; c++)
                        {
                            double expected = Scale / Math.Max(1, sums.Count) * expectations[n].Slope(first + c);
                            double found = gradient[(((n / Inner * Sizes[shard]) + c) * Inner) + (n % Inner)];

                            // The distance of a logit from the maximum, up to 51, is rounded before its exponential is taken.
                            double distance = expectations[n].Distance(first + c);
                            if (!(Math.Abs(found - expected) <= (Bound + (distance * Unit)) * Math.Abs(expected)))
                            {
                                return $"the gradient at location {n}, class {first + c} is {found}, not {expected}";
                            }
                        }
                    }
                }

                return "";
            }

            private static int First(int shard) => Sizes.Take(shard).Sum();

            private static {{Type}}[] Shard(double[,] x, int locations, int shard) => Elements(x, locations, First(shard), Sizes[shard]);

            private static {{Type}}[] Whole(double[,] x, int locations) => Elements(x, locations, 0, Classes);

            private static {{Type}}[] Elements(double[,] x, int locations, int first, int classes)
            {
                {{Type}}[] elements = new {{Type}}[locations * classes];
                for (int n = 0; n < locations; n++)
                {
                    for (int c = 0; c < classes; c++)
                    {
                        elements[(((n / Inner * classes) + c) * Inner) + (n % Inner)] = ({{Type}})x[n, first + c];
                    }
                }

                return elements;
            }

            // In float64, the label's exponential apart: 1 − p is R/(R + e), and the loss log1p of a small number where p is almost 1.
            private static (double Value, Func<int, double> Slope, Func<int, double> Distance) Loss(double[,] x, int n, int label)
            {
                if (label < 0)
                {
                    return (0, static _ => 0, static _ => 0);
                }

                double maximum = Enumerable.Range(0, Classes).Max(c => x[n, c]);
                double others = Enumerable.Range(0, Classes).Where(c => c != label).Sum(c => Math.Exp(x[n, c] - maximum));
                double atLabel = Math.Exp(x[n, label] - maximum), ratio = others / atLabel;
                double value = ratio < 1e-5 ? ratio - (ratio * ratio / 2) + (ratio * ratio * ratio / 3) : maximum - x[n, label] + Math.Log(others + atLabel);
                double greatestOther = Enumerable.Range(0, Classes).Where(c => c != label).Max(c => x[n, c]);
                return (
                    value,
                    c => c == label ? -others / (others + atLabel) : Math.Exp(x[n, c] - maximum) / (others + atLabel),
                    c => (c == label ? greatestOther : x[n, c]) is var logit && double.IsNegativeInfinity(logit) ? 0 : maximum - logit);
            }
        }
        """;

    private string Declaration(int classes, string name, string options) => string.Create(
        CultureInfo.InvariantCulture,
        $"[SoftmaxLoss(Shape.Batch, {classes}{(Inner > 1 ? $", {Inner}, Dim = 1" : "")}{(IsDouble ? ", Element = ElementType.Double" : "")}{(Ignores ? ", IgnoreLabel = -100, Denominator = LossDenominator.Kept" : "")}{options})] public sealed partial class {name};");

    private string Members(string member) => string.Join(", ", Sizes.Select((_, number) => $"new {Name}Shard{number.ToString(CultureInfo.InvariantCulture)}().{member}"));
}
