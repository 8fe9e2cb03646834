using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>Weights and reductions of losses with formulas along an axis: the softmax loss as a formula has the bits of the softmax loss with the same weights.</summary>
public sealed class WeightedFormulaTests
{
    private const int Samples = 5;
    private const int Classes = 7;

    // After how many days all have been tried.
    private const int Days = 3;

    private static readonly (string Shape, int Locations)[] Shapes = [("Shape.Batch, 7", 1), ("Shape.Batch, 7, 6, Dim = 1", 6), ("3, Shape.Batch, 7, Dim = 2", 3)];

    private static readonly string[] Weightings =
    [
        "",
        "Weighting = WeightingMode.PerClass",
        "Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None",
        "Weighting = WeightingMode.PerClass, Weights = new double[] { 1, 2, 3, 4, 5, 6, 7 }",
        "Weighting = WeightingMode.PerDataPoint, Normalize = WeightNormalization.Global",
        "Weighting = WeightingMode.PerPrediction",
        "Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.Global",
    ];

    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources(
    [
        .. from tried in Tried
           let shape = tried / Weightings.Length
           let weighting = tried % Weightings.Length
           let arguments = string.Join(", ", new[] { Shapes[shape].Shape, Weightings[weighting] }.Where(static part => part.Length > 0))
           select FormattableString.Invariant($$"""
               using System; using LossGen;
               public static class Factory{{shape}}_{{weighting}}
               {
                   public static object BuiltIn(float[] weights) => new BuiltIn{{shape}}_{{weighting}}({{(Given(shape, weighting) > 0 ? "weights" : "")}});
                   public static object OfSpans(float[] weights) => new OfSpans{{shape}}_{{weighting}}({{(Given(shape, weighting) > 0 ? "weights" : "")}});
                   public static object OverClasses(float[] weights) => new OverClasses{{shape}}_{{weighting}}({{(Given(shape, weighting) > 0 ? "weights" : "")}});
               }
               [SoftmaxLoss({{arguments}})] public sealed partial class BuiltIn{{shape}}_{{weighting}};
               [AxisLoss({{arguments}})] public sealed partial class OfSpans{{shape}}_{{weighting}} { [Formula] private static float Value(ReadOnlySpan<float> logits, int label) => -Along.LogSoftmax(logits, label); }
               [ClassAxisLoss({{arguments}})] public sealed partial class OverClasses{{shape}}_{{weighting}} { [Formula] private static float Value(ClassLogits<float> logits, int label) => -logits.LogProbability(label); }
               """),
        """
        using System; using LossGen;
        public static class Factory { public static object Create(float[] weights, float scale, float[] shifts) => new Scaled(weights, scale, shifts); }
        [AxisLoss(Shape.Batch, 7, 6, Dim = 1, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None, Reduction = LossReduction.Sum)] public sealed partial class Scaled
        {
            [Formula] private static float Value(ReadOnlySpan<float> logits, int label, [Parameter] float scale, [Parameter] ReadOnlySpan<float> shifts) => -scale * Along.LogSoftmax(logits, label) + shifts[label];
        }
        [AxisLoss(Shape.Batch, 7, 6, Dim = 1, Reduction = LossReduction.MeanElements)] public sealed partial class PerElement
        {
            [Formula] private static float Value(ReadOnlySpan<float> logits, int label) => -Along.LogSoftmax(logits, label);
        }
        """,
    ]);

    public static TheoryData<int> All => [.. Tried];

    // Those that the other tests need, and some of the others each day.
    private static IEnumerable<int> Tried => Enumerable.Range(0, Shapes.Length * Weightings.Length).Where(static each => each == Weightings.Length || each == Weightings.Length + 2 || RandomRun.IsTried(each, Days));

    [Theory]
    [MemberData(nameof(All))]
    public void WeightsAreThoseOfTheSoftmaxLoss(int tried)
    {
        (int shape, int weighting) = (tried / Weightings.Length, tried % Weightings.Length);
        (float value, float[] gradient) = Run("BuiltIn", shape, weighting);
        Assert.All(["OfSpans", "OverClasses"], kind =>
        {
            (float found, float[] slopes) = Run(kind, shape, weighting);
            Assert.Equal(value, found);
            Assert.Equal(gradient, slopes);
        });
    }

    [Fact]
    public void AConstructorTakesWeightsAndParameters()
    {
        (float[] logits, int[] labels, float[] weights) = Inputs(1);
        object loss = Compiled.Method<Func<float[], float, float[], object>>("Factory", "Create")(weights[..Classes], 2f, new float[Classes]);
        (float mean, float[] gradient) = Run("OfSpans", 1, 2);
        float[] slopes = new float[logits.Length];
        Assert.Equal(2 * Samples * 6 * (double)mean, ((ILoss<float, int>)loss).ForwardBackward(logits, labels, slopes), 1e-4);
        Assert.All(slopes.Zip(gradient), static pair => Assert.Equal(2 * Samples * 6 * (double)pair.Second, pair.First, 1e-5));
    }

    [Fact]
    public void ASumIsDividedByElements()
    {
        (float[] logits, int[] labels, _) = Inputs(1);
        (float mean, _) = Run("OfSpans", 1, 0);
        Assert.Equal(mean / Classes, ((ILoss<float, int>)Compiled.Instance("PerElement")).Forward(logits, labels), 1e-6f);
    }

    private static (float[] Logits, int[] Labels, float[] Weights) Inputs(int shape)
    {
        int locations = Samples * Shapes[shape].Locations;
        Data data = new(1);
        return ([.. data.Normal(locations * Classes).Select(static x => (float)x)], data.Labels(locations, Classes), [.. data.Uniform(locations * Classes, 0.5, 2).Select(static x => (float)x)]);
    }

    // How many weights the constructor takes.
    private static int Given(int shape, int weighting) => weighting switch
    {
        1 or 2 => Classes,
        4 => Classes * Shapes[shape].Locations,
        _ => 0,
    };

    private static (float Value, float[] Gradient) Run(string kind, int shape, int weighting)
    {
        (float[] logits, int[] labels, float[] weights) = Inputs(shape);
        float[] gradient = new float[logits.Length];
        object loss = Compiled.Method<Func<float[], object>>(FormattableString.Invariant($"Factory{shape}_{weighting}"), kind)(weights[..Given(shape, weighting)]);
        return (loss is IWeightedLoss<float, int> weighted ? weighted.ForwardBackward(logits, labels, weights, gradient) : ((ILoss<float, int>)loss).ForwardBackward(logits, labels, gradient), gradient);
    }
}
