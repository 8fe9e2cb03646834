namespace DataParallel.Training;

/// <summary>What training depends on, but for the number of ranks: with the same settings, any number of them computes the same, up to the rounding of sums.</summary>
/// <param name="Epochs">The number of passes over the training images.</param>
/// <param name="Seed">The seed of the split, the weights, the order of the images, their shifts, and which have no label.</param>
/// <param name="BatchSize">The images of a minibatch, of all ranks together.</param>
/// <param name="UnlabelledPercent">The share of the training images that have no label, in percent.</param>
public readonly record struct TrainingSettings(int Epochs, int Seed, int BatchSize, int UnlabelledPercent);
