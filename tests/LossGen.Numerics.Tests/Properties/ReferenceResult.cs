using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Properties;

/// <summary>What the reference says of one call, and the sizes that the bounds are relative to.</summary>
/// <param name="Result">Value and gradients.</param>
/// <param name="ValueMagnitude">The terms of the value added up without their signs: what float64 can hold the value to.</param>
/// <param name="GradientMagnitudes">w·ω/L of each element's location; for losses over single elements w/N.</param>
internal sealed record ReferenceResult(LossResult Result, double ValueMagnitude, double[] GradientMagnitudes);
