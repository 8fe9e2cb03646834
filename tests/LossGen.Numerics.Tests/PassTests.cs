using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests;

/// <summary>Every pass preserves the meaning of the kernel: its interpretation is the same before and after.</summary>
public sealed class PassTests
{
    private const int Batch = TensorShape.Batch;
    private const double Step = 1e-5;

    private static readonly OutputParts[] Choices =
        [OutputParts.Value, OutputParts.Gradient, OutputParts.Gradient | OutputParts.OtherGradients, OutputParts.Value | OutputParts.Gradient];

    private static readonly Dictionary<string, Func<ElementKind, LossSpec>> Specs = new()
    {
        ["softmax 1"] = static element => Along(LossKind.Softmax, element, Batch, 1),
        ["softmax 2"] = static element => Along(LossKind.Softmax, element, Batch, 2),
        ["softmax 2, inner"] = static element => Along(LossKind.Softmax, element, Batch, 2, 3),
        ["softmax 5"] = static element => Along(LossKind.Softmax, element, Batch, 5),
        ["softmax 8"] = static element => Along(LossKind.Softmax, element, Batch, 8),
        ["softmax 10"] = static element => Along(LossKind.Softmax, element, Batch, 10),
        ["softmax 45"] = static element => Along(LossKind.Softmax, element, Batch, 45),
        ["softmax 2100"] = static element => Along(LossKind.Softmax, element, Batch, 2100),
        ["softmax 33000"] = static element => Along(LossKind.Softmax, element, Batch, 33_000),
        ["softmax 2500, inner"] = static element => Along(LossKind.Softmax, element, Batch, 2_500, 2),
        ["softmax, batch last"] = static element => Oracle.Softmax([6, Batch], 0, element),
        ["softmax, inner"] = static element => Along(LossKind.Softmax, element, Batch, 9, 2),
        ["softmax 2, truth values"] = static element => Labelled(LabelKind.Boolean, Along(LossKind.Softmax, element, Batch, 2)),
        ["softmax 2, truth values, inner"] = static element => Labelled(LabelKind.Boolean, Along(LossKind.Softmax, element, Batch, 2, 3)),
        ["softmax 10, signed bytes"] = static element => Labelled(LabelKind.SByte, Along(LossKind.Softmax, element, Batch, 10)),
        ["softmax 45, unsigned"] = static element => Labelled(LabelKind.UInt32, Along(LossKind.Softmax, element, Batch, 45)),
        ["softmax 9, signed shorts, inner"] = static element => Labelled(LabelKind.Int16, Along(LossKind.Softmax, element, Batch, 9, 2)),
        ["softmax 2, curvature"] = static element => Along(LossKind.Softmax, element, Batch, 2) with { HasCurvature = true },
        ["softmax 10, curvature"] = static element => Along(LossKind.Softmax, element, Batch, 10) with { HasCurvature = true },
        ["softmax 45, curvature"] = static element => Along(LossKind.Softmax, element, Batch, 45) with { HasCurvature = true },
        ["softmax 2500, inner, curvature"] = static element => Along(LossKind.Softmax, element, Batch, 2_500, 2) with { HasCurvature = true },
        ["soft labels 5, curvature"] = static element => Along(LossKind.SoftlabelSoftmax, element, Batch, 5) with { HasCurvature = true },
        ["square, curvature"] = static element => Oracle.Elementwise(LossKind.Square, [Batch], element) with { HasCurvature = true },
        ["Gaussian divergence, curvature"] = static element => Oracle.Elementwise(LossKind.GaussianKL, [Batch], element) with { HasCurvature = true },
        ["soft labels 2"] = static element => Along(LossKind.SoftlabelSoftmax, element, Batch, 2),
        ["soft labels 5"] = static element => Along(LossKind.SoftlabelSoftmax, element, Batch, 5),
        ["soft labels 45"] = static element => Along(LossKind.SoftlabelSoftmax, element, Batch, 45),
        ["multinomial logistic 19"] = static element => Along(LossKind.MultinomialLogistic, element, Batch, 19),
    };

    // With the class axis: batch first, with locations before and after the classes, in the middle, last.
    private static readonly (int[] Shape, int ClassAxis)[] WeightedShapes =
        [([Batch, 10], 1), ([Batch, 2, 5], 1), ([Batch, 3, 4, 5], 1), ([Batch, 3, 12], 2), ([3, Batch, 20, 2], 2), ([2, 7, 3, Batch], 1), ([4, Batch, 3], 0)];

