using LossGen;

namespace SnapshotTest;

/// <summary>The loss whose generated code is watched.</summary>
[SquareLoss]
public sealed partial class PriceLoss;
