using System.Numerics;
using LossGen;

namespace LossZoo;

/// <summary>The generated method of a loss with two differentiable inputs, which need not be asked for its second gradient.</summary>
public delegate T TwoGradients<T>(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient, Span<T> targetGradient);

/// <summary>What one declaration gives on one input.</summary>
/// <param name="Declaration">The loss.</param>
/// <param name="Samples">The batch size N.</param>
/// <param name="Value">The loss.</param>
/// <param name="GradientNorm">The Euclidean norm of the gradient of the prediction.</param>
/// <param name="TargetGradientNorm">That of the gradient of the target, where the loss has one.</param>
public sealed record LossRow(Declaration Declaration, int Samples, double Value, double GradientNorm, double? TargetGradientNorm)
{
    /// <summary>Computes a loss with class labels.</summary>
    public static LossRow Of<TElement, TLabel>(ILoss<TElement, TLabel> loss, TElement[] prediction, TLabel[] labels)
        where TElement : IFloatingPointIeee754<TElement>
    {
        var gradient = new TElement[prediction.Length];
        TElement value = loss.ForwardBackward(prediction, labels, gradient);
        return Of(loss, value, gradient, null);
    }

    /// <summary>Computes a loss with class labels and a weight for each element of the prediction.</summary>
    public static LossRow Of<TElement, TLabel>(IWeightedLoss<TElement, TLabel> loss, TElement[] prediction, TLabel[] labels, TElement[] weights)
        where TElement : IFloatingPointIeee754<TElement>
    {
        var gradient = new TElement[prediction.Length];
        TElement value = loss.ForwardBackward(prediction, labels, weights, gradient);
        return Of(loss, value, gradient, null);
    }

    /// <summary>Computes a loss of a prediction and a target, with both gradients, by its <c>ForwardBackward</c>.</summary>
    public static LossRow Of<TElement>(TwoGradients<TElement> forwardBackward, TElement[] prediction, TElement[] target)
        where TElement : IFloatingPointIeee754<TElement>
    {
        var gradient = new TElement[prediction.Length];
        var targetGradient = new TElement[target.Length];
        TElement value = forwardBackward(prediction, target, gradient, targetGradient);
        return Of(forwardBackward.Target!, value, gradient, Norm(targetGradient));
    }

    private static LossRow Of<TElement>(object loss, TElement value, TElement[] gradient, double? targetGradientNorm)
        where TElement : IFloatingPointIeee754<TElement>
    {
        var declaration = new Declaration(loss.GetType());
        return new(declaration, gradient.Length / declaration.SampleSize, double.CreateChecked(value), Norm(gradient), targetGradientNorm);
    }

    private static double Norm<TElement>(TElement[] gradient)
        where TElement : IFloatingPointIeee754<TElement> =>
        Math.Sqrt(gradient.Select(double.CreateChecked).Sum(static element => element * element));
}
