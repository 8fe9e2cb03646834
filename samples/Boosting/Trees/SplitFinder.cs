namespace Boosting.Trees;

/// <summary>Finds the best split of a node by histograms of the derivatives.</summary>
public sealed class SplitFinder(BinnedFeatures features, TreeSettings settings)
{
    private readonly DerivativeSums[] _histogram = new DerivativeSums[BinEdges.MostBins];

    /// <summary>The split of the given rows with the largest gain, the first of several; null if none gains anything.</summary>
    public Split? Best(ReadOnlySpan<int> rows, ReadOnlySpan<float> gradient, ReadOnlySpan<float> curvature, DerivativeSums total)
    {
        Split? best = null;
        for (int feature = 0; feature < features.Features; feature++)
        {
            int bins = Fill(features[feature], rows, gradient, curvature);
            DerivativeSums left = default;
            for (int bin = 0; bin < bins - 1; bin++)
            {
                left += _histogram[bin];
                DerivativeSums right = total - left;
                if (Math.Min(left.Rows, right.Rows) < settings.SmallestLeaf || _histogram[bin].Rows == 0)
                {
                    continue;
                }

                double gain = Gain(left, right, total);
                if (gain > (best?.Gain ?? 0))
                {
                    best = new Split(feature, bin, gain);
                }
            }
        }

        return best;
    }

    /// <summary>Adds the rows up by their bins.</summary>
    /// <returns>The number of bins up to the last that has a row.</returns>
    private int Fill(ReadOnlySpan<byte> bins, ReadOnlySpan<int> rows, ReadOnlySpan<float> gradient, ReadOnlySpan<float> curvature)
    {
        Array.Clear(_histogram);
        int last = 0;
        foreach (int row in rows)
        {
            int bin = bins[row];
            _histogram[bin] += new DerivativeSums(gradient[row], curvature[row], 1);
            last = Math.Max(last, bin);
        }

        return last + 1;
    }

    private double Gain(DerivativeSums left, DerivativeSums right, DerivativeSums total) =>
        ((left.Score(settings.Lambda) + right.Score(settings.Lambda) - total.Score(settings.Lambda)) / 2) - settings.Gamma;
}
