namespace LossGen.Numerics.Tests.Support;

/// <summary>The members of a loss with one gradient, over arrays; weights that each call takes are bound.</summary>
internal sealed record LossMembers<TElement, TLabel>(
    Func<TElement[], TLabel[], TElement> Forward,
    Action<TElement[], TLabel[], TElement[]> Backward,
    Func<TElement[], TLabel[], TElement[], TElement> ForwardBackward)
{
    public static LossMembers<TElement, TLabel> Of(ILoss<TElement, TLabel> loss) => new(
        (prediction, groundTruth) => loss.Forward(prediction, groundTruth),
        (prediction, groundTruth, gradient) => loss.Backward(prediction, groundTruth, gradient),
        (prediction, groundTruth, gradient) => loss.ForwardBackward(prediction, groundTruth, gradient));

    public static LossMembers<TElement, TLabel> Of(IWeightedLoss<TElement, TLabel> loss, TElement[] weights) => new(
        (prediction, groundTruth) => loss.Forward(prediction, groundTruth, weights),
        (prediction, groundTruth, gradient) => loss.Backward(prediction, groundTruth, weights, gradient),
        (prediction, groundTruth, gradient) => loss.ForwardBackward(prediction, groundTruth, weights, gradient));
}
