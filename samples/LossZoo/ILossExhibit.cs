using LossZoo.Input;

namespace LossZoo;

/// <summary>What the zoo shows of a loss: its value and gradients, with all its options, on a suitable input.</summary>
public interface ILossExhibit
{
    /// <summary>Its name for <c>--loss</c>.</summary>
    string Name { get; }

    /// <summary>The value, as a formula; w is <c>Weight</c>, N the number of samples, L that of locations.</summary>
    string Formula { get; }

    /// <summary>Computes every declaration of the file on the input, one row per declaration.</summary>
    IEnumerable<LossRow> Rows(DigitInput input);
}
