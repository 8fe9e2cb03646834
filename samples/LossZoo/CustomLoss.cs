using LossZoo.Input;

namespace LossZoo;

/// <summary>A custom loss, whose formula is in a file of Custom.</summary>
/// <param name="Name">Its name for <c>--loss</c>.</param>
/// <param name="Formula">The value, as a formula.</param>
/// <param name="Row">Computes it on the input.</param>
public sealed record CustomLoss(string Name, string Formula, Func<DigitInput, LossRow> Row) : ILossExhibit
{
    /// <inheritdoc/>
    public IEnumerable<LossRow> Rows(DigitInput input) => [Row(input)];
}
