using LossGen.Generator.Lowering;

namespace LossGen.Explain.Tracing;

/// <summary>Passes that run together, by what they are about.</summary>
internal sealed record TracedPhase(string Name, IReadOnlyList<Pass> Passes);
