namespace LossGen.Generator.Kernel.Drivers;

/// <summary>The locations that a driver's kernels never see, as their label is ignored; it fills their gradients with 0.</summary>
/// <param name="Labels">The labels.</param>
/// <param name="Label">The one that is ignored.</param>
/// <param name="Classes">The number of elements of a location.</param>
/// <param name="Stride">Their distance from each other.</param>
/// <param name="Few">The version for a run of a few neighbours that are kept; null where the main one serves them too.</param>
internal sealed record IgnoredLocations(Tensor Labels, int Label, int Classes, Expr Stride, ReturnWhereFew? Few);
