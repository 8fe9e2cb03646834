using LossZoo.Losses;

namespace LossZoo;

/// <summary>
/// The losses of the zoo, in the order of the table. To add a declaration of a built-in loss, add a file in Losses and a line here; to add a custom loss, add a
/// file in Custom and a line in <see cref="CustomLosses"/> or <see cref="LossesAlongAxis"/>.
/// </summary>
public static class LossCatalog
{
    /// <summary>Every loss.</summary>
    public static IReadOnlyList<ILossExhibit> All { get; } =
    [
        new Softmax(),
        new WeightedSoftmax(),
        new SoftlabelSoftmax(),
        new MultinomialLogistic(),
        new WeightedMultinomialLogistic(),
        new Square(),
        new Hinge(),
        new BinaryCrossEntropy(),
        new GaussianKL(),
        new Torch(),
        .. CustomLosses.All,
        .. LossesAlongAxis.All,
    ];

    /// <summary>The loss of that name, ignoring case; null if there is none.</summary>
    public static ILossExhibit? Find(string name) =>
        All.FirstOrDefault(loss => loss.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
