using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.Custom.OverClasses;

/// <summary>The sample's losses over classes, on every schedule, against their formulas in float64.</summary>
public sealed class MethodTests
{
    private static readonly int[] ClassCounts = [2, 3, 10, 21, 64, 100, 1000];

    // Declaration, classes, locations per sample, and the stride of a location's classes in a batch of n.
    private static readonly (string Declaration, int Classes, int Locations, bool BatchIsLast)[] Layouts =
        [("Shape.Batch, 5, 3, 4", 5, 12, false), ("Shape.Batch, 21, 9", 21, 9, false), ("10, Shape.Batch", 10, 1, true), ("100, Shape.Batch", 100, 1, true)];

    public static TheoryData<int> Classes => [.. ClassCounts];

    public static TheoryData<int> LayoutNumbers => [.. Enumerable.Range(0, Layouts.Length)];

    [Theory]
    [MemberData(nameof(Classes))]
    public void EveryClassCountMatches(int classes)
    {
        int[] batches = classes < 100 ? [0, 1, 2, 7, 8, 15, 16, 17, 63, 64, 65, 131] : [0, 1, 3, 7, 9, 17];
        foreach (OverClassesCase loss in OverClassesCase.All)
        {
            foreach (bool isDouble in RandomRun.OneOf(Array.IndexOf(ClassCounts, classes), false, true))
            {
                object compiled = OverClassesLosses.Of(classes).Of(loss, isDouble);
                foreach (int batch in batches)
                {
                    Data data = new(batch);
                    Compare(compiled, loss, data.Normal(batch * classes, deviation: 3), data.Labels(batch, classes), classes, static (location, c, all) => (location * all) + c);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(LayoutNumbers))]
    public void EveryLayoutMatches(int number)
    {
        (string declaration, int classes, int locations, bool batchIsLast) = Layouts[number];
        foreach (OverClassesCase loss in OverClassesCase.All)
        {
            foreach (bool isDouble in RandomRun.OneOf(number, false, true))
            {
                object compiled = OverClassesLosses.With(declaration).Of(loss, isDouble);
                foreach (int batch in new[] { 1, 3, 8, 70 })
                {
                    Data data = new(batch);
                    Compare(
                        compiled,
                        loss,
                        data.Normal(batch * classes * locations, deviation: 3),
                        data.Labels(batch * locations, classes),
                        classes,
                        (location, c, all) => batchIsLast ? (c * batch) + location : (((location / locations * all) + c) * locations) + (location % locations));
                }
            }
        }
    }

    private static void Compare(object compiled, OverClassesCase loss, double[] logits, int[] labels, int classes, Func<int, int, int, int> place)
    {
        double value = 0;
        double[] gradient = new double[logits.Length];
        double scale = 1.0 / Math.Max(1, labels.Length);
        for (int location = 0; location < labels.Length; location++)
        {
            double[] row = [.. Enumerable.Range(0, classes).Select(c => logits[place(location, c, classes)])];
            value += scale * loss.Value(row, labels[location]);
            double[] slopes = loss.Gradient(row, labels[location]);
            for (int c = 0; c < classes; c++)
            {
                gradient[place(location, c, classes)] = scale * slopes[c];
            }
        }

        LossResult actual = LossRun.WithLabels(compiled, logits, labels);
        string what = $"{loss}, {classes} classes, {labels.Length} locations, {(LossRun.IsDouble(compiled) ? "double" : "float")}";
        Exactness.Value(compiled, value, actual.Value, what);

        // Adjoints may be above 1, and bounds relative to w/L grow with them; smoothed terms cancel.
        double magnitude = (1 + Math.Abs(loss.Parameter)) * scale;
        if (loss.Share == 0)
        {
            Exactness.SoftmaxGradient(compiled, gradient, actual.PredictionGradient, magnitude, what);
        }
        else
        {
            Exactness.SoftLabelGradient(compiled, gradient, actual.PredictionGradient, magnitude, what);
        }
    }
}
