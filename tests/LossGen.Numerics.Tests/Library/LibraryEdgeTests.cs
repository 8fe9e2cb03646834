using LossGen.Generator.Model;

namespace LossGen.Numerics.Tests.Library;

/// <summary>What the attributes with options document of kinks, limits and digits.</summary>
public sealed class LibraryEdgeTests
{
    private static readonly DeclaredLoss L1 = new(LossKind.L1, "Reduction = LossReduction.Sum");
    private static readonly DeclaredLoss Huber = new(LossKind.Huber, "Reduction = LossReduction.Sum");
    private static readonly DeclaredLoss Logits = new(LossKind.BinaryCrossEntropyWithLogits, "Reduction = LossReduction.Sum");
    private static readonly DeclaredLoss Tags = new(LossKind.MultiLabelSoftMargin, "Shape.Batch, 2");
    private static readonly DeclaredLoss Variance = new(LossKind.GaussianNLL, "Reduction = LossReduction.Sum, Epsilon = 0.25");
    private static readonly DeclaredLoss Divergence = new(LossKind.KLDiv, "Reduction = LossReduction.Sum");
    private static readonly DeclaredLoss Rates = new(LossKind.PoissonNLL, "Reduction = LossReduction.Sum, LogInput = false");
    private static readonly DeclaredLoss Ranking = new(LossKind.MarginRanking, "Reduction = LossReduction.Sum, Margin = 1");
    private static readonly DeclaredLoss Embedding = new(LossKind.HingeEmbedding, "Reduction = LossReduction.Sum");
    private static readonly DeclaredLoss Cosine = new(LossKind.CosineEmbedding, "Shape.Batch, 3");
    private static readonly DeclaredLoss Triplet = new(LossKind.TripletMargin, "Shape.Batch, 2, Epsilon = 0");
    private static readonly DeclaredLoss MultiMargin = new(LossKind.MultiMargin, "Shape.Batch, 2");
    private static readonly DeclaredLoss Focal = new(LossKind.Focal, "Shape.Batch, 2");
    private static readonly DeclaredLoss Dice = new(LossKind.Dice, "Shape.Batch, 2");
    private static readonly DeclaredLoss Tversky = new(LossKind.Tversky, "Shape.Batch, 2, Smooth = 0, FromLogits = false");

    private static readonly DeclaredLosses Losses = new([L1, Huber, Logits, Tags, Variance, Divergence, Rates, Ranking, Embedding, Cosine, Triplet, MultiMargin, Focal, Dice, Tversky]);

    public static TheoryData<bool> Types => [true, false];

