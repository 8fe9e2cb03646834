using LossZoo.Losses;

namespace LossZoo;

/// <summary>
/// The losses of the zoo, in the order of the table. One more of an attribute's is a file in Losses and a line here; one more with a formula of its own is a
/// file in Written and a line in <see cref="WrittenLosses"/>.
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
        .. WrittenLosses.All,
    ];

    /// <summary>The loss of that name, in any case; null where there is none.</summary>
    public static ILossExhibit? Find(string name) =>
        All.FirstOrDefault(loss => loss.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
