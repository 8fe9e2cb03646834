using LossGen;

namespace LossGen_App1;

/// <summary>Half the mean squared error, which the library has.</summary>
[SquareLoss]
public sealed partial class SquaredLoss;
