namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>A compiled loss along an axis against its formula as C# computes it.</summary>
/// <param name="source">The loss.</param>
/// <param name="shape">The shape that it is compiled for.</param>
/// <param name="inputs">Its inputs other than labels.</param>
/// <param name="labels">Its labels.</param>
internal sealed class AxisCheck(AxisSource source, AxisShape shape, double[][] inputs, int[][] labels)
{
    private const double Step = 1e-3;

    // Differences are slow.
    private const int MostLocations = 4;

    /// <summary>The value is the formula's mean over the locations, or the total of its sums, be it of the whole or of parts; in double, gradients are slopes by central differences.</summary>
    public void ValueAndGradients(AxisLossRun loss, bool isDouble)
    {
        (double value, double[][] gradients) = loss.At(inputs, labels);
        double[][] values = [.. Enumerable.Range(0, shape.Locations).Select(location => loss.Direct(InputsAt(location), LabelsAt(location)))];
        double[] sums = [.. values[0].Select((_, sum) => values.Sum(terms => terms[sum]))];
        if (sums.Any(double.IsNaN))
        {
            // One element correlates with nothing.
            Assert.Equal((1, double.NaN), (shape.Classes, value));
            return;
        }

        double bound = isDouble ? 1e-12 : 2e-6;
        Assert.Equal(loss.DirectTotal(sums, shape.Locations), value, bound * (1 + values.Max(static terms => terms.Max(Math.Abs))));
        CheckParts(loss, value, gradients, bound);
        for (int location = 0; isDouble && location < Math.Min(shape.Locations, MostLocations); location++)
        {
            CheckSlopes(loss, location, gradients, source.HasTotal ? sums : values[location]);
        }
    }

    // Sums of two parts, added, give value and gradients of the whole.
    private void CheckParts(AxisLossRun loss, double value, double[][] gradients, double bound)
    {
        // Two elements correlate perfectly, so that all gradients are rounding errors.
        if (!shape.BatchIsFirst || shape.Locations == shape.PerSample || (shape.Classes == 2 && source.Name == "CorrelationLoss"))
        {
            return;
        }

        (double inParts, double[][] gradientsOfParts) = loss.InParts(inputs, labels, first: 1, shape.Classes * shape.PerSample, shape.PerSample);
        Assert.Equal(value, inParts, bound * (1 + Math.Abs(value)));
        Assert.All(gradients.Zip(gradientsOfParts).Where((_, input) => source.Inputs[input].HasGradient), pair =>
            Assert.Equal(0, pair.First.Zip(pair.Second, Distance).Max(), bound * pair.First.Max(Math.Abs)));
    }

    // A maximum skips NaN, which is no number near another.
    private static double Distance(double a, double b) => double.IsNaN(a - b) ? double.PositiveInfinity : Math.Abs(a - b);

    private void CheckSlopes(AxisLossRun loss, int location, double[][] gradients, double[] sums)
    {
        double[][] at = InputsAt(location);
        double[][] slopes = [.. at.Select((row, input) => row.Select((_, c) => Slope(loss, at, LabelsAt(location), input, c, sums)).ToArray())];
        double largest = slopes.SelectMany(static row => row).Where(static slope => !double.IsNaN(slope)).Select(Math.Abs).DefaultIfEmpty().Max();
        for (int input = 0; input < at.Length; input++)
        {
            for (int c = 0; c < at[input].Length; c++)
            {
                if (!double.IsNaN(slopes[input][c]) && source.Inputs[input].HasGradient)
                {
                    Assert.Equal(slopes[input][c], gradients[input][shape.Position(source.Inputs[input], location, c)], 1e-7 * (largest + (1e-3 / shape.Locations)));
                }
            }
        }
    }

    private double[][] InputsAt(int location) =>
        [.. inputs.Select((input, i) => Enumerable.Range(0, shape.CountOf(source.Inputs[i]) / shape.Locations).Select(c => input[shape.Position(source.Inputs[i], location, c)]).ToArray())];

    private int[] LabelsAt(int location) => [.. labels.Select(each => each[location])];

    // Central differences at two steps, extrapolated; NaN near a kink or a jump, where they disagree.
    private double Slope(AxisLossRun loss, double[][] at, int[] labels, int input, int c, double[] sums)
    {
        double[] here = loss.Direct(at, labels);
        (double half, double whole) = (Difference(Step / 2), Difference(Step));
        return Math.Abs(half - whole) <= 1e-4 * (Math.Abs(half) + Math.Abs(Moved(0)) + 1) ? ((4 * half) - whole) / 3 : double.NaN;

        double Difference(double step) => (Moved(step) - Moved(-step)) / (2 * step);

        double Moved(double step)
        {
            double[][] moved = [.. at.Select(static row => row.ToArray())];
            moved[input][c] += step;
            double[] there = loss.Direct(moved, labels);
            return loss.DirectTotal([.. sums.Select((sum, number) => sum - here[number] + there[number])], shape.Locations);
        }
    }
}
