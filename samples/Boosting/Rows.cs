using Boosting.Trees;

namespace Boosting;

/// <summary>Rows to learn from or to test with.</summary>
/// <param name="Features">What is known of each row.</param>
/// <param name="Target">What is to be predicted, one number per row.</param>
public sealed record Rows(BinnedFeatures Features, float[] Target);
