using System.Text.Json;
using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Properties;

namespace LossGen.Numerics.Tests.Support;

/// <summary>One case of the golden file: values and gradients from PyTorch's float64 autograd, under the file's own names.</summary>
internal sealed record GoldenCase(
    string Loss,
    int[] Shape,
    int BatchAxis,
    int? Dim,
    string Weighting,
    string Normalize,
    double Weight,
    double[] Prediction,
    double[] Label,
    double[]? Weights,
    double Value,
    double[] PredictionGradient,
    double[]? LabelGradient)
{
    public LossInputs Inputs => new(Prediction, Label, Weights);

    public static IReadOnlyList<GoldenCase> ReadAll()
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Golden", "loss-layers.json"));
        return JsonSerializer.Deserialize<GoldenFile>(file, new JsonSerializerOptions(JsonSerializerDefaults.Web))!.Cases;
    }

    /// <summary>The declaration of the case's loss.</summary>
    public Declaration Declaration(ElementType element, bool hasConstantWeights = false) => new()
    {
        Loss = Enum.Parse<LossKind>(Loss, ignoreCase: true),
        Dimensions = [.. Shape.Select((size, axis) => axis == BatchAxis ? LossGen.Shape.Batch : size)],
        ClassAxis = Dim,
        Notation = AxisNotation.FromFront,
        Weight = Weight,
        Element = element,
        Weighting = Weighting switch
        {
            "class" => WeightingMode.PerClass,
            "dataPoint" => WeightingMode.PerDataPoint,
            "prediction" => WeightingMode.PerPrediction,
            _ => WeightingMode.None,
        },
        Normalize = Normalize switch
        {
            "local" => WeightNormalization.Local,
            "global" => WeightNormalization.Global,
            _ => WeightNormalization.None,
        },
        HasConstantWeights = hasConstantWeights,
    };

    /// <summary>Asserts that value and gradients match the file's to twelve digits of the largest.</summary>
    public void Matches(LossResult actual)
    {
        Assert.Equal(Value, actual.Value, 1e-12 * Math.Abs(Value));
        Match(PredictionGradient, actual.PredictionGradient);
        if (LabelGradient is not null)
        {
            Match(LabelGradient, actual.GroundTruthGradient!);
        }
    }

    private static void Match(double[] expected, double[] actual)
    {
        double tolerance = 1e-12 * expected.Max(Math.Abs);
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], tolerance);
        }
    }

    private sealed record GoldenFile(GoldenCase[] Cases);
}
