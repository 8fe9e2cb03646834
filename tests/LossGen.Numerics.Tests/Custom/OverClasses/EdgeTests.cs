using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom.OverClasses;

/// <summary>Predictions that are confident, infinite or NaN, at one location among others.</summary>
public sealed class EdgeTests
{
    private const int Location = 4;
    private const int Locations = 9;
    private const double SmallestNormalSingle = 1.1754944e-38;

    // On whole locations, in tiles with phases and without, in rows, and on two classes, which have their own form.
    private static readonly int[] ClassCounts = [2, 3, 10, 21, 64];

    public static TheoryData<int> Cases => OverClassesCase.Indices;

    [Theory]
    [MemberData(nameof(Cases))]
    public void AheadOfOthersTheLabelKeepsItsDigits(int index)
    {
        // From where float32 rounds the probability to 1 to where the others vanish, in float32 and in float64.
        foreach (double lead in new[] { 10.0, 20, 60, 86, 95, 104, 200, 720, 2000 })
        {
            Check(index, (classes, label) => [.. Enumerable.Range(0, classes).Select(c => c == label ? lead : -(c % 3) / 4.0)]);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void BehindOthersTheLossIsFinite(int index)
    {
        foreach (double lag in new[] { 10.0, 86, 104, 200, 720, 2000, 1e30 })
        {
            Check(index, (classes, label) => [.. Enumerable.Range(0, classes).Select(c => c == label ? -(double)(float)lag : c % 3 / 4.0)]);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void WhatAllLogitsHaveInCommonDoesNotCount(int index) =>
        Check(index, static (classes, label) => [.. Enumerable.Range(0, classes).Select(c => 1e6 + (c == label ? 0.5 : c % 3 / 4.0))]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void ImpossibleClassesHaveTheLimit(int index)
    {
        Check(index, static (classes, label) => [.. Enumerable.Range(0, classes).Select(c => c == label ? double.NegativeInfinity : c / 4.0)]);
        Check(index, static (classes, label) => [.. Enumerable.Range(0, classes).Select(c => c == (label + 1) % classes ? double.NegativeInfinity : c / 4.0)]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ARowThatHasNoSoftmaxIsNaNAlone(int index)
    {
        Check(index, static (classes, label) => [.. Enumerable.Range(0, classes).Select(c => c == (label + 1) % classes ? double.NaN : c / 4.0)], isNaN: true);
        Check(index, static (classes, label) => [.. Enumerable.Range(0, classes).Select(c => c == label ? double.NaN : c / 4.0)], isNaN: true);
        Check(index, static (classes, label) => [.. Enumerable.Range(0, classes).Select(c => c == label ? double.PositiveInfinity : c / 4.0)], isNaN: true);
        Check(index, static (classes, _) => [.. Enumerable.Repeat(double.NegativeInfinity, classes)], isNaN: true);
    }

    private static void Check(int index, Func<int, int, double[]> rowOf, bool isNaN = false)
    {
        OverClassesCase loss = OverClassesCase.All[index];
        foreach (int classes in ClassCounts)
        {
            foreach (bool isDouble in new[] { false, true })
            {
                object compiled = OverClassesLosses.Of(classes).Of(loss, isDouble);
                foreach (int label in new[] { 0, classes / 2, classes - 1 }.Distinct())
                {
                    Check(compiled, loss, rowOf(classes, label), label, isNaN, locations: Locations);
                    Check(compiled, loss, rowOf(classes, label), label, isNaN, locations: 1);
                }
            }
        }
    }

    // The other rows keep their gradients to the bit, whatever this one is.
    private static void Check(object compiled, OverClassesCase loss, double[] row, int label, bool isNaN, int locations)
    {
        int classes = row.Length;
        int location = Math.Min(Location, locations - 1);
        Data data = new(classes);
        double[] logits = data.Normal(locations * classes, deviation: 2);
        int[] labels = data.Labels(locations, classes);
        double[] without = LossRun.WithLabels(compiled, logits, labels).PredictionGradient;
        row.CopyTo(logits, location * classes);
        labels[location] = label;
        LossResult result = LossRun.WithLabels(compiled, logits, labels);
        double[] gradient = result.PredictionGradient[(location * classes)..((location + 1) * classes)];
        result.PredictionGradient.AsSpan(location * classes, classes).CopyTo(without.AsSpan(location * classes));
        Assert.Equal(without, result.PredictionGradient);

        string what = $"{loss}, {classes} classes, {(LossRun.IsDouble(compiled) ? "double" : "float")}, row {string.Join(", ", row.Take(3))}, …, label {label}";
        if (isNaN)
        {
            Assert.True(double.IsNaN(result.Value), $"{what}: value {result.Value:R}");
            Assert.All(gradient, slope => Assert.True(double.IsNaN(slope), $"{what}: gradient {slope:R}"));
            return;
        }

        if (locations == 1)
        {
            double value = loss.Value(row, label);
            Assert.True(IsClose(compiled, value, result.Value, 0), $"{what}: value {result.Value:R}, expected {value:R}");
        }

        double[] expected = loss.Gradient(row, label);
        for (int c = 0; c < classes; c++)
        {
            Assert.True(IsClose(compiled, expected[c], gradient[c] * locations, loss.Share), $"{what}: gradient[{c}] {gradient[c] * locations:R}, expected {expected[c]:R}");
        }
    }

    // Relative, except for smoothed terms, which cancel; exponentials below the smallest normal number, and what is computed from them, may be 0.
    private static bool IsClose(object compiled, double expected, double actual, double share)
    {
        (double relative, double smallest) = LossRun.IsDouble(compiled) ? (1e-12, double.Epsilon * Math.Pow(2, 52)) : (1e-5, SmallestNormalSingle);
        return expected.Equals(actual) || Math.Abs(expected - actual) <= (relative * (Math.Abs(expected) + share)) + (64 * smallest);
    }
}
