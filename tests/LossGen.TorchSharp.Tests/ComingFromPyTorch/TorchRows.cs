using System.Runtime.InteropServices;
using static LossGen.Tests.ComingFromPyTorch.Draw;
using static LossGen.Tests.ComingFromPyTorch.TorchRow;
using static TorchSharp.torch;
using D = LossGen.Tests.ComingFromPyTorch.Doubles;
using S = LossGen.Tests.ComingFromPyTorch.Singles;

namespace LossGen.Tests.ComingFromPyTorch;

/// <summary>The rows of the document. Beside a lambda, what it returns is compiled and in the document.</summary>
internal static class TorchRows
{
    public static IReadOnlyList<TorchRow> All { get; } = [.. Regression(), .. Binary(), .. Classification(), .. Ranking()];

    private static IEnumerable<TorchRow> Regression() =>
    [
        Of<S.AbsoluteError, D.AbsoluteError>(static _ => nn.L1Loss(), [Normal.Learned, Normal.Learned]),
        Of<S.SumOfAbsoluteErrors, D.SumOfAbsoluteErrors>(static _ => nn.L1Loss(reduction: nn.Reduction.Sum), [Normal.Learned, Normal.Learned]),
        Of<S.MeanSquaredError, D.MeanSquaredError>(static _ => nn.MSELoss(), [Normal.Learned, Normal.Learned]),
        Of<S.SumOfSquaredErrors, D.SumOfSquaredErrors>(static _ => nn.MSELoss(reduction: nn.Reduction.Sum), [Normal.Learned, Normal.Learned]),
        Of(
            static _ => nn.MSELoss(reduction: nn.Reduction.None),
            [Normal.Learned, Normal],
            static _ => ComparedLoss.OfLocations<float>(new S.EachSquaredError(), static (x, _, values, upstream, gradient) =>
            {
                var loss = new S.EachSquaredError();
                loss.ForwardEach(x[0], x[1], values);
                loss.BackwardEach(x[0], x[1], upstream, gradient);
            }),
            static _ => ComparedLoss.OfLocations<double>(new D.EachSquaredError(), static (x, _, values, upstream, gradient) =>
            {
                var loss = new D.EachSquaredError();
                loss.ForwardEach(x[0], x[1], values);
                loss.BackwardEach(x[0], x[1], upstream, gradient);
            }),
            typeof(S.EachSquaredError)),
        Of<S.Huber, D.Huber>(static _ => nn.HuberLoss(), [Normal.Learned, Normal.Learned]),
        Of<S.HuberOfDelta, D.HuberOfDelta>(static _ => nn.HuberLoss(delta: 0.5), [Normal.Learned, Normal.Learned]),
        Of<S.SmoothL1, D.SmoothL1>(static _ => nn.SmoothL1Loss(), [Normal.Learned, Normal.Learned]),
        Of<S.SmoothL1OfBeta, D.SmoothL1OfBeta>(static _ => nn.SmoothL1Loss(beta: 0.5), [Normal.Learned, Normal.Learned]),
        Of<S.Poisson, D.Poisson>(static _ => nn.PoissonNLLLoss(), [Normal.Learned, Count.Learned]),
        Of<S.FullPoisson, D.FullPoisson>(static _ => nn.PoissonNLLLoss(full: true), [Normal.Learned, Count]),
        OfFunction<S.PoissonOfMean, D.PoissonOfMean>(static (input, target) => (input - target * (input + 0.125).log()).mean(), [Positive.Learned, Count.Learned]),
        OfFunction<S.Gaussian, D.Gaussian>(
            static (input, target, variance) => (0.5 * (variance.log() + (input - target).square() / variance)).mean(), [Normal.Learned, Normal.Learned, Positive.Learned]),
        OfFunction<S.FullGaussian, D.FullGaussian>(
            static (input, target, variance) => (0.5 * (Math.Log(2 * Math.PI) + variance.log() + (input - target).square() / variance)).mean(), [Normal.Learned, Normal.Learned, Positive.Learned]),
        OfThree<S.GaussianOfSamples, D.GaussianOfSamples>(static _ => nn.GaussianNLLLoss(), [Normal.Learned, Normal.Learned, Positive]),
        OfThree<S.BoundedGaussianOfSamples, D.BoundedGaussianOfSamples>(static _ => nn.GaussianNLLLoss(eps: 0.125f), [Normal.Learned, Normal.Learned, Positive]),
        Of<S.Divergence, D.Divergence>(static _ => nn.KLDivLoss(log_target: false), [LogDistribution.Learned, Distribution.Learned]),
        Of<S.DivergenceOfLogs, D.DivergenceOfLogs>(static _ => nn.KLDivLoss(log_target: true), [LogDistribution.Learned, LogDistribution.Learned]),
        OfFunction<S.DivergenceOfSamples, D.DivergenceOfSamples>(
            static (input, target) => nn.functional.kl_div(input, target, log_target: false, reduction: nn.Reduction.Sum) / input.size(0), [LogDistribution.Learned, Distribution.Learned]),
    ];

