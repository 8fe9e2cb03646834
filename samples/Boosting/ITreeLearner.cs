namespace Boosting;

/// <summary>Learns trees from derivatives, on training and test rows that all boosters of a task share.</summary>
public interface ITreeLearner
{
    /// <summary>An ensemble without trees.</summary>
    /// <param name="trainPredictions">The predictions of the training rows before the first tree.</param>
    /// <param name="testPredictions">The predictions of the test rows before the first tree.</param>
    ITreeEnsemble Start(ReadOnlySpan<float> trainPredictions, ReadOnlySpan<float> testPredictions);
}
