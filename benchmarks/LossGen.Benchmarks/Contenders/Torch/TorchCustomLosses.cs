using LossZoo.Custom;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Loss = System.Func<System.Collections.Generic.IReadOnlyList<TorchSharp.torch.Tensor>, TorchSharp.torch.Tensor>;

namespace LossGen.Benchmarks.Contenders.Torch;

/// <summary>The custom losses as one would write them with PyTorch: its own functions where it has them, with the parameters' default values.</summary>
public static class TorchCustomLosses
{
    private static readonly Dictionary<Type, Loss> losses = new()
    {
        [typeof(L1Loss)] = static x => functional.l1_loss(x[0], x[1]),
        [typeof(SquaredErrorLoss)] = static x => functional.mse_loss(x[0], x[1]),
        [typeof(HuberLoss)] = static x => functional.huber_loss(x[0], x[1], delta: 1),
        [typeof(SmoothL1Loss)] = static x => functional.smooth_l1_loss(x[0], x[1], beta: 1),
        [typeof(LogCoshLoss)] = static x => (x[0] - x[1]).cosh().log().mean(),
        [typeof(PseudoHuberLoss)] = static x => ((1 + (x[0] - x[1]).square()).sqrt() - 1).mean(),
        [typeof(GeneralisedCharbonnierLoss)] = static x => ((x[0] - x[1]).square() + (0.001 * 0.001)).pow(0.45).mean(),
        [typeof(GeneralRobustLoss)] = static x => GeneralRobust(x[0] - x[1], alpha: 1, scale: 1),
        [typeof(CauchyLoss)] = static x => 0.5 * (x[0] - x[1]).square().log1p().mean(),
        [typeof(TukeyBiweightLoss)] = static x => TukeyBiweight(x[0] - x[1], cutoff: 4.685),
        [typeof(QuantileLoss)] = static x => Quantile(x[1] - x[0], tau: 0.5),
        [typeof(SquaredHingeLoss)] = static x => (1 - (x[0] * x[1])).clamp_min(0).square().mean(),
        [typeof(ExponentialLoss)] = static x => (-x[0] * x[1]).exp().mean(),
        [typeof(SoftMarginLoss)] = static x => functional.soft_margin_loss(x[0], x[1]),
        [typeof(BinaryCrossEntropyWithLogitsLoss)] = static x => functional.binary_cross_entropy_with_logits(x[0], x[1]),
        [typeof(FocalLoss)] = static x => Focal(x[0], x[1], gamma: 2, alpha: 0.25),
        [typeof(PoissonLoss)] = static x => functional.poisson_nll_loss(x[0], x[1]),
        [typeof(TweedieLoss)] = static x => Tweedie(x[0], x[1], power: 1.5),

        // TorchSharp's own function has no gradient with respect to the variance.
        [typeof(GaussianLoss)] = static x => 0.5 * (x[1].log() + ((x[0] - x[2]).square() / x[1])).mean(),
    };

    public static Loss For(Type declaration) =>
        losses.TryGetValue(declaration, out Loss? loss) ? loss : throw new NotSupportedException($"PyTorch has no {declaration.Name} here.");

    private static Tensor GeneralRobust(Tensor error, double alpha, double scale) =>
        ((2 - alpha) / alpha * ((((error / scale).square() / (2 - alpha)) + 1).pow(alpha / 2) - 1)).mean();

    private static Tensor TukeyBiweight(Tensor error, double cutoff) =>
        (cutoff * cutoff / 6 * where(error.abs() < cutoff, 1 - (1 - (error / cutoff).square()).pow(3), 1)).mean();

    private static Tensor Quantile(Tensor shortfall, double tau) => maximum(tau * shortfall, (tau - 1) * shortfall).mean();

    // As in torchvision.ops.
    private static Tensor Focal(Tensor logits, Tensor targets, double gamma, double alpha)
    {
        Tensor probability = logits.sigmoid();
        Tensor crossEntropy = functional.binary_cross_entropy_with_logits(logits, targets, reduction: Reduction.None);
        Tensor right = (probability * targets) + ((1 - probability) * (1 - targets));
        Tensor weights = (alpha * targets) + ((1 - alpha) * (1 - targets));
        return (weights * (crossEntropy * (1 - right).pow(gamma))).mean();
    }

    private static Tensor Tweedie(Tensor logMean, Tensor target, double power) =>
        ((((2 - power) * logMean).exp() / (2 - power)) - (target * ((1 - power) * logMean).exp() / (1 - power))).mean();
}
