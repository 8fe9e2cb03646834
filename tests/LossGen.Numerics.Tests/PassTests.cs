using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests;

/// <summary>Every pass keeps the meaning of the kernel: its interpretation is the same before and after.</summary>
public sealed class PassTests
{
    public static TheoryData<string> Losses => [.. Data.ElementwiseLosses.Select(static loss => loss.ToString()), "softmax 1", "softmax 5", "softmax 8", "softmax 10", "softmax 45", "softmax 2100", "last", "inner", "SoftlabelSoftmax 5", "SoftlabelSoftmax 45", "MultinomialLogistic 19"];

    [Theory]
    [MemberData(nameof(Losses))]
    public void EveryPassKeepsTheMeaning(string loss)
    {
        foreach (ElementKind element in new[] { ElementKind.Single, ElementKind.Double })
        {
            LossSpec spec = loss.Split(' ') switch
            {
                ["softmax", var classes] => Oracle.Softmax([TensorShape.Batch, int.Parse(classes, System.Globalization.CultureInfo.InvariantCulture)], 1, element),
                ["last"] => Oracle.Softmax([6, TensorShape.Batch], 0, element),
                [var other, var classes] => Oracle.AlongClasses(Enum.Parse<LossKind>(other), [TensorShape.Batch, int.Parse(classes, System.Globalization.CultureInfo.InvariantCulture)], 1, element),
                ["inner"] => Oracle.Softmax([TensorShape.Batch, 9, 2], 1, element),
                [var elementwise] => Oracle.Elementwise(Enum.Parse<LossKind>(elementwise), [TensorShape.Batch], element),
                _ => throw new ArgumentException(loss),
            };
            int samples = spec.Shape.ClassAxis is null ? 1200 : 5;
            Data data = new(3);
            double[] prediction = spec.Shape.ClassAxis is null ? data.Prediction(spec.Loss, samples)
                : spec.Loss == LossKind.MultinomialLogistic ? data.Distributions(samples, spec.Shape.Classes)
                : data.Normal(samples * spec.Shape.ElementsPerSample, deviation: 2.0);
            double[] groundTruth = spec.Shape.ClassAxis is null ? data.Target(spec.Loss, samples)
                : spec.Loss == LossKind.SoftlabelSoftmax ? data.Distributions(samples, spec.Shape.Classes)
                : [.. data.Labels(samples * spec.Shape.LocationsPerSample, spec.Shape.Classes).Select(static label => (double)label)];

            LossResult expected = Oracle.Interpret(spec, Oracle.Stages(spec).First().Kernel, prediction, groundTruth);
            foreach ((string pass, LossKernel kernel) in Oracle.Stages(spec))
            {
                LossResult result = Oracle.Interpret(spec, kernel, prediction, groundTruth);
                Assert.True(Math.Abs(result.Value - expected.Value) <= 1e-12 * Math.Abs(expected.Value) + 1e-14, $"{pass}: value {result.Value:R}, was {expected.Value:R}");
                Same(expected.PredictionGradient, result.PredictionGradient, pass);
                Same(expected.GroundTruthGradient ?? [], result.GroundTruthGradient ?? [], pass);
            }
        }
    }

    private static void Same(double[] expected, double[] actual, string pass)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(actual[i] - expected[i]) <= 1e-13 * Math.Max(0.1, Math.Abs(expected[i])), $"{pass}: gradient[{i}] {actual[i]:R}, was {expected[i]:R}");
        }
    }
}
