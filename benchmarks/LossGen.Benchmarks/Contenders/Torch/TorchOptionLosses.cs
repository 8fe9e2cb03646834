using LossGen.Benchmarks.Declarations;
using LossGen.Benchmarks.Options;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Loss = System.Func<LossGen.Benchmarks.Contenders.Torch.TorchTensors, TorchSharp.torch.Tensor>;

namespace LossGen.Benchmarks.Contenders.Torch;

/// <summary>The losses with options as PyTorch's own functions have them, and those that it has not as one would write them.</summary>
public static class TorchOptionLosses
{
    public static IReadOnlyDictionary<string, Loss> All { get; } = new Dictionary<string, Loss>
    {
        [nameof(SoftmaxOf10Kept)] = static x => functional.cross_entropy(x[0], x.Labels, ignore_index: IgnoredLabels.Label),
        [nameof(SoftmaxOf1000Kept)] = static x => functional.cross_entropy(x[0], x.Labels, ignore_index: IgnoredLabels.Label),
        [nameof(SoftmaxOf10Weighted)] = static x => functional.cross_entropy(x[0], x.Labels, x[1]),
        [nameof(SoftmaxOf1000Weighted)] = static x => functional.cross_entropy(x[0], x.Labels, x[1]),
        [nameof(SoftmaxOf10Smoothed)] = static x => functional.cross_entropy(x[0], x.Labels, label_smoothing: 0.1),
        [nameof(SoftmaxOf1000Smoothed)] = static x => functional.cross_entropy(x[0], x.Labels, label_smoothing: 0.1),
        [nameof(SoftmaxOf10WithAllOptions)] = static x => functional.cross_entropy(x[0], x.Labels, x[1], IgnoredLabels.Label, label_smoothing: 0.1),
        [nameof(SoftmaxOf1000WithAllOptions)] = static x => functional.cross_entropy(x[0], x.Labels, x[1], IgnoredLabels.Label, label_smoothing: 0.1),

        [nameof(SoftmaxOf10Each)] = static x => functional.cross_entropy(x[0], x.Labels, reduction: Reduction.None),
        [nameof(SoftmaxOf1000Each)] = static x => functional.cross_entropy(x[0], x.Labels, reduction: Reduction.None),
        [nameof(SmoothL1Each)] = static x => functional.smooth_l1_loss(x[0], x[1], reduction: Reduction.None),
        [nameof(BinaryCrossEntropyWithLogitsEach)] = static x => functional.binary_cross_entropy_with_logits(x[0], x[1], reduction: Reduction.None),

        [nameof(L1)] = static x => functional.l1_loss(x[0], x[1]),
        [nameof(SmoothL1)] = static x => functional.smooth_l1_loss(x[0], x[1], beta: 1),
        [nameof(Huber)] = static x => functional.huber_loss(x[0], x[1], delta: 1),
        [nameof(BinaryCrossEntropyWithLogits)] = static x => functional.binary_cross_entropy_with_logits(x[0], x[1]),
        [nameof(PoissonNLL)] = static x => functional.poisson_nll_loss(x[0], x[1]),
        [nameof(GaussianNLL)] = static x => Gaussian(x[0], x[2], x[1].clamp_min(1e-6)),

        // The same as with Reduction.Mean, at every call of which PyTorch prints a warning.
        [nameof(KLDiv)] = static x => functional.kl_div(x[0], x[1], log_target: false, reduction: Reduction.Sum) / x[0].numel(),
        [nameof(SoftMargin)] = static x => functional.soft_margin_loss(x[0], x[1]),
        [nameof(MarginRanking)] = static x => functional.margin_ranking_loss(x[0], x[1], x[2]),
        [nameof(HingeEmbedding)] = static x => functional.hinge_embedding_loss(x[0], x[1], margin: 1),
        [nameof(CosineEmbeddingOf128)] = static x => functional.cosine_embedding_loss(x[0], x[1], x[2]),
        [nameof(TripletMarginOf128)] = static x => functional.triplet_margin_loss(x[0], x[1], x[2]),
        [nameof(MultiMarginOf10)] = static x => functional.multi_margin_loss(x[0], x.Labels, margin: 1),
        [nameof(MultiLabelSoftMarginOf80)] = static x => functional.multilabel_soft_margin_loss(x[0], x[1]),
        [nameof(FocalOf10)] = static x => Focal(functional.cross_entropy(x[0], x.Labels, reduction: Reduction.None), gamma: 2),
        [nameof(DiceOf4096)] = static x => TorchAxisLosses.SoftDice(x[0].sigmoid(), x[1], smooth: 1),
        [nameof(TverskyOf4096)] = static x => TorchAxisLosses.Tversky(x[0].sigmoid(), x[1], alpha: 0.5, beta: 0.5, smooth: 1),
    };

    // TorchSharp's own function has no gradient with respect to the variance.
    private static Tensor Gaussian(Tensor mean, Tensor target, Tensor variance) => 0.5 * (variance.log() + ((mean - target).square() / variance)).mean();

    private static Tensor Focal(Tensor crossEntropy, double gamma) => ((1 - (-crossEntropy).exp()).pow(gamma) * crossEntropy).mean();
}