    public static TheoryData<string> Losses => [.. Specs.Keys, .. Data.ElementwiseLosses.Select(static loss => loss.ToString())];

    public static MatrixTheoryData<int, WeightingMode, WeightNormalization> Weightings => new(
        Enumerable.Range(0, WeightedShapes.Length),
        [WeightingMode.PerClass, WeightingMode.PerDataPoint, WeightingMode.PerPrediction],
        Enum.GetValues<WeightNormalization>());

    [Theory]
    [MemberData(nameof(Losses))]
    public void EveryPassKeepsTheMeaning(string loss) =>
        ForAnElement(element => Specs.TryGetValue(loss, out Func<ElementKind, LossSpec>? spec) ? spec(element) : Oracle.Elementwise(Enum.Parse<LossKind>(loss), [Batch], element));

    [Theory]
    [MemberData(nameof(Weightings))]
    public void EveryPassKeepsTheMeaningOfWeights(int shape, WeightingMode mode, WeightNormalization normalization)
    {
        Weighting weighting = new((WeightingKind)mode, (NormalizationKind)normalization, default);
        foreach (LossKind loss in (LossKind[])[LossKind.Softmax, LossKind.MultinomialLogistic])
        {
            ForAnElement(element => Oracle.AlongClasses(loss, WeightedShapes[shape].Shape, WeightedShapes[shape].ClassAxis, element, weighting: weighting));
        }
    }

    [Fact]
    public void EveryPassKeepsTheMeaningOfWeightsOfLocations()
    {
        Weighting weighting = new(WeightingKind.PerLocation, NormalizationKind.None, default);
        foreach (LossKind loss in Data.ElementwiseLosses)
        {
            ForAnElement(element => Oracle.Elementwise(loss, [Batch], element) with { Weighting = weighting });
        }

        foreach ((int[] shape, int classAxis) in WeightedShapes)
        {
            ForAnElement(element => Oracle.AlongClasses(LossKind.Softmax, shape, classAxis, element, weighting: weighting));
            ForAnElement(element => Oracle.AlongClasses(LossKind.MultinomialLogistic, shape, classAxis, element, weighting: weighting));
        }
    }

    // One element type each day, and both in a deep run.
    private static void ForAnElement(Func<ElementKind, LossSpec> specOf)
    {
        LossSpec inFloat = specOf(ElementKind.Single);
        foreach (LossSpec spec in RandomRun.OneOf((int)inFloat.Loss + inFloat.Shape.ElementsPerSample, inFloat, specOf(ElementKind.Double)))
        {
            int samples = spec.Shape.ClassAxis is null ? 1200 : spec.Shape.ElementsPerSample > 3000 ? 1 : 5;
            Data data = new(3);
            double[] prediction = spec.Shape.ClassAxis is null ? data.Prediction(spec.Loss, samples)
                : spec.Loss == LossKind.MultinomialLogistic ? data.Distributions(samples * spec.Shape.LocationsPerSample, spec.Shape.Classes)
                : data.Normal(samples * spec.Shape.ElementsPerSample, deviation: 2.0);
            double[] groundTruth = spec.Shape.ClassAxis is null ? data.Target(spec.Loss, samples)
                : spec.Loss == LossKind.SoftlabelSoftmax ? data.Distributions(samples, spec.Shape.Classes)
                : [.. data.Labels(samples * spec.Shape.LocationsPerSample, spec.Shape.Classes).Select(static label => (double)label)];
            double[] weights = data.Uniform(prediction.Length, 0.1, 2.0);
            KeepMeaning(spec, prediction, groundTruth, weights);
        }
    }

