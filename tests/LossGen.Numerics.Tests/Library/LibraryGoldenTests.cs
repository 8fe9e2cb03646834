using LossGen.Generator.Model;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.Library;

/// <summary>The losses that an attribute declares with options, against values and gradients from PyTorch's float64 autograd.</summary>
public sealed class LibraryGoldenTests
{
    private static readonly IReadOnlyList<LibraryCase> All = LibraryCase.ReadAll();

    private static readonly DeclaredLosses Losses = new(
        All.Select(static golden => golden.Loss),
        static (loss, isDouble) => All.Select(static (golden, index) => (golden, index)).Any(each => each.golden.Loss == loss && IsTried(each.index, isDouble)));

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, All.Count).Where(static index => RandomRun.IsTried(index, days: 4))];

    [Fact]
    public void EveryCaseOfTheseLossesIsFound() => Assert.Equal(
        [
            (LossKind.BinaryCrossEntropyWithLogits, 13), (LossKind.CosineEmbedding, 6), (LossKind.Dice, 7), (LossKind.Focal, 7), (LossKind.GaussianNLL, 7), (LossKind.HingeEmbedding, 7),
            (LossKind.Huber, 12), (LossKind.KLDiv, 7), (LossKind.L1, 6), (LossKind.MarginRanking, 7), (LossKind.MultiLabelSoftMargin, 7), (LossKind.MultiMargin, 14), (LossKind.PoissonNLL, 13),
            (LossKind.SmoothL1, 6), (LossKind.SoftMargin, 6), (LossKind.Softmax, 49), (LossKind.TripletMargin, 6), (LossKind.Tversky, 7),
        ],
        All.GroupBy(static golden => golden.Loss.Kind).Select(static group => (group.Key, group.Count())).OrderBy(static pair => pair.Key.ToString(), StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Indices))]
    public void ValueAndGradientsMatch(int index)
    {
        LibraryCase golden = All[index];
        foreach (bool isDouble in new[] { true, false }.Where(isDouble => IsTried(index, isDouble)))
        {
            // Float32 inputs differ from the file's by their rounding, and so do the gradients.
            double bound = isDouble ? 1e-11 : 1e-5;
            (double value, double[][] gradients) = golden.Run((loss, inputs) => Losses.Run(loss, isDouble, inputs, golden.Labels));
            Assert.Equal(golden.Value, value, bound * Math.Max(1, Math.Abs(golden.Value)));
            Assert.Contains(golden.Gradients, static gradient => gradient is not null);
            for (int i = 0; i < gradients.Length; i++)
            {
                if (golden.Gradients[i] is { } expected)
                {
                    double largest = Math.Max(expected.Max(Math.Abs), 1e-300);
                    Assert.Equal(expected.Length, gradients[i].Length);
                    Assert.All(expected.Zip(gradients[i]), pair => Assert.Equal(pair.First, pair.Second, bound * largest));
                }
            }
        }
    }

    private static bool IsTried(int index, bool isDouble) => RandomRun.IsTried(index, days: 4) && RandomRun.OneOf(index, days: 4, true, false).Contains(isDouble);
}
