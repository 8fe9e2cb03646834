namespace Boosting.Trees;

/// <summary>Learns trees from histograms of binned features.</summary>
public sealed class HistogramLearner : ITreeLearner
{
    private readonly BinnedFeatures _train;
    private readonly BinnedFeatures _test;
    private readonly TreeSettings _settings;

    /// <summary>Bins both tables by the training rows.</summary>
    public HistogramLearner(FeatureTable train, FeatureTable test, TreeSettings settings)
    {
        BinEdges edges = BinEdges.Choose(train.Values, train.Columns);
        (_train, _test, _settings) = (edges.Bin(train.Values), edges.Bin(test.Values), settings);
    }

    /// <inheritdoc/>
    public ITreeEnsemble Start(ReadOnlySpan<float> trainPredictions, ReadOnlySpan<float> testPredictions) =>
        new HistogramEnsemble(_train, _test, _settings);

    private sealed class HistogramEnsemble(BinnedFeatures train, BinnedFeatures test, TreeSettings settings) : ITreeEnsemble
    {
        private readonly TreeGrower _grower = new(train, settings);

        public void AddTree(ReadOnlySpan<float> gradient, ReadOnlySpan<float> curvature, Span<float> trainPredictions, Span<float> testPredictions)
        {
            RegressionTree tree = _grower.Grow(gradient, curvature);
            tree.AddTo(trainPredictions, train);
            tree.AddTo(testPredictions, test);
        }

        public void Dispose()
        {
        }
    }
}