    [Theory]
    [MemberData(nameof(Types))]
    public void WithoutAnErrorThereIsNoSlope(bool isDouble)
    {
        Expect(L1, isDouble, 2, [[1, 3], [1, 1]], [[0, 1], [0, -1]]);
        Expect(Huber, isDouble, 1.5, [[1, 3], [1, 1]], [[0, 1], [0, -1]]);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void AConfidentAndRightLogitKeepsItsDigits(bool isDouble)
    {
        (double value, double[][] gradients) = Losses.Run(Logits, isDouble, [[40, -40], [1, 0]]);
        double expected = Math.Exp(-40);
        Assert.Equal(2 * expected, value, 1e-6 * expected);
        Assert.Equal(-expected, gradients[0][0], 1e-6 * expected);
        Assert.Equal(expected, gradients[0][1], 1e-6 * expected);
    }

    /// <summary>The loss of a right answer is 0 however sure it is, and that of a wrong one infinite.</summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void AnInfiniteLogitIsRightOrWrong(bool isDouble)
    {
        const double Infinity = double.PositiveInfinity;
        foreach (DeclaredLoss loss in new[] { Logits, Tags })
        {
            (double right, double[][] gradients) = Losses.Run(loss, isDouble, [[Infinity, -Infinity], [1, 0]]);
            Assert.Equal(0, right);
            Assert.Equal([0, 0], gradients[0]);
            Assert.Equal([-Infinity, Infinity], gradients[1]);
            Assert.Equal(Infinity, Losses.Run(loss, isDouble, [[Infinity, 0], [0, 0]]).Value);
            Assert.Equal(Infinity, Losses.Run(loss, isDouble, [[-Infinity, 0], [1, 0]]).Value);
            Assert.Equal(Infinity, Losses.Run(loss, isDouble, [[-Infinity, 0], [0.5, 0]]).Value);
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void AVarianceBelowItsBoundCountsAsTheBoundAndHasItsGradient(bool isDouble) =>
        Expect(Variance, isDouble, 3 * (0.5 * (Math.Log(0.25) + 4)), [[1, 1, 1], [0, 0, 0], [0.25, 0.1, -7]], [[4, 4, 4], [-4, -4, -4], [-6, -6, -6]]);

    [Theory]
    [MemberData(nameof(Types))]
    public void ATargetOf0CountsNothing(bool isDouble) =>
        Expect(Divergence, isDouble, (0.5 * Math.Log(0.5)) + 0.5, [[double.NegativeInfinity, 0, -1], [0, 0, 0.5]], [[0, 0, -0.5], [double.NaN, double.NegativeInfinity, Math.Log(0.5) + 2]]);

    [Theory]
    [MemberData(nameof(Types))]
    public void ARateOf0IsFinite(bool isDouble) => Assert.True(double.IsFinite(Losses.Run(Rates, isDouble, [[0, 1], [2, 0]]).Value));

    [Theory]
    [MemberData(nameof(Types))]
    public void AtTheMarginTheSlopeIsThatWithinIt(bool isDouble)
    {
        Expect(Ranking, isDouble, 0, [[2], [1], [1]], [[-1], [1], [-1]]);
        Expect(Embedding, isDouble, 1, [[1, 1], [-1, 1]], [[-1, 1], [0, 0]]);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void AtTheMarginOfAClassThereIsNoSlope(bool isDouble) => Expect(MultiMargin, isDouble, 0, [[1, 0]], [[0, 0]], 0);

    [Theory]
    [MemberData(nameof(Types))]
    public void TheCosineOfZerosIs0(bool isDouble)
    {
        (double value, double[][] gradients) = Losses.Run(Cosine, isDouble, [[0, 0, 0], [1, 2, 3], [1]]);
        Assert.Equal(1, value, 1e-7);
        Assert.All(gradients.SelectMany(static row => row), static slope => Assert.True(double.IsFinite(slope)));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void VectorsThatAlmostAgreeKeepTheirDigits(bool isDouble)
    {
        const double Angle = 1.0 / 4096;
        double value = Losses.Run(Cosine, isDouble, [[1, 0, 0], [1, Angle, 0], [1]]).Value;
        Assert.Equal(1 - (1 / Math.Sqrt(1 + (Angle * Angle))), value, 1e-3 * value);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void TheDistanceOfEqualVectorsHasNoSlope(bool isDouble) => Expect(Triplet, isDouble, 1, [[1, 2], [1, 2], [1, 2]], [[0, 0], [0, 0], [0, 0]]);

    [Theory]
    [MemberData(nameof(Types))]
    public void AConfidentAndRightClassKeepsItsDigits(bool isDouble)
    {
        (double value, double[][] gradients) = Losses.Run(Focal, isDouble, [[12, 0]], 0);
        double p = Math.Exp(-12) / (1 + Math.Exp(-12)), crossEntropy = double.LogP1(Math.Exp(-12));
        Assert.Equal(p * p * crossEntropy, value, 1e-5 * value);
        Assert.Equal(-gradients[0][1], gradients[0][0], 1e-5 * gradients[0][1]);
        Assert.Equal(((2 * p * (1 - p) * crossEntropy) + (p * p)) * p, gradients[0][1], 1e-5 * gradients[0][1]);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void APredictionThatAgreesKeepsItsDigits(bool isDouble)
    {
        double error = Math.Exp(-30);
        (double value, double[][] gradients) = Losses.Run(Dice, isDouble, [[30, -30], [1, 0]]);
        Assert.Equal(2 * error / 3, value, 1e-6 * error);
        Assert.Equal(-error / 3, gradients[0][0], 1e-6 * error);
        Assert.Equal(error / 3, gradients[0][1], 1e-6 * error);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void WithoutSmoothingALossOfNothingIsNaN(bool isDouble) => Assert.Equal(double.NaN, Losses.Run(Tversky, isDouble, [[0, 0], [0, 0]]).Value);

    [Theory]
    [MemberData(nameof(Types))]
    public void NaNStaysNaN(bool isDouble) => Assert.All(
        new[] { L1, Huber, Logits, Variance, Divergence, Rates, Ranking, Embedding, Cosine, Triplet, MultiMargin, Focal, Dice, Tversky },
        loss => Assert.Equal(double.NaN, Losses.Run(loss, isDouble, [.. loss.Numbers.Select((input, number) => Enumerable.Repeat(number == 0 ? double.NaN : -1, input.Kind == InputKind.Elements ? 6 : 2).ToArray())], 1, 1, 1).Value));

    private static void Expect(DeclaredLoss loss, bool isDouble, double expected, double[][] inputs, double[][] slopes, params int[] labels)
    {
        (double found, double[][] gradients) = Losses.Run(loss, isDouble, inputs, labels);
        Assert.Equal(expected, found, 1e-6);
        Assert.Equal(slopes.SelectMany(static row => row), gradients.SelectMany(static row => row), static (a, b) => a.Equals(b) || Math.Abs(a - b) < 1e-6);
    }
}
