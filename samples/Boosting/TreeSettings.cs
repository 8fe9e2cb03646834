namespace Boosting;

/// <summary>How trees are grown.</summary>
/// <param name="Depth">The most splits between the root and a leaf.</param>
/// <param name="LearningRate">The share of a Newton step that a leaf takes.</param>
/// <param name="Lambda">Added to the curvature of each leaf: small leaves take small steps.</param>
/// <param name="Gamma">What a split must gain.</param>
/// <param name="SmallestLeaf">The fewest rows of a leaf.</param>
public sealed record TreeSettings(int Depth, double LearningRate = 0.1, double Lambda = 1, double Gamma = 0, int SmallestLeaf = 5);
