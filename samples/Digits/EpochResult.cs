namespace Digits;

/// <summary>The result of one pass over the training images.</summary>
/// <param name="Epoch">The number of the pass, from 1.</param>
/// <param name="TrainLoss">The mean loss of the shifted training images, each by the network as it was at its minibatch: higher than <paramref name="TestLoss"/>.</param>
/// <param name="TestLoss">The mean loss of the test images after the pass.</param>
/// <param name="Correct">The test images that were recognised.</param>
/// <param name="Tested">The test images.</param>
public sealed record EpochResult(int Epoch, double TrainLoss, double TestLoss, int Correct, int Tested)
{
    /// <summary>The share of the test images that were recognised, from 0 to 1.</summary>
    public double Accuracy => (double)Correct / Tested;
}
