namespace TorchDigits;

/// <summary>What the command line asks for.</summary>
/// <param name="Loss">The <see cref="LossKind.Option"/> of a loss, or <see cref="All"/>.</param>
/// <param name="Epochs">The number of passes over the training images.</param>
/// <param name="Seed">The seed for the split, the weights and the order of the images.</param>
public sealed record TrainingOptions(string Loss, int Epochs, int Seed)
{
    /// <summary>Every loss, side by side.</summary>
    public const string All = "all";

    /// <summary>The number of passes if none is given.</summary>
    public const int UsualEpochs = 30;

    /// <summary>The losses that are asked for.</summary>
    public IReadOnlyList<LossKind> Losses => [.. LossKind.All.Where(kind => Loss == All || Loss == kind.Option)];
}
