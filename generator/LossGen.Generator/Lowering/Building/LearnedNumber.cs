using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Building;

/// <summary>An input that is one number for a whole call.</summary>
/// <param name="Tensor">The tensor of one element.</param>
/// <param name="Local">The local that holds it.</param>
internal sealed record LearnedNumber(Tensor Tensor, Variable Local);
