using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests;

/// <summary>A kernel stays within three pages, whatever the shape: no loop over the classes is unrolled beyond one step.</summary>
public sealed class KernelLengthTests
{
    private const int MostLines = 400;

    [Theory]
    [InlineData("SoftmaxLoss(Shape.Batch, 2")]
    [InlineData("SoftmaxLoss(2, Shape.Batch")]
    [InlineData("SoftmaxLoss(Shape.Batch, 2, 9, Weighting = WeightingMode.PerDataPoint")]
    [InlineData("SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerPrediction, Label = LabelType.Byte")]
    [InlineData("SoftlabelSoftmaxLoss(Shape.Batch, 2")]
    [InlineData("SoftmaxLoss(Shape.Batch, 15")]
    [InlineData("SoftmaxLoss(Shape.Batch, 127")]
    [InlineData("SoftmaxLoss(Shape.Batch, 50257")]
    [InlineData("SoftmaxLoss(Shape.Batch, 1023, 64, 64")]
    [InlineData("SoftmaxLoss(Shape.Batch, 15, 31, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.Global")]
    [InlineData("SoftmaxLoss(Shape.Batch, 15, Weighting = WeightingMode.PerPrediction")]
    [InlineData("SoftlabelSoftmaxLoss(Shape.Batch, 15")]
    [InlineData("SoftlabelSoftmaxLoss(Shape.Batch, 1023")]
    [InlineData("MultinomialLogisticLoss(Shape.Batch, 15, Weighting = WeightingMode.PerPrediction")]
    [InlineData("BinaryCrossEntropyLoss(Shape.Batch")]
    [InlineData("GaussianKLLoss(Shape.Batch")]
    [InlineData("GaussianNLLLoss(Shape.Batch")]
    [InlineData("HingeLoss(Shape.Batch")]
    [InlineData("TripletMarginLoss(Shape.Batch, 15, Swap = true")]
    [InlineData("TverskyLoss(Shape.Batch, 15")]
    [InlineData("SquareLoss(Shape.Batch")]
    public void NoKernelIsLong(string declaration)
    {
        string[] elements = ["Single", "Double"];
        string losses = string.Concat(elements.Select(element => $"[{declaration}, Element = ElementType.{element})]\npublic sealed partial class {element}Loss;\n"));
        foreach (string file in GeneratorTester.Generate("using LossGen;\n" + losses).Values)
        {
            (string Name, int Lines)[] kernels = [.. GeneratedKernels.In(file)];
            Assert.NotEmpty(kernels);
            Assert.All(kernels, static kernel => Assert.True(kernel.Lines <= MostLines, $"{kernel.Name} has {kernel.Lines} lines"));
        }
    }
}
