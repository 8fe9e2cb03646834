using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests;

/// <summary>Labels of every integer type: the same bits as with int.</summary>
public sealed class LabelTypeTests
{
    private const int Classes = 20;

    private static readonly Lazy<CompiledLosses> Losses = new(static () => CompiledLosses.Compile(
        new[] { "Softmax", "MultinomialLogistic" }.SelectMany(static loss => Enum.GetNames<LabelType>().Select(type =>
            (Name: loss + type, Attribute: $"[{loss}Loss(Shape.Batch, {Classes}, Label = LabelType.{type})]"))).ToDictionary(static loss => loss.Name, static loss => loss.Attribute)));

    public static TheoryData<string> Names => ["Softmax", "MultinomialLogistic"];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryTypeGivesTheSameBits(string loss)
    {
        for (int batch = 0; batch <= 70; batch++)
        {
            Data data = new(batch);
            float[] prediction = [.. data.Distributions(batch, Classes).Select(static p => (float)p)];
            int[] labels = data.Labels(batch, Classes);
            (float, float[]) expected = Run(loss, LabelType.Int32, prediction, labels);
            Same(expected, Run(loss, LabelType.Byte, prediction, [.. labels.Select(static label => (byte)label)]));
            Same(expected, Run(loss, LabelType.UInt16, prediction, [.. labels.Select(static label => (ushort)label)]));
            Same(expected, Run(loss, LabelType.Int64, prediction, [.. labels.Select(static label => (long)label)]));
        }
    }

    private static void Same((float Value, float[] Gradient) expected, (float Value, float[] Gradient) actual)
    {
        Assert.Equal(expected.Value, actual.Value);
        Assert.Equal(expected.Gradient, actual.Gradient);
    }

    private static (float Value, float[] Gradient) Run<TLabel>(string loss, LabelType type, float[] prediction, TLabel[] labels)
    {
        float[] gradient = new float[prediction.Length];
        return (((ILoss<float, TLabel>)Losses.Value.Instance(loss + type)).ForwardBackward(prediction, labels, gradient), gradient);
    }
}
