namespace Boosting;

/// <summary>The trees of one booster.</summary>
public interface ITreeEnsemble : IDisposable
{
    /// <summary>Grows one more tree and adds it to the predictions of all rows.</summary>
    /// <param name="gradient">The first derivative of each training row.</param>
    /// <param name="curvature">The second derivative of each training row, at least 0.</param>
    /// <param name="trainPredictions">The predictions of the training rows.</param>
    /// <param name="testPredictions">The predictions of the test rows.</param>
    void AddTree(ReadOnlySpan<float> gradient, ReadOnlySpan<float> curvature, Span<float> trainPredictions, Span<float> testPredictions);
}
