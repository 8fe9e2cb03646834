using System.Globalization;
using System.Text.Json;
using LossGen.Generator.Model;

namespace LossGen.Numerics.Tests.Library;

/// <summary>A case of a golden file, and the declarations that give its value and gradients.</summary>
/// <param name="Loss">The declaration.</param>
/// <param name="Inputs">The inputs other than labels.</param>
/// <param name="Labels">The labels.</param>
/// <param name="Gradients">The gradient of each input; null where the file has none.</param>
/// <param name="Value">The value.</param>
/// <param name="Classes">The size of the axis.</param>
internal sealed record LibraryCase(DeclaredLoss Loss, double[][] Inputs, int[] Labels, double[]?[] Gradients, double Value, int Classes)
{
    private const int IgnoredLabel = -100;

    /// <summary>The weights of classes, for a loss whose declaration has none; empty otherwise.</summary>
    private double[] ClassWeights { get; init; } = [];

    /// <summary>The cases of all files.</summary>
    public static IReadOnlyList<LibraryCase> ReadAll() => [.. Read<AxisFile>("axis-losses").Cases.SelectMany(Of), .. Read<ElementFile>("extra-losses").Cases.SelectMany(Of)];

    /// <summary>Value and gradients.</summary>
    public (double Value, double[][] Gradients) Run(Func<DeclaredLoss, double[][], (double Value, double[][] Gradients)> run)
    {
        if (ClassWeights.Length == 0)
        {
            return run(Loss, Inputs);
        }

        // Class by class: the mean over locations is the mean of the classes' means.
        double value = 0;
        double[][] gradients = [.. Inputs.Select(static input => new double[input.Length])];
        for (int c = 0; c < Classes; c++)
        {
            double weight = ClassWeights[c] / Classes;
            (double ofClass, double[][] gradientsOfClass) = run(Loss, [.. Inputs.Select(input => input.Where((_, i) => i % Classes == c).ToArray())]);
            value += weight * ofClass;
            foreach ((double[] whole, double[] part) in gradients.Zip(gradientsOfClass))
            {
                for (int location = 0; location < part.Length; location++)
                {
                    whole[(location * Classes) + c] = weight * part[location];
                }
            }
        }

        return (value, gradients);
    }

    private static IEnumerable<LibraryCase> Of(AxisCase golden)
    {
        int classes = golden.Shape[^1];
        int[] all = [.. golden.Inputs.Where(static input => input.Name == "label").SelectMany(static input => input.Values).Select(static label => (int)label)];

        // The file's mean is over the locations whose label is not ignored: the others are left out.
        int[] labels = [.. all.Where(static label => label != IgnoredLabel)];
        AxisInput[] numbers = [.. golden.Inputs.Where(static input => input.Name != "label").Select(input => labels.Length == all.Length ? input : input with { Values = Kept(input.Values), Gradient = input.Gradient is { } slopes ? Kept(slopes) : null })];
        string shape = $"Shape.Batch, {Text(classes)}, Reduction = LossReduction.{(golden.Reduction is "sum" or "none" ? "Sum" : golden.Reduction == "meanElements" ? "MeanElements" : "Mean")}";
        string weights = golden.ClassWeights.Length == 0 ? "" : $", Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None, Weights = new double[] {{ {string.Join(", ", golden.ClassWeights.Select(Text))} }}";
        double total = golden.Value ?? golden.Values!.Sum();
        DeclaredLoss? loss = golden.Loss switch
        {
            "bceWithLogits" => new(LossKind.BinaryCrossEntropyWithLogits, $"{shape}, PositiveWeights = new double[] {{ {string.Join(", ", golden.PositiveWeights.Select(Text))} }}"),
            "cosineEmbedding" => new(LossKind.CosineEmbedding, $"{shape}, Margin = {golden.Text("margin")}"),
            "focal" => new(LossKind.Focal, $"{shape}, Gamma = {golden.Text("gamma")}{weights}"),
            "hingeEmbedding" => new(LossKind.HingeEmbedding, $"Margin = {golden.Text("margin")}"),
            "marginRanking" => new(LossKind.MarginRanking, $"Margin = {golden.Text("margin")}"),
            "multiMargin" => new(LossKind.MultiMargin, $"{shape}, P = {golden.Text("p")}, Margin = {golden.Text("margin")}{weights}"),
            "poissonNllFull" => new(LossKind.PoissonNLL, "Full = true"),
            "softDice" => new(LossKind.Dice, $"{shape}, Smooth = {golden.Text("smooth")}"),
            "crossEntropy" or "zLoss" or "softcappedCrossEntropy" or "temperedCrossEntropy" => new(LossKind.Softmax, $"Shape.Batch, {Text(classes)}{golden.SoftmaxOptions}{weights}"),
            "tripletMargin" => new(LossKind.TripletMargin, $"{shape}, P = {golden.Text("p")}, Margin = {golden.Text("margin")}"),
            "tversky" => new(LossKind.Tversky, $"{shape}, Alpha = {golden.Text("alpha")}, Beta = {golden.Text("beta")}, Smooth = {golden.Text("smooth")}, FromLogits = false"),

            // The file's targets are logarithms.
            "klDiv" => new(LossKind.KLDiv, $"{shape}, LogTarget = true"),

            // The file calls it a mean over elements, but the code that made it divides by the batch size.
            "gaussianNll" => new(LossKind.GaussianNLL, $"Shape.Batch, {Text(classes)}, Reduction = LossReduction.Mean, Full = true, Epsilon = {golden.Text("eps")}"),
            _ => null,
        };
        if (loss?.Kind == LossKind.Softmax)
        {
            // Ignored labels and all.
            AxisInput logits = golden.Inputs.Single(static input => input.Name == "logits");
            yield return new LibraryCase(loss, [logits.Values], all, [logits.Gradient], total, classes);
        }
        else if (loss is not null)
        {
            // That code also rounded the Gaussian loss's constant, ½·log 2π, to eight digits in float32.
            double constant = golden.Loss == "gaussianNll" ? classes * ((0.5 * Math.Log(2 * Math.PI)) - 0.91893853f) : 0;
            yield return Case(loss, total + constant, numbers);
        }
        else if (golden.Loss == "multiLabelSoftMargin")
        {
            // Sums over locations become means.
            double scale = golden.Reduction is "sum" or "none" ? 1.0 / golden.Shape[0] : 1;
            AxisInput[] scaled = [.. numbers.Select(input => input with { Gradient = input.Gradient?.Select(slope => slope * scale).ToArray() })];
            yield return Case(new(LossKind.MultiLabelSoftMargin, "Shape.Batch, 1"), total * scale, scaled) with { ClassWeights = golden.ClassWeights };
        }

        LibraryCase Case(DeclaredLoss declared, double value, AxisInput[] inputs) =>
            new(declared, [.. inputs.Select(static input => input.Values)], labels, [.. inputs.Select(static input => input.Gradient)], value, classes);

        double[] Kept(double[] values) => [.. values.Where((_, i) => all[i / classes] != IgnoredLabel)];
    }

