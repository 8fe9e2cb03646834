using System.Text.Json;

namespace LossGen.Numerics.Tests.Custom;

/// <summary>Values and gradients from PyTorch's float64 autograd, every case of the golden file, from the losses of the sample.</summary>
public sealed class PyTorchTests
{
    private const string MeanOfElements = "[ElementwiseLoss(Reduction = LossReduction.MeanElements)]";

    private static readonly IReadOnlyList<ExtraCase> All = ReadAll();

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, All.Count)];

    [Fact]
    public void AllCasesAreFound()
    {
        Assert.Equal(78, All.Count);
        Assert.All(All, static golden => Assert.Equal("meanElements", golden.Reduction));
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Float64MatchesTo1e12(int index)
    {
        ExtraCase golden = All[index];
        (double value, double[][] gradients) = ZooLosses.With(MeanOfElements).Of<double>(golden.Case).Run([golden.Prediction, golden.Target]);
        Assert.Equal(golden.Value, value, 1e-12 * Math.Abs(golden.Value));
        Assert.Equal(golden.PredictionGradient.Length, gradients[0].Length);
        Assert.All(golden.PredictionGradient.Zip(gradients[0]), static pair => Assert.Equal(pair.First, pair.Second, 1e-12 * Math.Abs(pair.First)));
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Float32MatchesToItsBounds(int index)
    {
        // The file's inputs are float64. The value is held to float32's bound plus what the rounding of inputs and parameters, of at most 20 in all, adds to
        // it; a gradient to its units in the last place plus the change that this rounding causes in float64.
        ExtraCase golden = All[index];
        ZooCase rounded = golden.Case with { Parameters = golden.Case.Parameters.ToDictionary(static pair => pair.Key, static pair => (double)(float)pair.Value) };
        double[] atRounded = ZooLosses.With(MeanOfElements).Of<double>(rounded).Run([Rounded(golden.Prediction), Rounded(golden.Target)]).Gradients[0];
        (double value, double[][] gradients) = ZooLosses.With(MeanOfElements).Of<float>(golden.Case).Run([golden.Prediction, golden.Target]);
        double moved = 20 * 6e-8 * golden.PredictionGradient.Sum(Math.Abs);
        Assert.Equal(golden.Value, value, (1e-6 * Math.Abs(golden.Value)) + (1e-7 * golden.Prediction.Average(Math.Abs)) + moved);
        Assert.Equal(golden.PredictionGradient.Length, gradients[0].Length);
        for (int i = 0; i < gradients[0].Length; i++)
        {
            double slope = golden.PredictionGradient[i];
            double terms = ErrorBounds.TermsOf(golden.Case, [golden.Prediction[i], golden.Target[i]])[1] / gradients[0].Length;
            double bound = (ErrorBounds.UnitsOf(golden.Case) * ErrorBounds.Unit(Math.Max(Math.Abs(slope), terms))) + Math.Abs(atRounded[i] - slope);
            Assert.Equal(slope, gradients[0][i], bound);
        }
    }

    private static double[] Rounded(double[] numbers) => [.. numbers.Select(static x => (double)(float)x)];

    private static IReadOnlyList<ExtraCase> ReadAll()
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Golden", "extra-losses.json"));
        return JsonSerializer.Deserialize<ExtraFile>(file, new JsonSerializerOptions(JsonSerializerDefaults.Web))!.Cases;
    }

    private sealed record ExtraFile(ExtraCase[] Cases);

    private sealed record ExtraCase(
        string Loss, Dictionary<string, double> Parameters, string Reduction, double[] Prediction, double[] Target, double Value, double[] PredictionGradient)
    {
        // The file's names for losses and parameters, mapped to the sample's.
        public ZooCase Case => Loss switch
        {
            "l1" => Named("L1Loss"),
            "mse" => Named("SquaredErrorLoss"),
            "huber" => Named("HuberLoss"),
            "smoothL1" => Named("SmoothL1Loss"),
            "logCosh" => Named("LogCoshLoss"),
            "cauchy" => Named("CauchyLoss", ("c", "width")),
            "quantile" => Named("QuantileLoss"),
            "squaredHinge" => Named("SquaredHingeLoss"),
            "softMargin" => Named("SoftMarginLoss"),
            "binaryCrossEntropyWithLogits" => Named("BinaryCrossEntropyWithLogitsLoss"),
            "focalWithLogits" => Named("FocalLoss"),
            "poissonNllLogInput" => Named("PoissonLoss"),
            _ => throw new InvalidOperationException($"The sample has no loss for {Loss}."),
        };

        private ZooCase Named(string name, params (string Theirs, string Ours)[] names) => new(
            name,
            Parameters.ToDictionary(pair => names.FirstOrDefault(known => known.Theirs == pair.Key).Ours ?? pair.Key, static pair => pair.Value),
            static (_, _) => throw new NotSupportedException("The file brings the inputs."));
    }
}
