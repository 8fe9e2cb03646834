using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel.Drivers;

/// <summary>The locations that a driver's kernels never see, as their label is ignored; it fills what is written for them with 0, or −1 as the prediction.</summary>
/// <param name="Labels">The labels.</param>
/// <param name="Label">The one that is ignored.</param>
/// <param name="Filled">What is written for them.</param>
/// <param name="Few">The version for a run of a few neighbours that are kept; null where the main one serves them too, or where they are gathered.</param>
/// <param name="Gathered">How locations are computed between which others are ignored; null where each run of neighbours is computed by itself.</param>
internal sealed record IgnoredLocations(Tensor Labels, int Label, EquatableArray<FilledOutput> Filled, ReturnWhereFew? Few, GatheredLocations? Gathered);

/// <summary>What is written for locations that are not computed.</summary>
/// <param name="Output">The tensor.</param>
/// <param name="PerLocation">The number of elements of a location.</param>
/// <param name="Stride">Their distance from each other.</param>
/// <param name="Value">What each of them is.</param>
internal sealed record FilledOutput(Tensor Output, int PerLocation, Expr Stride, int Value);

/// <summary>A run over copies of kept locations that are no neighbours: their inputs are copied together, and what is written to a copy is copied back.</summary>
/// <param name="Most">How many locations at once; so many neighbours, or more, are computed in place.</param>
/// <param name="Copies">The tensors and their copies.</param>
/// <param name="Run">The run over the copies.</param>
internal sealed record GatheredLocations(int Most, EquatableArray<TensorCopy> Copies, KernelRun Run);

/// <summary>A tensor and a copy of some of its locations, one after another.</summary>
/// <param name="Tensor">The tensor.</param>
/// <param name="Copy">The copy.</param>
/// <param name="PerLocation">The number of elements of a location.</param>
internal sealed record TensorCopy(Tensor Tensor, Tensor Copy, int PerLocation);
