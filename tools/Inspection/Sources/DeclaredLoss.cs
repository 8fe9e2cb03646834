using LossGen.Generator.Losses;

namespace LossGen.Inspection.Sources;

/// <summary>A loss that a source declares.</summary>
/// <param name="Name">The class's full name.</param>
/// <param name="SimpleName">Its name alone.</param>
/// <param name="Spec">What the declaration says; null if it has no meaning, which diagnostics explain.</param>
internal sealed record DeclaredLoss(string Name, string SimpleName, LossSpec? Spec);
