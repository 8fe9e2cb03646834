namespace LossGen;

/// <summary>
/// What the value of a loss is where nothing is kept, so that <see cref="LossDenominator.Kept"/> or <see cref="LossDenominator.WeightSum"/> is 0; of the latter also where the weights
/// cancel. The gradients of ignored locations are 0, and so are those of locations whose weight is 0, unless their slopes are not finite.
/// </summary>
public enum LossWhenEmpty
{
    /// <summary>0.</summary>
    Zero,

    /// <summary>Not a number, as 0/0 is, and as PyTorch returns.</summary>
    NaN,

    /// <summary>None: the call throws an <see cref="InvalidOperationException"/>, before anything is written.</summary>
    Throw,
}
