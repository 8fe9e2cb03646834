using LossGen.Benchmarks.Contenders;

namespace LossGen.Benchmarks.Custom;

/// <summary>Another way to compute value and gradients of custom losses.</summary>
public interface ICustomContender
{
    /// <summary>Whether it can compute this loss at all.</summary>
    bool Supports(CustomLoss loss) => true;

    /// <summary>Announces the losses to come, for work that is done once for all of them.</summary>
    void Announce(IReadOnlyList<CustomLoss> losses)
    {
    }

    /// <summary>Does everything that is not timed.</summary>
    IComputation Prepare(CustomLoss loss, CustomInputs inputs);
}
