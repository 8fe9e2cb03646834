namespace Boosting.Trees;

/// <summary>A question that divides the rows of a node in two.</summary>
/// <param name="Feature">The feature that is compared.</param>
/// <param name="LastLeftBin">The last bin whose rows go left.</param>
/// <param name="Gain">How far the two leaves are below the one in loss, less <see cref="TreeSettings.Gamma"/>.</param>
public readonly record struct Split(int Feature, int LastLeftBin, double Gain);