    private static IEnumerable<LibraryCase> Of(ElementCase golden)
    {
        DeclaredLoss? loss = golden.Loss switch
        {
            "binaryCrossEntropyWithLogits" => new(LossKind.BinaryCrossEntropyWithLogits, ""),
            "huber" => new(LossKind.Huber, $"Delta = {Text(golden.Parameters["delta"])}"),
            "l1" => new(LossKind.L1, ""),
            "poissonNllLogInput" => new(LossKind.PoissonNLL, ""),
            "smoothL1" => new(LossKind.SmoothL1, $"Beta = {Text(golden.Parameters["beta"])}"),
            "softMargin" => new(LossKind.SoftMargin, ""),
            _ => null,
        };
        return loss is null ? [] : [new LibraryCase(loss, [golden.Prediction, golden.Target], [], [golden.PredictionGradient, null], golden.Value, Classes: 1)];
    }

    private static TFile Read<TFile>(string name)
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".json"));
        return JsonSerializer.Deserialize<TFile>(file, new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private sealed record AxisFile(AxisCase[] Cases);

    private sealed record AxisInput(string Name, double[] Values, double[]? Gradient);

    private sealed record AxisCase(string Loss, Dictionary<string, JsonElement> Parameters, string Reduction, int[] Shape, AxisInput[] Inputs, double? Value, double[]? Values)
    {
        public double[] ClassWeights => Array("classWeights");

        public double[] PositiveWeights => Array("posWeights");

        public string Text(string parameter) => Parameters[parameter].GetRawText();

        /// <summary>What the file's parameters are for a softmax loss; its mean is that of PyTorch, by weights, over what is not ignored.</summary>
        public string SoftmaxOptions => string.Concat(Parameters.Select(static pair => pair.Key switch
            {
                "ignoreLabel" => $", IgnoreLabel = {pair.Value.GetRawText()}",
                "labelSmoothing" => $", LabelSmoothing = {pair.Value.GetRawText()}",
                "z" => $", ZLoss = {pair.Value.GetRawText()}",
                "cap" => $", SoftCap = {pair.Value.GetRawText()}",
                "temperature" => $", Temperature = {pair.Value.GetRawText()}",
                _ => "",
            })) + (Reduction is "sum" or "none" ? ", Denominator = LossDenominator.None" : ClassWeights.Length > 0 || Parameters.ContainsKey("ignoreLabel") ? ", Denominator = LossDenominator.WeightSum" : "");

        private double[] Array(string parameter) => Parameters.TryGetValue(parameter, out JsonElement numbers) ? [.. numbers.EnumerateArray().Select(static number => number.GetDouble())] : [];
    }

    private sealed record ElementFile(ElementCase[] Cases);

    private sealed record ElementCase(string Loss, Dictionary<string, double> Parameters, double[] Prediction, double[] Target, double Value, double[] PredictionGradient);
}
