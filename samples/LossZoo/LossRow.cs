using System.Numerics;
using LossGen;

namespace LossZoo;

/// <summary>The generated method of a loss with one input.</summary>
public delegate T OneGradient<T>(ReadOnlySpan<T> input, Span<T> gradient, double scale = 1);

/// <summary>The generated method of a loss with two differentiable inputs and labels.</summary>
public delegate T TwoGradientsByLabel<T>(ReadOnlySpan<T> first, ReadOnlySpan<T> second, ReadOnlySpan<int> labels, Span<T> firstGradient, Span<T> secondGradient, double scale = 1);

/// <summary>The generated method of a loss with two differentiable inputs, whose second gradient is optional.</summary>
public delegate T TwoGradients<T>(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient, Span<T> targetGradient, double scale = 1);

/// <summary>The generated method of a loss with three inputs.</summary>
public delegate T ThreeGradients<T>(
    ReadOnlySpan<T> first, ReadOnlySpan<T> second, ReadOnlySpan<T> third, Span<T> firstGradient, Span<T> secondGradient, Span<T> thirdGradient, double scale = 1);

/// <summary>Calls the <c>ForwardBackward</c> of a loss with its own mixture of inputs.</summary>
public delegate T Gradients<TLoss, T>(TLoss loss, T[][] inputs, T[][] gradients);

/// <summary>The result of one declaration on one input.</summary>
/// <param name="Declaration">The loss.</param>
/// <param name="Samples">The batch size N.</param>
/// <param name="Value">The loss.</param>
/// <param name="GradientNorms">The Euclidean norm of each gradient, that of the prediction first.</param>
public sealed record LossRow(Declaration Declaration, int Samples, double Value, IReadOnlyList<double> GradientNorms)
{
    /// <summary>Computes a loss with class labels.</summary>
    public static LossRow Of<TElement, TLabel>(ILoss<TElement, TLabel> loss, TElement[] prediction, TLabel[] labels)
        where TElement : IFloatingPointIeee754<TElement>
    {
        var gradient = new TElement[prediction.Length];
        TElement value = loss.ForwardBackward(prediction, labels, gradient);
        return Of(loss, value, gradient);
    }

    /// <summary>Computes a loss with class labels and one weight per element of the prediction.</summary>
    public static LossRow Of<TElement, TLabel>(IWeightedLoss<TElement, TLabel> loss, TElement[] prediction, TLabel[] labels, TElement[] weights)
        where TElement : IFloatingPointIeee754<TElement>
    {
        var gradient = new TElement[prediction.Length];
        TElement value = loss.ForwardBackward(prediction, labels, weights, gradient);
        return Of(loss, value, gradient);
    }

    /// <summary>Computes a loss of a prediction and a target, with both gradients, by its <c>ForwardBackward</c>.</summary>
    public static LossRow Of<TElement>(TwoGradients<TElement> forwardBackward, TElement[] prediction, TElement[] target)
        where TElement : IFloatingPointIeee754<TElement>
    {
        var gradient = new TElement[prediction.Length];
        var targetGradient = new TElement[target.Length];
        TElement value = forwardBackward(prediction, target, gradient, targetGradient);
        return Of(forwardBackward.Target!, value, gradient, targetGradient);
    }

    /// <summary>Computes a loss of one input by its <c>ForwardBackward</c>.</summary>
    public static LossRow Of<TElement>(OneGradient<TElement> forwardBackward, TElement[] input)
        where TElement : IFloatingPointIeee754<TElement>
    {
        var gradient = new TElement[input.Length];
        TElement value = forwardBackward(input, gradient);
        return Of(forwardBackward.Target!, value, gradient);
    }

    /// <summary>Computes a loss of two inputs and labels, with both gradients, by its <c>ForwardBackward</c>.</summary>
    public static LossRow Of<TElement>(TwoGradientsByLabel<TElement> forwardBackward, TElement[] first, TElement[] second, int[] labels)
        where TElement : IFloatingPointIeee754<TElement>
    {
        var gradients = new[] { new TElement[first.Length], new TElement[second.Length] };
        TElement value = forwardBackward(first, second, labels, gradients[0], gradients[1]);
        return Of(forwardBackward.Target!, value, gradients);
    }

    /// <summary>Computes a loss of three inputs, with all gradients, by its <c>ForwardBackward</c>.</summary>
    public static LossRow Of<TElement>(ThreeGradients<TElement> forwardBackward, TElement[] first, TElement[] second, TElement[] third)
        where TElement : IFloatingPointIeee754<TElement>
    {
        var gradients = new[] { new TElement[first.Length], new TElement[second.Length], new TElement[third.Length] };
        TElement value = forwardBackward(first, second, third, gradients[0], gradients[1], gradients[2]);
        return Of(forwardBackward.Target!, value, gradients);
    }

    /// <summary>Computes a loss of any inputs, of which the first have gradients.</summary>
    public static LossRow Of<TLoss, TElement>(TLoss loss, Gradients<TLoss, TElement> forwardBackward, int differentiable, params TElement[][] inputs)
        where TLoss : notnull
        where TElement : IFloatingPointIeee754<TElement>
    {
        TElement[][] gradients = [.. inputs.Take(differentiable).Select(static input => new TElement[input.Length])];
        return Of(loss, forwardBackward(loss, inputs, gradients), gradients);
    }

    private static LossRow Of<TElement>(object loss, TElement value, params TElement[][] gradients)
        where TElement : IFloatingPointIeee754<TElement>
    {
        var declaration = new Declaration(loss.GetType());
        return new(declaration, gradients[0].Length / declaration.SampleSize, double.CreateChecked(value), [.. gradients.Select(Norm)]);
    }

    private static double Norm<TElement>(TElement[] gradient)
        where TElement : IFloatingPointIeee754<TElement> =>
        Math.Sqrt(gradient.Select(double.CreateChecked).Sum(static element => element * element));
}
