namespace LossGen.Explorer.Plotting;

/// <summary>A loss over a range of one number: its value, and its slopes by its inputs.</summary>
/// <param name="Points">The numbers.</param>
/// <param name="Curves">The value first, then the slopes.</param>
internal sealed record Plot(double[] Points, IReadOnlyList<Curve> Curves)
{
    /// <summary>The most elements of a sample for which a plot is drawn: in a browser, kernels run without vector instructions.</summary>
    public const int MostElements = 8192;

    private const int MostPoints = 161;
    private const int LeastPoints = 41;
    private const int MostWork = 80_000;
    private const int PointsPerTurn = 10;

    /// <summary>Evaluates a loss point by point; between them, the browser may draw.</summary>
    /// <param name="kernel">The compiled loss.</param>
    /// <param name="reference">The same in float64; null for none.</param>
    /// <param name="settings">What varies.</param>
    public static async Task<Plot> DrawAsync(LossProbe kernel, LossProbe? reference, PlotSettings settings)
    {
        LossSignature loss = kernel.Signature;
        double[][] inputs = settings.Numbers(loss);
        int elements = inputs.Max(static input => input.Length);
        if (elements > MostElements)
        {
            throw new PlotException($"A sample of this loss has {elements} elements, and a plot is drawn for up to {MostElements}: declare a smaller shape, whose formula is the same.");
        }

        PlotInput varied = loss.Inputs[settings.Input];
        int count = Math.Clamp(MostWork / elements, LeastPoints, MostPoints);
        double[] points = [.. Enumerable.Range(0, count).Select(i => PlotSettings.Rounded(varied, settings.From + ((settings.To - settings.From) * i / (count - 1)))).Distinct()];
        (double[][] computed, double[][] exact) = (Rows(loss, points), Rows(loss, points));
        for (int i = 0; i < points.Length; i++)
        {
            inputs[settings.Input][settings.Element] = points[i];
            Evaluate(kernel, inputs, settings, computed, i);
            if (reference is not null)
            {
                Evaluate(reference, inputs, settings, exact, i);
            }

            if (i % PointsPerTurn == 0)
            {
                await Task.Delay(1);
            }
        }

        return new Plot(points, [.. computed.Select((row, number) => Curve.Of(NameOf(loss, settings, number), row, reference is null ? null : exact[number]))]);
    }

    private static double[][] Rows(LossSignature loss, double[] points) => [.. Enumerable.Range(0, 1 + loss.Gradients.Count).Select(_ => new double[points.Length])];

    private static void Evaluate(LossProbe probe, double[][] inputs, PlotSettings settings, double[][] rows, int point)
    {
        (double value, double[][] gradients) = probe.Evaluate(inputs);
        rows[0][point] = value;
        for (int g = 0; g < gradients.Length; g++)
        {
            rows[g + 1][point] = gradients[g][ElementOf(probe.Signature, settings, g)];
        }
    }

    // Of the input that varies, the element that does; of others, the one at its place.
    private static int ElementOf(LossSignature loss, PlotSettings settings, int gradient) => Math.Min(settings.Element, loss.Inputs[loss.Gradients[gradient]].Length - 1);

    private static string NameOf(LossSignature loss, PlotSettings settings, int row)
    {
        if (row == 0)
        {
            return "value";
        }

        PlotInput input = loss.Inputs[loss.Gradients[row - 1]];
        return input.Length == 1 ? $"slope by {input.Name}" : $"slope by {input.Name}[{ElementOf(loss, settings, row - 1)}]";
    }
}
