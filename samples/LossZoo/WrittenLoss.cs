using LossZoo.Input;

namespace LossZoo;

/// <summary>A loss whose formula stands in a file of Written.</summary>
/// <param name="Name">The name that <c>--loss</c> knows it by.</param>
/// <param name="Formula">The value, as a formula.</param>
/// <param name="Row">Computes it on the input.</param>
public sealed record WrittenLoss(string Name, string Formula, Func<DigitInput, LossRow> Row) : ILossExhibit
{
    /// <inheritdoc/>
    public IEnumerable<LossRow> Rows(DigitInput input) => [Row(input)];
}
