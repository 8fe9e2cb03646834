using System.Diagnostics;
using System.Globalization;
using LossGen.Numerics.Tests.SameBits.Harness;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.SameBits;

/// <summary>
/// What <see cref="ILoss{TElement, TLabel}"/> promises: all members give the same bits, with every choice of gradients, in place or not, on one thread and on two, in vectors of 512 bits and of 256,
/// for a few locations and for many. Random declarations over the whole space; set <c>LOSSGEN_BITS</c> for more of them, and <c>LOSSGEN_SEED</c> for others.
/// </summary>
public sealed class SameBitsTests(ITestOutputHelper output)
{
    private const int OrdinaryCount = 40;
    private const int DeepCount = 2_000;
    private const int MostReported = 5;

    /// <summary>Formulas whose value, a product, also occurs in a derivative, and whose value ends in sums: a shared product was not contracted with the sum.</summary>
    private static readonly string[] ProductsInSlopes =
    [
        "double Value(double x, double y) => Math.Exp(x) * y;",
        "double Value(double x, double y) => -(Math.Exp(x) * y);",
        "float Value(float x, float y) => MathF.Exp(x) * y;",
        "float Value(float x, float y) => -(MathF.Exp(x) * y);",
        "double Value(double x, double y) => Math.Exp(x) * (y * y);",
    ];

    /// <summary>The value needs no tile; the gradient needs one of another size, or has no room for one.</summary>
    [Theory]
    [InlineData("Shape.Batch, 100, 3, Element = ElementType.Double")]
    [InlineData("Shape.Batch, 1500, 3, Element = ElementType.Double")]
    [InlineData("Shape.Batch, 1500, 3")]
    [InlineData("4096, Shape.Batch, 2, Dim = 0")]
    public void MultinomialLogisticLossWhoseValueReadsOnlyTheLabels(string arguments)
    {
        (int classes, int inner) = SizesOf(arguments);
        string element = arguments.Contains("Double", StringComparison.Ordinal) ? "double" : "float";
        BitInput[] inputs = [new(element, NumberKind.Share, classes * inner), new("int", Kind: null, inner, classes, HasGradient: false)];
        BitCase declared = new(name => $"[MultinomialLogisticLoss({arguments})] public sealed partial class {name};\n", "", inputs, Optional: false, [33, 1, 2, 65], Seed: 3);
        AssertNone(BitBatch.RunAll([declared]), "of one declaration");
    }

    [Fact]
    public void ProductsThatStandInSlopes()
    {
        BitCase[] cases = [.. ProductsInSlopes.Select(static formula =>
        {
            string type = formula[..formula.IndexOf(' ', StringComparison.Ordinal)];
            return new BitCase(
                name => $"[ElementwiseLoss] public sealed partial class {name} {{ [Formula] private static {formula} }}\n",
                "",
                [new(type, NumberKind.Normal, 1), new(type, NumberKind.Normal, 1)],
                Optional: true,
                [1000, 33, 3],
                Seed: 5);
        })];
        AssertNone(BitBatch.RunAll(cases), "of the formulas");
    }

    /// <summary>A step is two vectors of 256 bits or one of 512 bits, whose halves are added without being contracted with the product.</summary>
    [Fact]
    public void ProductsInStepsOfTwoVectors()
    {
        const string Body = "(a + b * c + d * e + f * g + h * a + b * d + c * e + f * h + (a - b) * (c - d)) * e";
        BitCase declared = new(
            static name => $"[ElementwiseLoss] public sealed partial class {name} {{ [Formula] private static float Value(float a, float b, float c, float d, float e, float f, float g, float h) => {Body}; }}\n",
            "",
            [.. Enumerable.Repeat(new BitInput("float", NumberKind.Normal, 1), 8)],
            Optional: true,
            [.. Enumerable.Range(1, 20).Select(static steps => 16 * steps)],
            Seed: 7);
        AssertNone(BitBatch.RunAll([declared]), "of one declaration");
    }

    /// <summary>Choices by the label among float64 where the logits are float32, and the share of the other classes, which have their own maximum.</summary>
    [Theory]
    [InlineData("Shape.Batch, 1, 5")]
    [InlineData("Shape.Batch, 2, 5")]
    [InlineData("Shape.Batch, 10, 5")]
    [InlineData("Shape.Batch, 10")]
    [InlineData("Shape.Batch, 100")]
    [InlineData("Shape.Batch, 1500, 3")]
    [InlineData("4096, Shape.Batch, 2, Dim = 0")]
    public void ChoicesByTheLabel(string arguments)
    {
        (int classes, int inner) = SizesOf(arguments);
        BitCase[] cases =
        [
            Case("float", "(float)((double)logits[label] * logits.LogSumExp())"),
            Case("float", "-MathF.Log(1 - logits.Probability(label))"),
            Case("double", "-Math.Log(1 - logits.Probability(label))"),
        ];
        AssertNone(BitBatch.RunAll(cases), "of the formulas");

        BitCase Case(string type, string value) => new(
            name => $"[ClassAxisLoss({arguments})] public sealed partial class {name} {{ [Formula] private static {type} Value(ClassLogits<{type}> logits, int label) => {value}; }}\n",
            "",
            [new(type, NumberKind.Normal, classes * inner), new("int", Kind: null, inner, classes, HasGradient: false)],
            Optional: false,
            [33, 1, 2, 65],
            Seed: 9);
    }

    [Fact]
    public void EveryDeclarationGivesTheSameBitsWhoeverComputesThem()
    {
        RandomRun run = RandomRun.Of("LOSSGEN_BITS", OrdinaryCount, DeepCount);
        Stopwatch time = Stopwatch.StartNew();
        IReadOnlyList<BitOutcome> outcomes = BitBatch.RunAll(BitCases.Draw(run.Count, run.Seed));
        output.WriteLine(FormattableString.Invariant($"{run}, {BitBatch.Widths}, {time.Elapsed.TotalSeconds:F0} s"));
        AssertNone(outcomes, FormattableString.Invariant($"of {run.Count} declarations, {run},"));
    }

    // The sizes of a declaration except the batch: the class axis, and the dimensions inside it.
    private static (int Classes, int Inner) SizesOf(string arguments)
    {
        int[] sizes = [.. arguments.Split(", ").Where(static size => char.IsDigit(size[0])).Select(static size => int.Parse(size, CultureInfo.InvariantCulture))];
        return (sizes[0], sizes.Length > 1 ? sizes[1] : 1);
    }

    internal static void AssertNone(IReadOnlyList<BitOutcome> outcomes, string of)
    {
        BitOutcome[] failures = [.. outcomes.Where(static outcome => outcome.Failure is not null).OrderBy(static outcome => outcome.Case.ToString().Length)];
        Assert.True(failures.Length == 0, FormattableString.Invariant($"{failures.Length} {of} fail.\n") + string.Join("\n", failures.Take(MostReported).Select(static failure => $"{failure.Case}\n  {failure.Failure}")));
    }
}
