using LossZoo.Input;

namespace LossZoo;

/// <summary>What the zoo shows of a loss: its value and gradients, under all its options, on an input that suits it.</summary>
public interface ILossExhibit
{
    /// <summary>The name that <c>--loss</c> knows it by.</summary>
    string Name { get; }

    /// <summary>The value, as a formula; w is <c>Weight</c>, N the number of samples, L that of locations.</summary>
    string Formula { get; }

    /// <summary>Computes every declaration of the file on the input, one row each.</summary>
    IEnumerable<LossRow> Rows(DigitInput input);
}
