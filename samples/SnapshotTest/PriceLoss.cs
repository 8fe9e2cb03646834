using LossGen;

namespace SnapshotTest;

/// <summary>The loss whose generated code is tracked.</summary>
[SquareLoss]
public sealed partial class PriceLoss;
