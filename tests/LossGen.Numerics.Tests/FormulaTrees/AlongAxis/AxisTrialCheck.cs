using System.Globalization;
using LossGen.Numerics.Tests.Custom.AlongAxis;

namespace LossGen.Numerics.Tests.FormulaTrees.AlongAxis;

/// <summary>Compares value and gradients of a compiled trial with dual numbers, computed at once and from the sums of two parts.</summary>
internal sealed class AxisTrialCheck
{
    // A bound wider than this fraction of the bounded number says too little to count as a comparison.
    private const double WidestBound = 0.01;

    private readonly AxisTrial trial;
    private readonly AxisExpectation reference;
    private readonly AxisExpectation expected;
    private readonly AxisSource source;

    public AxisTrialCheck(AxisTrial trial)
    {
        this.trial = trial;
        reference = AxisExpectation.Of(trial, isWide: true);
        expected = trial.IsDouble ? reference : AxisExpectation.Of(trial, isWide: false);
        source = AxisFormulaText.Source(trial.Formula, "Loss");
    }

    /// <summary>The first difference, or null, and the number of comparisons.</summary>
    public (string? Failure, FormulaTally Tally) Compare(AxisLossRun loss)
    {
        (double[][] inputs, int[][] labels) = (trial.Inputs(), trial.Labels());
        (string? failure, FormulaTally tally) = Compare(loss.At(inputs, labels));
        if (failure is null && trial.Cut() is var first && first > 0)
        {
            (double inParts, double[][] gradientsInParts) = loss.InParts(inputs, labels, first, trial.Shape.Classes * trial.Shape.PerSample, trial.Shape.PerSample);
            (failure, _) = Compare(inParts, gradientsInParts, FormattableString.Invariant($" in parts of {first} and {trial.Shape.Sizes[0] - first} samples"));
        }

        return (failure, tally);
    }

    /// <summary>The same for a value and gradients.</summary>
    public (string? Failure, FormulaTally Tally) Compare((double Value, double[][] Gradients) found) => Compare(found.Value, found.Gradients, "");

    private (string? Failure, FormulaTally Tally) Compare(double value, double[][] gradients, string how)
    {
        FormulaTally tally = FormulaTally.None;
        double bound = expected.Value.Error + reference.Value.Error;
        if (double.IsFinite(expected.Value.Value) && bound <= WidestBound * Math.Abs(expected.Value.Value))
        {
            tally += FormulaTally.None with { Values = 1, WorstValue = Ratio(expected.Value.Value, value, bound) };
            if (!(tally.WorstValue <= 1))
            {
                return (Message("value" + how, value, expected.Value.Value, bound), tally);
            }
        }
        else
        {
            tally += FormulaTally.None with { Unbounded = 1 };
        }

        for (int location = 0; location < trial.Shape.Locations; location++)
        {
            for (int input = 0; input < source.Inputs.Count; input++)
            {
                AxisParameter parameter = source.Inputs[input];
                for (int c = 0; c < (parameter.Kind == AxisParameterKind.Number ? 1 : trial.Shape.Classes); c++)
                {
                    // The number follows the elements of both spans.
                    int number = parameter.Kind == AxisParameterKind.Number ? trial.Formula.Spans * trial.Shape.Classes : (input * trial.Shape.Classes) + c;
                    (string? failure, FormulaTally ofSlope) = CompareSlope(location, number, gradients[input][trial.Shape.Position(parameter, location, c)], $"{parameter.Name}[{c}]{how}");
                    tally += ofSlope;
                    if (failure is not null)
                    {
                        return (failure, tally);
                    }
                }
            }
        }

        return (null, tally);
    }

    private (string? Failure, FormulaTally Tally) CompareSlope(int location, int number, double found, string name)
    {
        if (expected.Slopes[location] is not { } slopes || reference.Slopes[location] is not { } wide)
        {
            return (null, FormulaTally.None with { UnboundedSlopes = 1 });
        }

        Slope slope = slopes[number] ?? new Slope(0, 0, 0, 0);
        double bound = slope.Error + (wide[number]?.Error ?? 0);
        if (!double.IsFinite(slope.Magnitude) || !(bound <= WidestBound * slope.Magnitude))
        {
            return (null, FormulaTally.None with { UnboundedSlopes = 1 });
        }

        double ratio = Ratio(slope.Value, found, bound);
        return (ratio <= 1 ? null : Message(FormattableString.Invariant($"slope by {name} at location {location}"), found, slope.Value, bound), FormulaTally.None with { Slopes = 1, WorstSlope = ratio });
    }

    private string Message(string what, double found, double due, double within) => string.Create(
        CultureInfo.InvariantCulture, $"{what} {found:R}, expected {due:R} ± {within:G3}, shape {trial.Shape.Arguments}, in {(trial.IsDouble ? "double" : "float")}, inputs of seed {trial.Seed}");

    private static double Ratio(double due, double found, double bound) =>
        due.Equals(found) || due == found ? 0 : double.IsFinite(found) && bound > 0 ? Math.Abs(due - found) / bound : double.PositiveInfinity;
}
