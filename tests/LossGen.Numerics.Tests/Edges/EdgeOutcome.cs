using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>The result at a location with an edge case; that all other locations kept their gradients to the bit has been checked.</summary>
internal sealed class EdgeOutcome
{
    private readonly EdgeBatch batch;
    private readonly double weight;
    private readonly double otherTerms;
    private readonly int location;

    public EdgeOutcome(EdgeBatch batch, int location, double weight, double otherTerms, LossResult harmless, LossResult actual)
    {
        (this.batch, this.location, this.weight, this.otherTerms) = (batch, location, weight, otherTerms);
        Value = actual.Value;
        Gradient = Own(harmless.PredictionGradient, actual.PredictionGradient);
        SecondGradient = actual.GroundTruthGradient is { } second ? Own(harmless.GroundTruthGradient!, second) : [];
    }

    public string What => $"{batch}, edge at location {location}";

    public double Value { get; }

    /// <summary>The location's gradient as a multiple of ω/L, or of 1/L where ω is 0.</summary>
    public double[] Gradient { get; }

    public double[] SecondGradient { get; }

    /// <summary>Asserts that the value is the one for this loss of the location, not yet weighted.</summary>
    public void HasLoss(double loss)
    {
        double own = weight == 0.0 ? 0.0 : weight * loss;
        double exact = (otherTerms + own) / batch.Locations;

        // Float32 may overflow.
        double expected = batch.IsDouble ? exact : (float)exact;
        if (expected != Value && !(Math.Abs(expected - Value) <= (2e-6 * Math.Abs(expected)) + 1e-7))
        {
            Assert.Fail($"{What}: value {Value:R}, expected {expected:R}");
        }
    }

    public void HasGradient(double[] expected) => Near(expected, Gradient, "gradient");

    public void HasSecondGradient(double[] expected) => Near(expected, SecondGradient, "second gradient");

    /// <summary>Asserts that the value and the whole row of the gradient are NaN.</summary>
    public void IsNaN()
    {
        if (!double.IsNaN(Value) || !Gradient.All(double.IsNaN))
        {
            Assert.Fail($"{What}: value {Value:R} and gradient [{string.Join(", ", Gradient)}], expected NaN");
        }
    }

    private double[] Own(double[] harmless, double[] actual)
    {
        int start = location * batch.Classes;
        for (int i = 0; i < actual.Length; i++)
        {
            bool isOwn = i >= start && i < start + batch.Classes;
            if (!isOwn && !harmless[i].Equals(actual[i]))
            {
                Assert.Fail($"{What}: the gradient at location {i / batch.Classes} changed to {actual[i]:R}");
            }
        }

        double scale = batch.Locations / (weight == 0.0 ? 1.0 : weight);
        return [.. actual[start..(start + batch.Classes)].Select(g => g * scale)];
    }

    private void Near(double[] expected, double[] actual, string what)
    {
        for (int c = 0; c < expected.Length; c++)
        {
            if (!expected[c].Equals(actual[c]) && !(Math.Abs(expected[c] - actual[c]) <= 1e-6 * Math.Max(1.0, Math.Abs(expected[c]))))
            {
                Assert.Fail($"{What}: {what} of class {c} is {actual[c]:R}, expected {expected[c]:R}");
            }
        }
    }
}
