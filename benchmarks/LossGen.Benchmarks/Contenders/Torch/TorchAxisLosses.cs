using LossZoo.Custom.AlongAxis.Rows16;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Loss = System.Func<LossGen.Benchmarks.Contenders.Torch.TorchTensors, TorchSharp.torch.Tensor>;

namespace LossGen.Benchmarks.Contenders.Torch;

/// <summary>
/// The losses along an axis as one would write them with PyTorch: its own functions where it has them, with the parameters' default values. The axis is dimension 1.
/// </summary>
public static class TorchAxisLosses
{
    public static IReadOnlyDictionary<string, Loss> All { get; } = new Dictionary<string, Loss>
    {
        [nameof(SoftDiceLoss)] = static x => SoftDice(x[0].sigmoid(), x[1], smooth: 1),
        [nameof(TverskyLoss)] = static x => Tversky(x[0], x[1], alpha: 0.3, beta: 0.7, smooth: 1),
        [nameof(MultiMarginLoss)] = static x => functional.multi_margin_loss(AxisLast(x[0]).flatten(0, -2), x.Labels.flatten(), margin: 1),
        [nameof(KLDivergenceLoss)] = static x => Divergence(x[0], x[1]),
        [nameof(JensenShannonLoss)] = static x => JensenShannon(functional.log_softmax(x[0], 1), functional.log_softmax(x[1], 1)),
        [nameof(EntropyLoss)] = static x => Entropy(functional.log_softmax(x[0], 1)),
        [nameof(CorrelationLoss)] = static x => (1 - functional.cosine_similarity(Centred(x[0]), Centred(x[1]), dim: 1)).mean(),
        [nameof(TripletMarginLoss)] = static x => functional.triplet_margin_loss(AxisLast(x[0]), AxisLast(x[1]), AxisLast(x[2])),
        [nameof(AdditiveMarginSoftmaxLoss)] = static x => AdditiveMarginSoftmax(x[0], x.Labels, scale: 30, margin: 0.35),
        [nameof(DistillationLoss)] = static x => Distillation(x[0], x[1], x.Labels, temperature: 3, alpha: 0.7),
    };

    // Functions that take the axis last work on a view.
    private static Tensor AxisLast(Tensor tensor) => tensor.movedim([1], [-1]);

    private static Tensor Centred(Tensor tensor) => tensor - tensor.mean([1], keepdim: true);

    internal static Tensor SoftDice(Tensor probability, Tensor target, double smooth)
    {
        Tensor overlap = (probability * target).sum(1);
        return (1 - (((2 * overlap) + smooth) / (probability.sum(1) + target.sum(1) + smooth))).mean();
    }

    internal static Tensor Tversky(Tensor probability, Tensor target, double alpha, double beta, double smooth)
    {
        Tensor truePositives = (probability * target).sum(1);
        Tensor falsePositives = (probability * (1 - target)).sum(1);
        Tensor falseNegatives = ((1 - probability) * target).sum(1);
        return (1 - ((truePositives + smooth) / (truePositives + (alpha * falsePositives) + (beta * falseNegatives) + smooth))).mean();
    }

    private static Tensor Divergence(Tensor logProbability, Tensor logTarget) =>
        functional.kl_div(logProbability, logTarget, log_target: true, reduction: Reduction.Sum) / (logProbability.numel() / logProbability.size(1));

    private static Tensor JensenShannon(Tensor logLeft, Tensor logRight)
    {
        Tensor logMean = ((logLeft.exp() + logRight.exp()) / 2).log();
        return (Divergence(logMean, logLeft) + Divergence(logMean, logRight)) / 2;
    }

    private static Tensor Entropy(Tensor logProbability) => -(logProbability.exp() * logProbability).sum(1).mean();

    private static Tensor AdditiveMarginSoftmax(Tensor cosine, Tensor labels, double scale, double margin)
    {
        Tensor index = labels.unsqueeze(1);
        Tensor margins = zeros_like(cosine).scatter_(1, index, full(index.shape, margin, cosine.dtype));
        return functional.cross_entropy(scale * (cosine - margins), labels);
    }

    private static Tensor Distillation(Tensor student, Tensor teacher, Tensor labels, double temperature, double alpha)
    {
        Tensor divergence = Divergence(functional.log_softmax(student / temperature, 1), functional.log_softmax(teacher / temperature, 1));
        return (alpha * temperature * temperature * divergence) + ((1 - alpha) * functional.cross_entropy(student, labels));
    }
}
