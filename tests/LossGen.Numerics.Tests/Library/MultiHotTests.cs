using LossGen.Generator.Model;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.Library;

/// <summary>Lists of classes, as PyTorch's multi-label margin loss takes them, made truth values; and the loss of these.</summary>
public sealed class MultiHotTests
{
    private static readonly DeclaredLoss OfFour = new(LossKind.MultiLabelMargin, "Shape.Batch, 4");
    private static readonly DeclaredLoss OfMany = new(LossKind.MultiLabelMargin, "Shape.Batch, 37");
    private static readonly DeclaredLosses Losses = new([OfFour, OfMany]);

    public static TheoryData<bool> Types => [true, false];

    [Fact]
    public void AListEndsBeforeItsFirstNegativeNumber()
    {
        bool[] target = [true, true, true, true, true, true, true, true];
        MultiHot.Fill<int>([3, 0, -1, 1, -1, 7, 9, 2], 4, target);
        Assert.Equal([true, false, false, true, false, false, false, false], target);
        MultiHot.Fill<long>([3, 1, 0, 2, 2, 2, long.MinValue, long.MaxValue], 4, target);
        Assert.Equal([true, true, true, true, false, false, true, false], target);
        MultiHot.Fill<byte>([], 4, []);
    }

    [Fact]
    public void WhatIsNoClassIsRefusedBeforeAnythingIsWritten()
    {
        bool[] target = [true, false, true, false];
        ArgumentOutOfRangeException beyond = Assert.Throws<ArgumentOutOfRangeException>(() => MultiHot.Fill<int>([0, -1, 1, 2], 2, target));
        Assert.Equal("lists", beyond.ParamName);
        Assert.StartsWith("lists[3] is 2, but the classes are 0 to 1, and -1 ends a list.", beyond.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => MultiHot.Fill<ulong>([ulong.MaxValue, 0, 0, 0], 2, target));
        Assert.Equal("lists", Assert.Throws<ArgumentException>(() => MultiHot.Fill<int>([0, 1, 1], 2, target)).ParamName);
        Assert.Equal("target", Assert.Throws<ArgumentException>(() => MultiHot.Fill<int>([0, 1], 2, target)).ParamName);
        Assert.Equal("classes", Assert.Throws<ArgumentOutOfRangeException>(() => MultiHot.Fill<int>([0, 1, 1, 0], 0, target)).ParamName);
        Assert.Equal([true, false, true, false], target);
    }

    /// <summary>The example of its documentation.</summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void PyTorchsExampleHasItsValue(bool isDouble)
    {
        (double value, double[][] gradients) = Losses.Run(OfFour, isDouble, [[0.1, 0.2, 0.4, 0.8], Target([3, 0, -1, 1], 4)]);
        Assert.Equal(0.85, value, isDouble ? 1e-15 : 1e-7);
        Assert.Equal([-0.5, 0.5, 0.5, -0.5], gradients[0]);
    }

    /// <summary>As its C++ code reads lists.</summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void ListsHaveTheValueAndTheGradientOfPyTorch(bool isDouble)
    {
        const int Classes = 37, Locations = 29;
        Random random = new(RandomRun.SeedOfTheRun);
        double[] scores = [.. Enumerable.Range(0, Classes * Locations).Select(_ => (double)(float)((4 * random.NextDouble()) - 2))];
        int[] lists = [.. Enumerable.Range(0, Locations).SelectMany(_ => List(random, Classes))];
        double expected = 0;
        double[] slopes = new double[scores.Length];
        for (int start = 0; start < scores.Length; start += Classes)
        {
            int[] named = [.. lists.Skip(start).Take(Classes).TakeWhile(static number => number >= 0)];
            foreach (int c in named)
            {
                foreach (int d in Enumerable.Range(0, Classes).Except(named).Where(d => 1 - scores[start + c] + scores[start + d] > 0))
                {
                    expected += (1 - scores[start + c] + scores[start + d]) / Classes / Locations;
                    slopes[start + c] -= 1.0 / Classes / Locations;
                    slopes[start + d] += 1.0 / Classes / Locations;
                }
            }
        }

        (double value, double[][] gradients) = Losses.Run(OfMany, isDouble, [scores, Target(lists, Classes)]);
        Assert.Equal(expected, value, (isDouble ? 1e-13 : 1e-6) * expected);
        Assert.All(slopes.Zip(gradients[0]), pair => Assert.Equal(pair.First, pair.Second, (isDouble ? 1e-14 : 1e-6) * slopes.Max(Math.Abs)));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void WithoutAPairThereIsNoLoss(bool isDouble)
    {
        (double value, double[][] gradients) = Losses.Run(OfFour, isDouble, [[1, 2, 3, 4, 1, 2, 3, 4], [0, 0, 0, 0, 1, 1, 1, 1]]);
        Assert.Equal(0, value);
        Assert.All(gradients[0], static slope => Assert.Equal(0, slope));
    }

    /// <summary>What is not on either side of a pair does not touch it: no 0 is multiplied by ∞.</summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void AScoreThatIsInfinitelyRightCountsNothing(bool isDouble)
    {
        (double value, double[][] gradients) = Losses.Run(OfFour, isDouble, [[double.PositiveInfinity, 0, double.NegativeInfinity, -0.5], [1, 1, 0, 0]]);
        Assert.Equal(0.5 / 4, value);
        Assert.Equal([0, -0.25, 0, 0.25], gradients[0]);
    }

    private static int[] List(Random random, int classes)
    {
        int[] list = [.. Enumerable.Range(0, classes)];
        random.Shuffle(list);
        int length = random.Next(classes + 1);
        return length == classes ? list : [.. list[..length], -1, .. list[(length + 1)..]];
    }

    private static double[] Target(int[] lists, int classes)
    {
        bool[] target = new bool[lists.Length];
        MultiHot.Fill<int>(lists, classes, target);
        return [.. target.Select(static isTrue => isTrue ? 1.0 : 0)];
    }
}
