using System.Runtime.InteropServices;
using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests;

/// <summary>Labels of every type, for every loss that has labels, in all kinds of schedules: the same bits as with int, whatever is ignored.</summary>
public sealed class LabelTypeTests
{
    private static readonly string[] Kinds = ["Softmax", "MultinomialLogistic", "Focal", "MultiMargin"];

    // Rows, tiles, strided classes in place, and more of them than a tile holds; two classes for truth values.
    private static readonly (string Name, string Declared, int Classes, int Inner)[] Shapes =
    [
        ("Rows", "Shape.Batch, 100", 100, 1), ("Tiles", "Shape.Batch, 20", 20, 1), ("Strided", "20, Shape.Batch", 20, 1), ("Channels", "Shape.Batch, 5, 7, Dim = 1", 5, 7),
        ("Many", "Shape.Batch, 128, 3, Dim = 1", 128, 3), ("Pairs", "Shape.Batch, 2", 2, 1), ("PairsOfPlanes", "2, Shape.Batch, Dim = 0", 2, 1), ("PairsInside", "Shape.Batch, 2, 9, Dim = 1", 2, 9),
    ];

    private static readonly (string Name, string Declared)[] Options =
    [
        ("", ""), ("Ignoring", ", Element = ElementType.Double, IgnoreLabel = 1, Denominator = LossDenominator.Kept"), ("Weighted", ", Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.Local"),
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            // In an ordinary run, a third each day.
            (string Loss, string Shape)[] all = [.. from loss in Kinds from shape in Shapes where loss == "Softmax" || shape.Name is "Tiles" or "Channels" or "PairsInside" select (loss, shape.Name)];
            foreach ((string loss, string shape) in all.Where(static (_, number) => RandomRun.IsTried(number, 3)))
            {
                cases.Add(loss, shape);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryTypeGivesTheSameBits(string loss, string shapeName)
    {
        (_, string declared, int classes, int inner) = Shapes.Single(shape => shape.Name == shapeName);
        LabelType[] types = [.. Enum.GetValues<LabelType>().Where(type => classes == 2 || type != LabelType.Boolean)];
        var compiled = CompiledLosses.Compile((
            from option in Options
            from type in types
            where Has(option.Name, type)
            select (Name: option.Name + "Of" + type, Attribute: $"[{loss}Loss({declared}, Label = LabelType.{type}{option.Declared})]")).ToDictionary(static each => each.Name, static each => each.Attribute));
        foreach (int batch in (int[])[0, 1, 2, 7, 33, 70])
        {
            int locations = batch * inner;
            Data data = new(batch + 1);
            double[] prediction = [.. data.Distributions(locations, classes).Select(static p => (double)(float)p)];
            double[] weights = [.. data.Distributions(locations, classes).Select(static p => (double)(float)p)];
            int[] labels = [.. data.Labels(locations, classes).Select(static (label, location) => location % 4 == 3 ? 1 : label)];
            foreach ((string option, _) in Options)
            {
                LossResult expected = Run(LabelType.Int32);
                foreach (LabelType type in types.Where(type => Has(option, type)))
                {
                    LossResult actual = Run(type);
                    Assert.Equal(expected.Value, actual.Value);
                    Assert.Equal(expected.PredictionGradient, actual.PredictionGradient);
                }

                LossResult Run(LabelType type) => LossRun.WithLabels(compiled.Instance(option + "Of" + type), prediction, labels, option == "Weighted" ? weights : null);
            }
        }

        // No truth value can be ignored.
        static bool Has(string option, LabelType type) => type != LabelType.Boolean || option != "Ignoring";
    }

    /// <summary>A truth value that other code left in memory as another byte than 0 and 1 is true, as in C#, and reads nothing beside the two classes.</summary>
    [Theory]
    [InlineData("Shape.Batch, 2")]
    [InlineData("2, Shape.Batch")]
    [InlineData("Shape.Batch, 2, Element = ElementType.Double")]
    [InlineData("Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights = new[] { 0.25, 0.75 }")]
    public void AnyByteButZeroIsTrue(string declared)
    {
        object loss = CompiledLosses.Compile(new Dictionary<string, string> { ["OfTruth"] = $"[SoftmaxLoss({declared}, Label = LabelType.Boolean)]" }).Instance("OfTruth");
        for (int count = 1; count <= 70; count++)
        {
            byte[] bytes = [.. Enumerable.Range(0, count).Select(static i => (byte)(i % 3 == 0 ? 0 : (37 * i) | 2))];
            int[] labels = [.. bytes.Select(static each => each == 0 ? 0 : 1)];
            double[] prediction = new Data(count).Normal(2 * count);
            LossResult expected = LossRun.WithLabels(loss, LossRun.Rounded(loss, prediction), labels);
            (double value, double[] gradient) = LossRun.IsDouble(loss) ? Run<double>(prediction) : Run<float>(prediction);
            Assert.Equal(expected.Value, value);
            Assert.Equal(expected.PredictionGradient, gradient);

            (double Value, double[] Gradient) Run<T>(double[] numbers)
                where T : unmanaged, System.Numerics.INumber<T>
            {
                T[] gradient = new T[numbers.Length];
                T value = ((ILoss<T, bool>)loss).ForwardBackward([.. numbers.Select(T.CreateChecked)], MemoryMarshal.Cast<byte, bool>(bytes), gradient);
                return (double.CreateChecked(value), [.. gradient.Select(double.CreateChecked)]);
            }
        }
    }
}
