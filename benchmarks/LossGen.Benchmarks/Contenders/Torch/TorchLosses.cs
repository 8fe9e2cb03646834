using LossGen.Benchmarks.Workloads;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LossGen.Benchmarks.Contenders.Torch;

/// <summary>The losses as one would write them with PyTorch: its own functions where it has them.</summary>
public static class TorchLosses
{
    public static Func<TorchInputs, Tensor> For(LossFamily loss, Weights weights) => loss switch
    {
        LossFamily.Softmax => weights.Mode switch
        {
            WeightingMode.None => static inputs => functional.cross_entropy(inputs.Prediction, inputs.Labels),
            WeightingMode.PerClass => static inputs =>
                functional.cross_entropy(inputs.Prediction, inputs.Labels, inputs.Weights, reduction: Reduction.Sum) / inputs.Shape.Divisor,
            _ => inputs =>
                (functional.cross_entropy(inputs.Prediction, inputs.Labels, reduction: Reduction.None) * AtLabels(inputs, weights.Normalize, weights.ArePerCall))
                    .sum() / inputs.Shape.Divisor,
        },
        LossFamily.SoftlabelSoftmax => static inputs => functional.cross_entropy(inputs.Prediction, inputs.Target),
        LossFamily.MultinomialLogistic => static inputs => functional.nll_loss(inputs.Prediction.log(), inputs.Labels),
        LossFamily.Square => static inputs =>
            functional.mse_loss(inputs.Prediction, inputs.Target, Reduction.Sum) * (0.5 / inputs.Shape.Divisor),
        LossFamily.Hinge => static inputs => (1 - (inputs.Prediction * inputs.Target)).clamp_min(0).sum() / inputs.Shape.Divisor,
        LossFamily.BinaryCrossEntropy => static inputs => inputs.Shape.DataPoint == 1
            ? functional.binary_cross_entropy(inputs.Prediction, inputs.Target)
            : functional.binary_cross_entropy(inputs.Prediction, inputs.Target, reduction: Reduction.Sum) / inputs.Shape.Divisor,
        LossFamily.GaussianKL => static inputs =>
            (inputs.Prediction.square() + inputs.Target.square() - (2 * inputs.Target.log()) - 1).sum() * (0.5 / inputs.Shape.Divisor),
        _ => throw new NotSupportedException($"PyTorch has no {loss} loss here."),
    };

    // The weight of each location at its label.
    private static Tensor AtLabels(TorchInputs inputs, WeightNormalization normalize, bool arePerCall)
    {
        Tensor weights = inputs.Weights.expand_as(inputs.Prediction).gather(1, inputs.Labels.unsqueeze(1)).squeeze(1);
        return normalize switch
        {
            _ when !arePerCall => weights,
            WeightNormalization.Local => weights * (inputs.Shape.Classes / inputs.Weights.sum(1)),
            WeightNormalization.Global => weights * (inputs.Shape.DataPoint / SumOfSamples(inputs)),
            _ => weights,
        };
    }

    // One per sample, in as many dimensions as the labels have. The sample dimension is first wherever there are weights.
    private static Tensor SumOfSamples(TorchInputs inputs) =>
        inputs.Weights.flatten(1).sum(1).view([inputs.Shape.Samples, .. Enumerable.Repeat(1L, (int)inputs.Labels.dim() - 1)]);
}
