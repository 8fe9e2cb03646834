namespace Boosting.Trees;

/// <summary>The derivatives of some rows, added up in double: the gain of a split is a small difference of large sums.</summary>
/// <param name="Gradient">The sum of the first derivatives.</param>
/// <param name="Curvature">The sum of the second derivatives.</param>
/// <param name="Rows">How many rows they are of.</param>
public readonly record struct DerivativeSums(double Gradient, double Curvature, int Rows)
{
    /// <summary>The sums of both groups of rows.</summary>
    public static DerivativeSums operator +(DerivativeSums left, DerivativeSums right) =>
        new(left.Gradient + right.Gradient, left.Curvature + right.Curvature, left.Rows + right.Rows);

    /// <summary>The sums of the rows that are not in <paramref name="right"/>.</summary>
    public static DerivativeSums operator -(DerivativeSums left, DerivativeSums right) =>
        new(left.Gradient - right.Gradient, left.Curvature - right.Curvature, left.Rows - right.Rows);

    /// <summary>The step that minimises the parabola through these derivatives.</summary>
    public double NewtonStep(double lambda) => -Gradient / (Curvature + lambda);

    /// <summary>Twice what that step takes off the loss.</summary>
    public double Score(double lambda) => Gradient * Gradient / (Curvature + lambda);
}
