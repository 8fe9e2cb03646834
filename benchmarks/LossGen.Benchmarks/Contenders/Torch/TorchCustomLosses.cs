using LossGen.Benchmarks.Custom;
using LossGen.Benchmarks.Options;
using LossZoo.Custom;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Loss = System.Func<LossGen.Benchmarks.Contenders.Torch.TorchTensors, TorchSharp.torch.Tensor>;

namespace LossGen.Benchmarks.Contenders.Torch;

/// <summary>The custom losses as one would write them with PyTorch: its own functions where it has them, with the parameters' default values.</summary>
public static class TorchCustomLosses
{
    private static readonly Dictionary<string, Loss> losses = new()
    {
        [nameof(L1Loss)] = static x => functional.l1_loss(x[0], x[1]),
        [nameof(SquaredErrorLoss)] = static x => functional.mse_loss(x[0], x[1]),
        [nameof(HuberLoss)] = static x => functional.huber_loss(x[0], x[1], delta: 1),
        [nameof(SmoothL1Loss)] = static x => functional.smooth_l1_loss(x[0], x[1], beta: 1),
        [nameof(LogCoshLoss)] = static x => (x[0] - x[1]).cosh().log().mean(),
        [nameof(PseudoHuberLoss)] = static x => ((1 + (x[0] - x[1]).square()).sqrt() - 1).mean(),
        [nameof(GeneralisedCharbonnierLoss)] = static x => ((x[0] - x[1]).square() + (0.001 * 0.001)).pow(0.45).mean(),
        [nameof(GeneralRobustLoss)] = static x => GeneralRobust(x[0] - x[1], alpha: 1, scale: 1),
        [nameof(CauchyLoss)] = static x => 0.5 * (x[0] - x[1]).square().log1p().mean(),
        [nameof(TukeyBiweightLoss)] = static x => TukeyBiweight(x[0] - x[1], cutoff: 4.685),
        [nameof(QuantileLoss)] = static x => Quantile(x[1] - x[0], tau: 0.5),
        [nameof(SquaredHingeLoss)] = static x => (1 - (x[0] * x[1])).clamp_min(0).square().mean(),
        [nameof(ExponentialLoss)] = static x => (-x[0] * x[1]).exp().mean(),
        [nameof(SoftMarginLoss)] = static x => functional.soft_margin_loss(x[0], x[1]),
        [nameof(BinaryCrossEntropyWithLogitsLoss)] = static x => functional.binary_cross_entropy_with_logits(x[0], x[1]),
        [nameof(FocalLoss)] = static x => Focal(x[0], x[1], gamma: 2, alpha: 0.25),
        [nameof(PoissonLoss)] = static x => functional.poisson_nll_loss(x[0], x[1]),
        [nameof(TweedieLoss)] = static x => Tweedie(x[0], x[1], power: 1.5),

        // TorchSharp's own function has no gradient with respect to the variance.
        [nameof(GaussianLoss)] = static x => 0.5 * (x[1].log() + ((x[0] - x[2]).square() / x[1])).mean(),
    };

    public static Loss For(CustomLoss loss) =>
        (loss is OptionLoss ? TorchOptionLosses.All.GetValueOrDefault(loss.Name) : losses.GetValueOrDefault(loss.Name) ?? TorchAxisLosses.All.GetValueOrDefault(loss.Name)) ?? throw new NotSupportedException($"PyTorch has no {loss.Name} here.");

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
