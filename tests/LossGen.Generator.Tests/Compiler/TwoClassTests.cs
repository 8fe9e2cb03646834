using System.Text.RegularExpressions;
using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>Two classes take one exponential and one logarithm a location, whatever the labels and weights.</summary>
public sealed partial class TwoClassTests
{
    [Theory]
    [InlineData("SoftmaxLoss(Shape.Batch, 2")]
    [InlineData("SoftmaxLoss(2, Shape.Batch")]
    [InlineData("SoftmaxLoss(Shape.Batch, 2, 9, Weighting = WeightingMode.PerDataPoint")]
    [InlineData("SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerPrediction, Label = LabelType.Byte")]
    [InlineData("SoftlabelSoftmaxLoss(Shape.Batch, 2")]
    public void OneExponentialAndOneLogarithmALocation(string declaration)
    {
        foreach (string element in (string[])["Single", "Double"])
        {
            string file = GeneratorTester.Generate($"using LossGen;\n[{declaration}, Element = ElementType.{element})]\npublic sealed partial class Loss;")["Loss.g.cs"];
            string[] kernels = [.. KernelHead().Split(file).Skip(1).Where(static kernel => kernel.StartsWith("ForwardBackward", StringComparison.Ordinal))];
            Assert.NotEmpty(kernels);
            foreach (string kernel in kernels)
            {
                Assert.Equal(1, Count(kernel, "VectorMath.Exp"));
                Assert.Equal(1, Count(kernel, "VectorMath.Log1P"));
            }
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex(@"private static (?:double|void) (?=\w+Block)")]
    private static partial Regex KernelHead();
}
