using System.Globalization;
using System.Text.Json;
using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>Losses along an axis, each as a user writes it, against values and gradients from PyTorch's float64 autograd.</summary>
public sealed class AxisGoldenTests
{
    private const int IgnoredLabel = -100;

    // The file's divergence takes the teacher's softmax as logarithms of probabilities.
    private static readonly AxisSource Distillation = AxisSource.Of(
        "Distillation",
        "ReadOnlySpan<float> student, [NoGradient] ReadOnlySpan<float> teacher, int label, [Parameter] float temperature = 3, [Parameter] float alpha = 0.7f",
        "float sum = 0, teacherSum = 0; for (int i = 0; i < student.Length; i++) { sum += MathF.Exp(student[i] / temperature); teacherSum += MathF.Exp(teacher[i] / temperature); } float divergence = 0; for (int i = 0; i < student.Length; i++) { float target = MathF.Exp(teacher[i] / temperature) / teacherSum; divergence += MathF.Exp(target) * (target - (student[i] / temperature - MathF.Log(sum))); } return alpha * temperature * temperature * divergence - (1 - alpha) * Along.LogSoftmax(student, label);");

    // The file's names of losses, with ".p2" for a power of 2, and the sample's.
    private static readonly Dictionary<string, string> Losses = new()
    {
        ["additiveMarginSoftmax"] = "AdditiveMarginSoftmaxLoss",
        ["arcFace"] = "ArcFaceLoss",
        ["bceWithLogits"] = "PositiveWeightedCrossEntropyLoss",
        ["contrastive"] = "ContrastiveLoss",
        ["correlation"] = "CorrelationLoss",
        ["cosineEmbedding"] = "CosineEmbeddingLoss",
        ["crossEntropy"] = "ClassWeightedCrossEntropyLoss",
        ["distillation"] = "Distillation",
        ["entropyOfSoftmax"] = "EntropyLoss",
        ["focal"] = "ClassWeightedFocalLoss",
        ["jensenShannon"] = "JensenShannonLoss",
        ["klDiv"] = "KLDivergenceLoss",
        ["logitAdjusted"] = "LogitAdjustedLoss",
        ["multiLabelSoftMargin"] = "MultiLabelSoftMarginLoss",
        ["multiMargin"] = "MultiMarginLoss",
        ["multiMargin.p2"] = "SquaredMultiMarginLoss",
        ["softCrossEntropy"] = "SoftLabelCrossEntropyLoss",
        ["softDice"] = "SoftDiceLoss",
        ["softcappedCrossEntropy"] = "SoftcappedSoftmaxLoss",
        ["temperedCrossEntropy"] = "TemperedSoftmaxLoss",
        ["tripletMargin"] = "TripletMarginLoss",
        ["tversky"] = "TverskyLoss",
        ["zLoss"] = "ZLoss",
    };

    private static readonly IReadOnlyList<AxisCase> All = ReadAll();

    private static readonly CompiledInEitherType Compiled = new(static isDouble =>
    [
        .. All.Select(static (golden, index) => (golden, index)).Where(each => RandomRun.IsTried(each.index, days: 4) && RandomRun.OneOf(each.index, days: 4, true, false).Contains(isDouble)).Select(static each => each.golden)
            .Select(golden => golden.Source.With($"Shape.Batch, {golden.Shape[1]}", isDouble, golden.ClassName)).Distinct(),
    ]);

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, All.Count).Where(static index => RandomRun.IsTried(index, days: 4))];

    [Fact]
    public void AllCasesAreFound() => Assert.Equal(153, All.Count);

    [Theory]
    [MemberData(nameof(Indices))]
    public void ValueAndGradientsMatch(int index)
    {
        AxisCase golden = All[index];
        double[][] spans = [.. golden.Inputs.Where(static input => input.Name != "label").Select(static input => input.Values)];
        int[] labels = [.. golden.Inputs.Where(static input => input.Name == "label").SelectMany(static input => input.Values).Select(static label => (int)label)];
        foreach (bool isDouble in RandomRun.OneOf(index, days: 4, true, false))
        {
            // Float32 inputs differ from the file's by their rounding, and so do the gradients.
            double bound = isDouble ? 1e-11 : 1e-5;
            (double value, double[][] gradients) = new AxisLossRun(Compiled.Type("Zoo." + golden.ClassName, isDouble), isDouble, golden.Scalars, golden.PerClass).At(spans, labels);
            Assert.Equal(golden.MeanValue, value, bound * Math.Max(1, Math.Abs(golden.MeanValue)));
            for (int i = 0; i < spans.Length; i++)
            {
                if (golden.Inputs[i].Gradient is { } expected)
                {
                    double largest = expected.Max(Math.Abs);
                    Assert.All(expected.Zip(gradients[i]), pair => Assert.Equal(pair.First * golden.Scale, pair.Second, bound * Math.Max(largest * golden.Scale, 1e-300)));
                }
            }
        }
    }

    private static IReadOnlyList<AxisCase> ReadAll()
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Golden", "axis-losses.json"));
        AxisFile all = JsonSerializer.Deserialize<AxisFile>(file, new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
        return [.. all.Cases.Where(static golden => Losses.ContainsKey(golden.Name) && !golden.HasIgnoredLabels)];
    }

    private sealed record AxisFile(AxisCase[] Cases);

    private sealed record AxisInput(string Name, double[] Values, double[]? Gradient);

    private sealed record AxisCase(string Loss, Dictionary<string, JsonElement> Parameters, string Reduction, int[] Shape, AxisInput[] Inputs, double? Value, double[]? Values)
    {
        public string Name => Parameters.TryGetValue("p", out JsonElement power) && power.GetDouble() == 2 && Loss == "multiMargin" ? Loss + ".p2" : Loss;

        public string ClassName => string.Create(CultureInfo.InvariantCulture, $"{Losses[Name]}{Shape[1]}");

        public AxisSource Source => Losses[Name] == Distillation.Name ? Distillation : AxisSource.Zoo.Single(source => source.Name == Losses[Name]);

        public bool HasIgnoredLabels => Labels.Contains(IgnoredLabel);

        public Dictionary<string, double> Scalars => Parameters.Where(static pair => pair.Value.ValueKind == JsonValueKind.Number).ToDictionary(
            static pair => pair.Key,
            // PyTorch was given this margin in float32.
            pair => Loss == "additiveMarginSoftmax" ? (float)pair.Value.GetDouble() : pair.Value.GetDouble());

        /// <summary>A loss without weights in the file has weights of 1 in the sample.</summary>
        public double[][] PerClass => Parameters.Values.Where(static value => value.ValueKind == JsonValueKind.Array).Select(static value => value.EnumerateArray().Select(static number => number.GetDouble()).ToArray()).FirstOrDefault() is { } given
            ? [given]
            : [[.. Enumerable.Repeat(1.0, Shape[1])]];

        // The losses compute the mean over locations, the cross-entropy the mean by weights of labels.
        public double Scale => Reduction is "mean" or "batchMean" or "meanElements" ? 1 : 1 / (Loss == "crossEntropy" ? Labels.Sum(label => PerClass[0][label]) : Shape[0]);

        private int[] Labels => [.. Inputs.Where(static input => input.Name == "label").SelectMany(static input => input.Values).Select(static label => (int)label)];

        public double MeanValue => (Value ?? Values!.Sum()) * Scale;
    }
}