    private static IEnumerable<TorchRow> Binary() =>
    [
        Of<S.BinaryCrossEntropy, D.BinaryCrossEntropy>(static _ => nn.BCELoss(), [Probability.Learned, Probability.Learned]),
        Of<S.WeightedBinaryCrossEntropy, D.WeightedBinaryCrossEntropy>(static weights => nn.BCELoss(weight: weights), [Probability.Learned, Probability]) with
        {
            Weights = Positive,
            IsWeightedByCall = true,
        },
        Of<S.BinaryCrossEntropyOfLogits, D.BinaryCrossEntropyOfLogits>(static _ => nn.BCEWithLogitsLoss(), [Normal.Learned, Probability.Learned]),
        Of<S.SumOfBinaryCrossEntropies, D.SumOfBinaryCrossEntropies>(static _ => nn.BCEWithLogitsLoss(reduction: nn.Reduction.Sum), [Normal.Learned, Answer]),
        Of<S.WeightedBinaryCrossEntropyOfLogits, D.WeightedBinaryCrossEntropyOfLogits>(static weights => nn.BCEWithLogitsLoss(weight: weights), [Normal.Learned, Probability]) with
        {
            Weights = Positive,
            IsWeightedByCall = true,
        },
        Of<S.RareAnswers, D.RareAnswers>(static weights => nn.BCEWithLogitsLoss(pos_weights: weights), [Normal.Learned, Answer]) with { Weights = Constant(3) },
        Of<S.RareAnswersOfClasses, D.RareAnswersOfClasses>(static weights => nn.BCEWithLogitsLoss(pos_weights: weights), [Normal.Learned, Answer]) with { Weights = Constant(1, 2, 0.5) },
        Of<S.SoftMargin, D.SoftMargin>(static _ => nn.SoftMarginLoss(), [Normal.Learned, Sign]),
        Of<S.MultiLabelSoftMargin, D.MultiLabelSoftMargin>(static _ => nn.MultiLabelSoftMarginLoss(), [Normal.Learned, Answer]),
        Of(
            static weights => nn.MultiLabelSoftMarginLoss(weight: weights),
            [Normal.Learned, Answer],
            static weights => ComparedLoss.OfTensors(new S.WeightedMultiLabelSoftMargin(Singles(weights))),
            static weights => ComparedLoss.OfTensors(new D.WeightedMultiLabelSoftMargin(Doubles(weights))),
            typeof(S.WeightedMultiLabelSoftMargin)) with { Weights = OfClasses(5) },
    ];

