using LossZoo.Input;
using LossZoo.Written.OverClasses;

namespace LossZoo.Losses;

/// <summary>
/// The losses over classes whose formulas stand in Written/OverClasses. Which digit is it, from the distances to the mean images: N × 10 logits.
/// </summary>
public sealed class OverClasses : ILossExhibit
{
    /// <inheritdoc/>
    public string Name => "OverClasses";

    /// <inheritdoc/>
    public string Formula => "w/L · Σ f(x, g), of p = σ(x)_g: (1 − p)^γ · −log p, −log p + ε·(1 − p), (1 − p^q)/q; (1 − ε) · −log p − ε/C · Σ log σ(x)_c";

    /// <inheritdoc/>
    public IEnumerable<LossRow> Rows(DigitInput input)
    {
        float[] logits = input.Logits.To<float>();
        int[] labels = input.Labels.To<int>();
        yield return LossRow.Of(new FocalSoftmaxLoss(), logits, labels);
        yield return LossRow.Of(new Poly1SoftmaxLoss(), logits, labels);
        yield return LossRow.Of(new GeneralisedCrossEntropyLoss(), logits, labels);
        yield return LossRow.Of(new LabelSmoothingLoss(), logits, labels);
    }
}
