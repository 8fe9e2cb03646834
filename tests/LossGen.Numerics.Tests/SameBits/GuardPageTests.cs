using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Properties;
using LossGen.Numerics.Tests.SameBits.Harness;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.SameBits;

/// <summary>
/// No kernel reads or writes outside of its spans: every number of elements up to four steps of its loop, or of samples up to four tiles or a few large rows, so every alignment too, between
/// pages that must not be touched, in vectors of 512 bits and of 256, on one thread and two, in place and not, past the caches and not; and the same bits each time. The random declarations of <see cref="SameBitsTests"/> lie between such pages too. Some shapes each day, all in a deep run.
/// </summary>
public sealed class GuardPageTests
{
    // Four vectors of sixteen elements are the longest step.
    private const int FourSteps = 4 * 4 * 16;

    // A gradient of 16 MiB, which bypasses the caches, and not a whole number of vectors.
    private const int Streamed = (4 << 20) + 37;

    private static readonly string[] Elements = ["float", "double"];

    public static TheoryData<string> Losses => [.. Declaration.BuiltIn.Select(static loss => loss.ToString())];

    /// <summary>Without this, the others would prove nothing.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void TouchingWhatIsNextToASpanEndsTheProcess(int element)
    {
        BitCase reads = new(
            name => $$"""
                public sealed class {{name}}
                {
                    public float Forward(Span<float> numbers) => Environment.GetEnvironmentVariable("DOTNET_EnableAVX512") is null
                        ? 0
                        : System.Runtime.CompilerServices.Unsafe.Add(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(numbers), {{element}});

                    public float ForwardBackward(Span<float> numbers) => 0;
                }
                """,
            "",
            [Number("float", NumberKind.Share) with { HasGradient = false }],
            Optional: true,
            [3],
            Seed: 1);
        Assert.Contains("ended with", Assert.ThrowsAny<Exception>(() => BitBatch.RunAll([reads])).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void EveryLengthToFourSteps(string loss)
    {
        LossKind kind = Enum.Parse<LossKind>(loss);
        int[] lengths = [.. Enumerable.Range(0, FourSteps + 2)];
        SameBitsTests.AssertNone(
            BitBatch.RunAll(Declaration.TakesClassAxis(kind)
                ? [.. from shape in Shapes.Where((_, index) => RandomRun.IsTried(index + (int)kind, days: 7))
                      from element in RandomRun.OneOf((int)kind, days: 7, Elements[0], Elements[1])
                      select Along(kind, shape.Shape, shape.Classes, shape.Inner, element, [.. lengths.Where(samples => samples * shape.Classes * shape.Inner <= shape.Most)])]
                : [.. RandomRun.OneOf((int)kind, Elements[0], Elements[1]).Select(element => Elementwise(kind, element, lengths))]),
            "of one loss");
    }

    [Fact]
    public void GradientsThatBypassTheCaches()
    {
        IEnumerable<LossKind> tried = Declaration.BuiltIn.Where(static loss => !Declaration.TakesClassAxis(loss)).Where(static (_, index) => RandomRun.IsTried(index, days: 8));
        SameBitsTests.AssertNone(BitBatch.RunAll([.. tried.Select(static loss => Elementwise(loss, "float", [Streamed]))]), "of one loss");
    }

    // Rows, tiles, few classes and many, several locations of a sample, classes that are strided; and up to how many elements.
    private static (string Shape, int Classes, int Inner, int Most)[] Shapes =>
    [
        ("Shape.Batch, 3", 3, 1, 800), ("Shape.Batch, 10", 10, 1, 2600), ("Shape.Batch, 33", 33, 1, 2400), ("Shape.Batch, 257", 257, 1, 2600),
        ("Shape.Batch, 3, 5", 3, 5, 2000), ("40, Shape.Batch, Dim = 0", 40, 1, 4000), ("600, Shape.Batch, 3, Dim = 0", 600, 3, 12_000),
    ];

    private static BitCase Elementwise(LossKind loss, string element, int[] lengths) =>
        Of($"[{loss}Loss({ElementOf(element)}, Parallelism = LossParallelism.Auto)]", [Number(element, NumberKind.Share), Number(element, loss == LossKind.Hinge ? NumberKind.Sign : NumberKind.Share)], lengths);

    private static BitCase Along(LossKind loss, string shape, int classes, int inner, string element, int[] lengths) =>
        Of(
            $"[{loss}Loss({shape}, {ElementOf(element)})]",
            [
                Number(element, NumberKind.Share, classes * inner),
                Declaration.TakesLabels(loss) ? new BitInput("int", Kind: null, inner, classes, HasGradient: false) : Number(element, NumberKind.Share, classes * inner),
            ],
            lengths);

    private static BitCase Of(string attribute, BitInput[] inputs, int[] lengths) =>
        new(name => $"{attribute} public sealed partial class {name};\n", "", inputs, Optional: false, lengths, Seed: 11);

    private static BitInput Number(string element, NumberKind kind, int perSample = 1) => new(element, kind, perSample);

    private static string ElementOf(string element) => $"Element = ElementType.{(element == "double" ? "Double" : "Single")}";
}
