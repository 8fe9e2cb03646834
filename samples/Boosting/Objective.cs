namespace Boosting;

/// <summary>What a booster minimises: <c>ForwardBackwardCurvature</c> of any generated elementwise loss.</summary>
/// <returns>The mean loss.</returns>
/// <param name="prediction">The sum of the trees for each row.</param>
/// <param name="target">What the prediction should come to.</param>
/// <param name="gradient">Receives the first derivative of each row's loss by its prediction.</param>
/// <param name="curvature">Receives the second.</param>
public delegate float Objective(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient, Span<float> curvature);
