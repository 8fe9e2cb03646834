using LossGen.Numerics.Tests.Parallelism;
using LossGen.Numerics.Tests.SameBits;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.SecondOrder;

/// <summary>The product of Hessian and directions has the same bits in vectors of 512 bits and of 256, on one thread and on two.</summary>
public sealed class DoubleBackwardBitTests
{
    // Each loss as a declaration, the elements of a sample, whether its second input is a label.
    private static readonly (string Declaration, int Elements, bool HasLabel)[] Losses =
    [
        ("[SoftmaxLoss(Shape.Batch, 10, Curvature = true, Parallelism = LossParallelism.Auto)]", 10, true),
        ("[SoftmaxLoss(Shape.Batch, 100, Curvature = true, IgnoreLabel = 1, Parallelism = LossParallelism.Auto)]", 100, true),
        ("[SoftmaxLoss(Shape.Batch, 7, Curvature = true, Element = ElementType.Double, IgnoreLabel = 1, Parallelism = LossParallelism.Auto)]", 7, true),
        ("[SoftlabelSoftmaxLoss(Shape.Batch, 64, Curvature = true, Parallelism = LossParallelism.Auto)]", 64, false),
        ("[SquareLoss(Curvature = true, Parallelism = LossParallelism.Auto)]", 1, false),
        ("[BinaryCrossEntropyWithLogitsLoss(Curvature = true, Parallelism = LossParallelism.Auto, Element = ElementType.Double)]", 1, false),
    ];

    [Fact]
    public async Task TheyAreTheSame()
    {
        CompiledLosses program = CompiledLosses.CompileSources(
        [
            "global using System;\nglobal using System.Linq;\nglobal using LossGen;\n",
            .. Losses.Select(static (loss, number) => $"{loss.Declaration} public sealed partial class Loss{number};"),
            Program(),
        ],
        Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);
        Task<string[]> narrow = Task.Run(() => BitProcess.Run(program, "AVX512"), TestContext.Current.CancellationToken);
        string[] one = Lines(threads: 1), two = Lines(threads: 2);
        Assert.Equal(Losses.Length, one.Length);
        Assert.Equal(one, two);
        Assert.Equal(one, await narrow);

        string[] Lines(int threads) => Threads.With(threads, program.Method<Func<string[]>>("Program", "Lines"));
    }

    // Hashes of what is written for a few locations and for many.
    private static string Program() => $$"""
        public static class Program
        {
            public static string[] Lines() => [{{string.Join(", ", Losses.Select(static (_, number) => $"Loss{number}Bits()"))}}];

            public static void Main()
            {
                foreach (string line in Lines())
                {
                    Console.WriteLine(line);
                }
            }

            private static T[] Drawn<T>(int count, int seed, Func<Random, T> draw)
            {
                Random random = new(seed);
                return [.. Enumerable.Range(0, count).Select(_ => draw(random))];
            }

            private static string Hash<T>(params T[][] written) where T : unmanaged
            {
                ulong hash = 14695981039346656037;
                foreach (byte value in written.SelectMany(static each => System.Runtime.InteropServices.MemoryMarshal.AsBytes<T>(each).ToArray()))
                {
                    hash = (hash ^ value) * 1099511628211;
                }

                return hash.ToString("x16");
            }

        {{string.Concat(Losses.Select(Calls))}}
        }
        """;

    private static string Calls((string Declaration, int Elements, bool HasLabel) loss, int number)
    {
        string type = loss.Declaration.Contains("Double", StringComparison.Ordinal) ? "double" : "float";
        string second = loss.HasLabel ? $"Drawn(samples, 2, static random => random.Next({loss.Elements}))" : $"Drawn(samples * {loss.Elements}, 2, static random => ({type})random.NextDouble())";
        string call = loss.HasLabel ? "x, y, v, g" : "x, y, v, u, g, h";
        return $$"""
                private static string Loss{{number}}Bits() => string.Join(" ", new[] { 1, 3, 67, {{400_000 / loss.Elements}} }.Select(static samples =>
                {
                    int count = samples * {{loss.Elements}};
                    {{type}}[] x = Drawn(count, 1, static random => ({{type}})(6 * random.NextDouble() - 3)), v = Drawn(count, 3, static random => ({{type}})(random.NextDouble() - 0.5)), u = Drawn(count, 4, static random => ({{type}})(random.NextDouble() - 0.5));
                    {{type}}[] g = new {{type}}[count], h = new {{type}}[count];
                    var y = {{second}};
                    new Loss{{number}}().DoubleBackward({{call}});
                    return Hash(g, h);
                }));

            """;
    }
}
