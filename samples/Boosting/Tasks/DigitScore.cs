namespace Boosting.Tasks;

/// <summary>How well ten boosters recognise the test images.</summary>
/// <param name="Correct">The images that were recognised.</param>
/// <param name="Tested">The test images.</param>
/// <param name="LogLoss">The mean binary cross-entropy of the ten logits of each image.</param>
public sealed record DigitScore(int Correct, int Tested, double LogLoss)
{
    /// <summary>The share of the images that were recognised, from 0 to 1.</summary>
    public double Accuracy => (double)Correct / Tested;
}