    private static IEnumerable<TorchRow> Classification() =>
    [
        Of<S.CrossEntropy, D.CrossEntropy>(static _ => nn.CrossEntropyLoss(), [Normal.Learned, Labels()]),
        Of<S.CrossEntropyOfKept, D.CrossEntropyOfKept>(static _ => nn.CrossEntropyLoss(), [Normal.Learned, LabelsAnd(-100)]),
        Of<S.CrossEntropyOfNone, D.CrossEntropyOfNone>(static _ => nn.CrossEntropyLoss(), [Normal.Learned, Only(-100)]),
        Of<S.CrossEntropyOfBytes, D.CrossEntropyOfBytes>(static _ => nn.CrossEntropyLoss(ignore_index: 255), [Normal.Learned, LabelsAnd(255)]),
        Of<S.SumOfCrossEntropies, D.SumOfCrossEntropies>(static _ => nn.CrossEntropyLoss(reduction: nn.Reduction.Sum), [Normal.Learned, LabelsAnd(-100)]),
        Of(
            static _ => nn.CrossEntropyLoss(reduction: nn.Reduction.None),
            [Normal.Learned, LabelsAnd(-100)],
            static _ => ComparedLoss.OfLocations<float>(new S.EachCrossEntropy(), static (x, labels, values, upstream, gradient) =>
            {
                var loss = new S.EachCrossEntropy();
                loss.ForwardEach(x[0], labels, values);
                loss.BackwardEach(x[0], labels, upstream, gradient);
            }),
            static _ => ComparedLoss.OfLocations<double>(new D.EachCrossEntropy(), static (x, labels, values, upstream, gradient) =>
            {
                var loss = new D.EachCrossEntropy();
                loss.ForwardEach(x[0], labels, values);
                loss.BackwardEach(x[0], labels, upstream, gradient);
            }),
            typeof(S.EachCrossEntropy)),
        Of(
            static weights => nn.CrossEntropyLoss(weight: weights),
            [Normal.Learned, LabelsAnd(-100)],
            static weights => ComparedLoss.OfTensors(new S.WeightedCrossEntropy(Singles(weights))),
            static weights => ComparedLoss.OfTensors(new D.WeightedCrossEntropy(Doubles(weights))),
            typeof(S.WeightedCrossEntropy)) with { Weights = OfClasses(10) },
        OfFunction<S.SmoothedCrossEntropy, D.SmoothedCrossEntropy>(
            static (input, target) => nn.functional.cross_entropy(input, target, label_smoothing: 0.1), [Normal.Learned, LabelsAnd(-100)]),
        Of<S.CrossEntropyOfPixels, D.CrossEntropyOfPixels>(static _ => nn.CrossEntropyLoss(), [Normal.Learned, LabelsAnd(-100, classes: 5)]),
        Of<S.CrossEntropyOfProbabilities, D.CrossEntropyOfProbabilities>(static _ => nn.CrossEntropyLoss(), [Normal.Learned, Distribution.Learned]),
        OfFunction<S.LikelihoodOfProbabilities, D.LikelihoodOfProbabilities>(
            static (probabilities, target) => nn.functional.nll_loss(probabilities.log(), target), [Distribution.Learned, LabelsAnd(-100)]),
        Of<S.NegativeLogLikelihood, D.NegativeLogLikelihood>(static _ => nn.NLLLoss(), [LogDistribution.Learned, LabelsAnd(-100)]),
        Of<S.MultiMargin, D.MultiMargin>(static _ => nn.MultiMarginLoss(), [Normal.Learned, Labels()]),
        Of(
            static weights => nn.MultiMarginLoss(p: 2, margin: 0.5, weight: weights),
            [Normal.Learned, Labels()],
            static weights => ComparedLoss.OfTensors(new S.WeightedMultiMargin(Singles(weights))),
            static weights => ComparedLoss.OfTensors(new D.WeightedMultiMargin(Doubles(weights))),
            typeof(S.WeightedMultiMargin)) with { Weights = OfClasses(10) },
        Of<S.MultiLabelMargin, D.MultiLabelMargin>(static _ => nn.MultiLabelMarginLoss(), [Normal.Learned, Lists]) with { Convert = TruthValues },
    ];

    private static IEnumerable<TorchRow> Ranking() =>
    [
        OfThree<S.MarginRanking, D.MarginRanking>(static _ => nn.MarginRankingLoss(), [Normal.Learned, Normal.Learned, Sign]),
        OfThree<S.MarginRankingOfMargin, D.MarginRankingOfMargin>(static _ => nn.MarginRankingLoss(margin: 0.5), [Normal.Learned, Normal.Learned, Sign]),
        Of<S.HingeEmbedding, D.HingeEmbedding>(static _ => nn.HingeEmbeddingLoss(), [Positive.Learned, Sign]),
        Of<S.HingeEmbeddingOfMargin, D.HingeEmbeddingOfMargin>(static _ => nn.HingeEmbeddingLoss(margin: 0.5), [Positive.Learned, Sign]),
        OfThree<S.CosineEmbedding, D.CosineEmbedding>(static _ => nn.CosineEmbeddingLoss(), [Normal.Learned, Normal.Learned, Sign.OfLocations]),
        OfThree<S.CosineEmbeddingOfMargin, D.CosineEmbeddingOfMargin>(static _ => nn.CosineEmbeddingLoss(margin: 0.2), [Normal.Learned, Normal.Learned, Sign.OfLocations]),
        OfThree<S.TripletMargin, D.TripletMargin>(static _ => nn.TripletMarginLoss(), [Normal.Learned, Normal.Learned, Normal.Learned]),
        OfThree<S.TripletMarginSwapped, D.TripletMarginSwapped>(
            static _ => nn.TripletMarginLoss(margin: 0.5, p: 1, eps: 1e-3, swap: true), [Normal.Learned, Normal.Learned, Normal.Learned]),
        OfThree<S.CosineTriplet, D.CosineTriplet>(
            static _ => nn.TripletMarginWithDistanceLoss((left, right) => 1 - nn.functional.cosine_similarity(left, right, dim: 1)), [Normal.Learned, Normal.Learned, Normal.Learned]),
    ];

    private static float[] Singles(Tensor weights) => MemoryMarshal.Cast<byte, float>(weights.bytes).ToArray();

    private static double[] Doubles(Tensor weights) => MemoryMarshal.Cast<byte, double>(weights.bytes).ToArray();

    private static Tensor TruthValues(Tensor input)
    {
        if (input.dtype != ScalarType.Int64)
        {
            return input;
        }

        Tensor target = empty(input.shape, ScalarType.Bool);
        MultiHot.Fill<long>(MemoryMarshal.Cast<byte, long>(input.contiguous().bytes), (int)input.size(1), MemoryMarshal.Cast<byte, bool>(target.bytes));
        return target;
    }
}
