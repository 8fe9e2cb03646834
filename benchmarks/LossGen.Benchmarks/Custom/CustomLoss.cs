using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Custom;

/// <summary>A custom loss, and suitable inputs.</summary>
/// <param name="declaration">The class with the formula.</param>
/// <param name="predictions">How many of the first inputs a model predicts: those whose gradients training needs.</param>
/// <param name="inputs">How each input is drawn.</param>
public abstract class CustomLoss(Type declaration, int predictions, params IReadOnlyList<Draw> inputs)
{
    /// <summary>The number of elements of each input: few enough for the second-level cache.</summary>
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

    /// <summary>The same, and the gradients of the predictions, one after the other.</summary>
    public abstract float ForwardBackward(IReadOnlyList<AlignedBuffer<float>> inputs, AlignedBuffer<float> gradients);

    /// <summary>The value, as computed by a loop that calls the user's own method for each element.</summary>
    public abstract float Loop(IReadOnlyList<AlignedBuffer<float>> inputs);

    public override string ToString() => $"written {declaration.Name} {Elements / 1024}Ki float";
}

/// <summary>Draws the given number of values.</summary>
public delegate AlignedBuffer<float> Draw(RandomBlocks random, int count);
