using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Custom;

/// <summary>A custom loss whose formula is a method of single elements.</summary>
public abstract class ElementwiseLoss(Type declaration, int predictions, params IReadOnlyList<Draw> inputs)
    : CustomLoss(declaration, new TensorShape(Elements), predictions, inputs)
{
    /// <summary>The number of elements of each input: few enough for the second-level cache.</summary>
    public const int Elements = 64 * 1024;

    /// <summary>The value, as LossGen computes it.</summary>
    public abstract float Forward(CustomInputs inputs);

    /// <summary>The value, as computed by a loop that calls the user's own method for each element.</summary>
    public abstract float Loop(CustomInputs inputs);

    public override string ToString() => $"written {Name} {Shape} float";
}
