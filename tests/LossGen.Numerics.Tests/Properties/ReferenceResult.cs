using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Properties;

/// <summary>The reference's results for one call, and the magnitudes that the bounds are relative to.</summary>
/// <param name="Result">Value and gradients.</param>
/// <param name="ValueMagnitude">The sum of the magnitudes of the value's terms: float64 is exact relative to it.</param>
/// <param name="GradientMagnitudes">w·ω/L of each element's location; for losses over single elements w/N.</param>
internal sealed record ReferenceResult(LossResult Result, double ValueMagnitude, double[] GradientMagnitudes);
