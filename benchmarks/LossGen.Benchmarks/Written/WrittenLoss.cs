using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Written;

/// <summary>A loss whose formula its user wrote, and numbers that suit it.</summary>
/// <param name="declaration">The class with the formula.</param>
/// <param name="predictions">How many of the inputs, the first, are what a model predicts: those whose gradients training needs.</param>
/// <param name="inputs">How each is drawn.</param>
public abstract class WrittenLoss(Type declaration, int predictions, params IReadOnlyList<Draw> inputs)
{
    /// <summary>How many elements each input has: few enough for the second cache.</summary>
    public const int Elements = 64 * 1024;

    public Type Declaration => declaration;

    public int Predictions => predictions;

    /// <summary>The inputs, the same for every contender and in every run.</summary>
    public IReadOnlyList<AlignedBuffer<float>> DrawInputs()
    {
        var random = new RandomBlocks();
        return [.. inputs.Select(draw => draw(random, Elements))];
    }

    /// <summary>The value, as LossGen computes it.</summary>
    public abstract float Forward(IReadOnlyList<AlignedBuffer<float>> inputs);

    /// <summary>The same, and the gradients of the predictions, one behind the other.</summary>
    public abstract float ForwardBackward(IReadOnlyList<AlignedBuffer<float>> inputs, AlignedBuffer<float> gradients);

    /// <summary>The value, as a loop computes it that calls the user's own method for one element after the other.</summary>
    public abstract float Loop(IReadOnlyList<AlignedBuffer<float>> inputs);

    public override string ToString() => $"written {declaration.Name} {Elements / 1024}Ki float";
}

/// <summary>Draws as many numbers.</summary>
public delegate AlignedBuffer<float> Draw(RandomBlocks random, int count);
