namespace Boosting.LightGbm;

/// <summary>Learns trees with LightGBM, from the derivatives that it is given.</summary>
/// <param name="train">The training rows.</param>
/// <param name="test">The test rows.</param>
/// <param name="settings">How trees are grown.</param>
public sealed class LightGbmLearner(FeatureTable train, FeatureTable test, TreeSettings settings) : ITreeLearner
{
    /// <inheritdoc/>
    /// <exception cref="LightGbmException">The library cannot be loaded.</exception>
    public ITreeEnsemble Start(ReadOnlySpan<float> trainPredictions, ReadOnlySpan<float> testPredictions) =>
        new LightGbmEnsemble(new LightGbmModel("none", settings, train, trainPredictions, test, testPredictions), train.Rows, test.Rows);

    private sealed class LightGbmEnsemble(LightGbmModel model, int trainRows, int testRows) : ITreeEnsemble
    {
        private readonly double[] _train = new double[trainRows];
        private readonly double[] _test = new double[testRows];

        public void AddTree(ReadOnlySpan<float> gradient, ReadOnlySpan<float> curvature, Span<float> trainPredictions, Span<float> testPredictions)
        {
            model.AddTree(gradient, curvature);

            // LightGBM adds its trees up itself, in double.
            model.CopyTrainPredictions(_train);
            model.CopyTestPredictions(_test);
            Narrow(_train, trainPredictions);
            Narrow(_test, testPredictions);
        }

        private static void Narrow(ReadOnlySpan<double> wide, Span<float> narrow)
        {
            for (int row = 0; row < wide.Length; row++)
            {
                narrow[row] = (float)wide[row];
            }
        }

        public void Dispose() => model.Dispose();
    }
}
