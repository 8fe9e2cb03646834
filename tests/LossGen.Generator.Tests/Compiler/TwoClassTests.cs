using LossGen.Generator.Kernel;
using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>Two classes take one exponential and one logarithm per location, whatever the labels and weights.</summary>
public sealed class TwoClassTests
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
            LossUnit unit = CompiledLoss.Of($"using LossGen;\n[{declaration}, Element = ElementType.{element})]\npublic sealed partial class Loss;");
            Assert.NotEmpty(unit.FusedKernels());
            Assert.All(unit.FusedKernels(), static kernel => Assert.Equal(
                [false, true],
                kernel.Body.Nodes(NodeSet.Transcendentals).Cast<Apply>().Select(static node => node.Op is Op.Log1P or Op.Log1PNonNegative or Op.Log1POfFraction).Order()));
        }
    }
}
