using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests;

/// <summary>Infinities, NaN and saturation in softmax: what a row gives, and that its neighbours keep theirs.</summary>
public sealed class EdgeTests
{
    private const int MostClasses = 35;

    private static readonly Lazy<CompiledLosses> Losses = new(static () => CompiledLosses.Compile(
        Enumerable.Range(2, MostClasses - 1).SelectMany(static c => new[]
        {
            (Name: $"Single{c}", Attribute: $"[SoftmaxLoss(Shape.Batch, {c})]"),
            (Name: $"Double{c}", Attribute: $"[SoftmaxLoss(Shape.Batch, {c}, Element = ElementType.Double)]"),
        }).ToDictionary(static loss => loss.Name, static loss => loss.Attribute)));

    public static TheoryData<string> Elements => ["Single", "Double"];

    [Theory]
    [MemberData(nameof(Elements))]
    public void MinusInfinityBesideTheLabelHasProbability0(string element) => ForEveryPosition((classes, position) =>
    {
        double[] logits = Ramp(classes);
        logits[position] = double.NegativeInfinity;
        int label = (position + 1) % classes;
        LossResult result = Run(element, classes, logits, label);
        Assert.True(double.IsFinite(result.Value));
        Assert.Equal(0.0, result.PredictionGradient[position]);
        Assert.All(result.PredictionGradient, static g => Assert.True(double.IsFinite(g)));
    });

    [Theory]
    [MemberData(nameof(Elements))]
    public void MinusInfinityAtTheLabelGivesInfinityAndTheLimitOfTheGradient(string element) => ForEveryPosition((classes, label) =>
    {
        double[] logits = Ramp(classes);
        logits[label] = double.NegativeInfinity;
        LossResult result = Run(element, classes, logits, label);
        Assert.Equal(double.PositiveInfinity, result.Value);
        Assert.Equal(-1.0, result.PredictionGradient[label], tolerance: 1e-6);
        Assert.Equal(1.0, result.PredictionGradient.Where((_, c) => c != label).Sum(), tolerance: 1e-6);
    });

    [Theory]
    [InlineData("Single", double.NaN)]
    [InlineData("Double", double.NaN)]
    [InlineData("Single", double.PositiveInfinity)]
    [InlineData("Double", double.PositiveInfinity)]
    public void NaNOrInfinitySpoilsItsRowOnly(string element, double spoiler) => ForEveryPosition((classes, position) =>
    {
        foreach (int label in new[] { position, (position + 1) % classes })
        {
            double[] clean = Ramp(classes);
            double[] spoiled = Ramp(classes);
            spoiled[position] = spoiler;
            LossResult result = LossRun.WithLabels(Losses.Value.Instance(element + classes), [.. clean, .. spoiled, .. clean], [0, label, 0]);
            Assert.True(double.IsNaN(result.Value));
            Assert.All(result.PredictionGradient[classes..(2 * classes)], static g => Assert.True(double.IsNaN(g)));
            Assert.All(result.PredictionGradient[..classes], static g => Assert.True(double.IsFinite(g)));
            Assert.Equal(result.PredictionGradient[..classes], result.PredictionGradient[(2 * classes)..]);
        }
    });

    [Theory]
    [MemberData(nameof(Elements))]
    public void ARowOfMinusInfinitiesIsNaN(string element)
    {
        double[] logits = [.. Enumerable.Repeat(double.NegativeInfinity, 10)];
        LossResult result = Run(element, 10, logits, 3);
        Assert.True(double.IsNaN(result.Value));
        Assert.All(result.PredictionGradient, static g => Assert.True(double.IsNaN(g)));
    }

    [Theory]
    [MemberData(nameof(Elements))]
    public void ASpreadOf1e38KeepsTheGradientFinite(string element) => ForEveryPosition((classes, greatest) =>
    {
        double[] logits = [.. Enumerable.Repeat(-1e38, classes)];
        logits[greatest] = 1e38;
        LossResult sure = Run(element, classes, logits, greatest);
        Assert.Equal(0.0, sure.Value);
        Assert.All(sure.PredictionGradient, static g => Assert.Equal(0.0, g));

        int label = (greatest + 1) % classes;
        LossResult wrong = Run(element, classes, logits, label);
        Assert.Equal(2e38, wrong.Value, tolerance: 1e32);
        Assert.Equal(1.0, wrong.PredictionGradient[greatest], tolerance: 1e-6);
        Assert.Equal(-1.0, wrong.PredictionGradient[label], tolerance: 1e-6);
    });

    [Theory]
    [MemberData(nameof(Elements))]
    public void ADistanceBeyondFloat32CountsWhereTheMeanDoesNot(string element)
    {
        LossResult result = LossRun.WithLabels(Losses.Value.Instance(element + 2), [2e38, -2e38, 0, 0], [1, 0]);
        Assert.Equal(2e38, result.Value, tolerance: 1e33);
    }

    [Theory]
    [MemberData(nameof(Elements))]
    public void ASaturatedPairKeepsItsRelativeAccuracy(string element)
    {
        LossResult result = Run(element, 2, [20, 0], 0);
        Assert.Equal(2.0611536181902037e-9, result.Value, tolerance: 2e-6 * 2.06e-9);
        Assert.Equal(-2.0611536181902037e-9, result.PredictionGradient[0], tolerance: 1e-5 * 2.06e-9);
        Assert.Equal(2.0611536181902037e-9, result.PredictionGradient[1], tolerance: 1e-5 * 2.06e-9);
    }

    private static void ForEveryPosition(Action<int, int> test)
    {
        // Around one vector, one step, and a step with both kinds of tail.
        foreach (int classes in new[] { 2, 3, 7, 8, 9, 16, 19, 35 })
        {
            for (int position = 0; position < classes; position++)
            {
                test(classes, position);
            }
        }
    }

    private static double[] Ramp(int classes) => [.. Enumerable.Range(0, classes).Select(static c => 0.25 * c)];

    private static LossResult Run(string element, int classes, double[] logits, int label) =>
        LossRun.WithLabels(Losses.Value.Instance(element + classes), logits, [label]);
}
