using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom.OverClasses;

/// <summary>What holds for every call: labels of any type, refused if they are not classes; the same bits on several threads.</summary>
public sealed class CallTests
{
    private const int Classes = 10;

    public static TheoryData<int> Cases => OverClassesCase.Indices;

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryTypeOfLabelsHasTheSameBits(int index)
    {
        Data data = new(index);
        double[] logits = data.Normal(40 * Classes, deviation: 2);
        int[] labels = data.Labels(40, Classes);
        foreach (bool isDouble in new[] { false, true })
        {
            LossResult expected = LossRun.WithLabels(OverClassesLosses.Of(Classes).Of(OverClassesCase.All[index], isDouble), logits, labels);
            foreach (string type in new[] { "byte", "ushort", "long", "sbyte", "short", "uint" })
            {
                LossResult actual = LossRun.WithLabels(OverClassesLosses.With("Shape.Batch, 10", type).Of(OverClassesCase.All[index], isDouble), logits, labels);
                Assert.Equal(expected.Value, actual.Value);
                Assert.Equal(expected.PredictionGradient, actual.PredictionGradient);
            }
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(Classes)]
    public void ALabelThatIsNoClassIsRefusedBeforeAnythingIsWritten(int label)
    {
        foreach (OverClassesCase loss in OverClassesCase.All)
        {
            ILoss<float, int> compiled = (ILoss<float, int>)OverClassesLosses.Of(Classes).Of(loss, isDouble: false);
            float[] gradient = [.. Enumerable.Repeat(12345f, 70 * Classes)];
            int[] labels = new int[70];
            labels[67] = label;
            ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => compiled.ForwardBackward(new float[gradient.Length], labels, gradient));
            Assert.Equal("label", error.ParamName);
            Assert.Contains($"location 67 is {label}", error.Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentOutOfRangeException>(() => compiled.Backward(new float[gradient.Length], labels, gradient));
            Assert.Throws<ArgumentOutOfRangeException>(() => compiled.Forward(new float[gradient.Length], labels));
            Assert.DoesNotContain(gradient, static slope => slope != 12345f);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void SeveralThreadsHaveTheSameBits(int index)
    {
        const int Locations = 60_000;
        Data data = new(index);
        double[] logits = data.Normal(Locations * Classes);
        int[] labels = data.Labels(Locations, Classes);
        LossResult one = LossRun.WithLabels(OverClassesLosses.Of(Classes).Of(OverClassesCase.All[index], isDouble: false), logits, labels);
        LossResult several = LossRun.WithLabels(
            OverClassesLosses.With("Shape.Batch, 10, Parallelism = LossParallelism.Auto").Of(OverClassesCase.All[index], isDouble: false), logits, labels);
        Assert.Equal(one.Value, several.Value);
        Assert.Equal(one.PredictionGradient, several.PredictionGradient);
    }
}