    private static void KeepMeaning(LossSpec spec, double[] prediction, double[] groundTruth, double[] weights)
    {
        LossResult expected = Oracle.Interpret(spec, Oracle.Stages(spec).First().Kernel, prediction, groundTruth, weights);
        if (spec.Weighting is null)
        {
            // The meaning that every pass preserves is the loss's definition.
            Same("the definition", Oracle.Evaluate(spec, prediction, groundTruth), expected);
        }

        foreach ((string pass, LossKernel kernel) in Oracle.EveryKernel(spec))
        {
            Same(pass, expected, Oracle.Interpret(spec, kernel, prediction, groundTruth, weights));
        }

        foreach (LossKernel kernel in Oracle.EveryKernel(spec).Select(static stage => stage.Kernel).Where(static kernel => kernel.Body.Contain(NodeSet.OutputTests)))
        {
            foreach (OutputParts wanted in Choices)
            {
                LossResult result = Oracle.Interpret(spec, Choose(kernel, wanted), prediction, groundTruth, weights);
                Same($"a call for {wanted}", Part(expected, wanted), wanted.HasFlag(OutputParts.Value) ? result : result with { Value = 0 });
            }
        }

        if (spec.HasCurvature)
        {
            KeepMeaningOfProducts(spec, prediction, groundTruth, weights);
        }
    }

    // The kernel as it is compiled for a call.
    private static LossKernel Choose(LossKernel kernel, OutputParts wanted) => kernel with
    {
        Body = kernel.Body.Rewrite(NodeSet.OutputTests, part => part is IsWanted test ? new Constant(wanted.HasFlag(test.Part) ? 1 : 0, IrType.Boolean) : part),
    };

    // What such a call leaves: what it does not want, it does not write.
    private static LossResult Part(LossResult all, OutputParts wanted) => all with
    {
        Value = wanted.HasFlag(OutputParts.Value) ? all.Value : 0,
        PredictionGradient = wanted.HasFlag(OutputParts.Gradient) ? all.PredictionGradient : new double[all.PredictionGradient.Length],
        GroundTruthGradient = wanted.HasFlag(OutputParts.OtherGradients) || all.GroundTruthGradient is null ? all.GroundTruthGradient : new double[all.GroundTruthGradient.Length],
    };

    // The product of the Hessian and a direction: the slope of the definition's gradients along it.
    private static void KeepMeaningOfProducts(LossSpec spec, double[] prediction, double[] groundTruth, double[] weights)
    {
        LossResult expected = Oracle.Interpret(spec, Oracle.Stages(spec, isProduct: true).First().Kernel, prediction, groundTruth, weights);
        (LossResult above, LossResult below) = (Moved(Step), Moved(-Step));
        Slope(above.PredictionGradient, below.PredictionGradient, expected.PredictionGradient);
        Slope(above.GroundTruthGradient ?? [], below.GroundTruthGradient ?? [], expected.GroundTruthGradient ?? []);
        foreach ((string pass, LossKernel kernel) in Oracle.EveryKernel(spec, isProduct: true))
        {
            Same(pass, expected, Oracle.Interpret(spec, kernel, prediction, groundTruth, weights));
        }

        LossResult Moved(double by) => Oracle.Evaluate(spec, Along(0, prediction, by), spec.HasLabels ? groundTruth : Along(1, groundTruth, by));

        static double[] Along(int input, double[] values, double by) => [.. values.Zip(Oracle.Direction(input, values.Length), (value, direction) => value + (by * direction))];

        static void Slope(double[] above, double[] below, double[] product)
        {
            double largest = product.DefaultIfEmpty().Max(Math.Abs);
            Assert.All(Enumerable.Range(0, product.Length), i => Assert.Equal((above[i] - below[i]) / (2 * Step), product[i], 1e-6 * largest));
        }
    }

    private static void Same(string pass, LossResult expected, LossResult result)
    {
        Assert.True(Math.Abs(result.Value - expected.Value) <= (1e-12 * Math.Abs(expected.Value)) + 1e-14, $"{pass}: value {result.Value:R}, was {expected.Value:R}");
        Same(expected.PredictionGradient, result.PredictionGradient, pass);
        Same(expected.GroundTruthGradient ?? [], result.GroundTruthGradient ?? [], pass);

        // A definition has none.
        Same(expected.Curvature ?? result.Curvature ?? [], result.Curvature ?? [], pass);
    }

    private static LossSpec Along(LossKind loss, ElementKind element, params int[] shape) => Oracle.AlongClasses(loss, shape, 1, element);

    private static LossSpec Labelled(LabelKind label, LossSpec spec) => spec with { Inputs = BuiltInLoss.Of(spec.Loss).Inputs("logits", "labels", label) };

    private static void Same(double[] expected, double[] actual, string pass)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(actual[i] - expected[i]) <= 1e-13 * Math.Max(0.1, Math.Abs(expected[i])), $"{pass}: gradient[{i}] {actual[i]:R}, was {expected[i]:R}");
        }
    }
}
