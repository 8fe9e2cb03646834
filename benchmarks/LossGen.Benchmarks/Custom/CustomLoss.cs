using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Custom;

/// <summary>A custom loss, and suitable inputs.</summary>
/// <param name="declaration">The class with the formula.</param>
/// <param name="shape">The shape of each input.</param>
/// <param name="predictions">How many of the first inputs a model predicts: those whose gradients training needs.</param>
/// <param name="inputs">How each input is drawn.</param>
public abstract class CustomLoss(Type declaration, TensorShape shape, int predictions, params IReadOnlyList<Draw> inputs)
{
    public string Name => declaration.Name;

    public TensorShape Shape => shape;

    public int Predictions => predictions;

    /// <summary>The number of elements of all gradients.</summary>
    public int Gradients => predictions * shape.Elements;

    /// <summary>About how steep the loss of one location can be: as much larger are the terms that cancel in its gradient.</summary>
    public double Steepness { get; init; } = 1;

    /// <summary>The inputs, the same for every contender and in every run.</summary>
    public virtual CustomInputs DrawInputs()
    {
        var random = new RandomBlocks();
        return new CustomInputs(
            [.. inputs.Select(draw => draw(random, shape.Elements))],
            random.WholeNumbers<int>(shape.ClassAxis is null ? 0 : shape.Locations, shape.Classes));
    }

    /// <summary>The value, as LossGen computes it, and the gradients of the predictions, one after the other.</summary>
    public abstract float ForwardBackward(CustomInputs inputs, AlignedBuffer<float> gradients);

    public abstract override string ToString();
}

/// <summary>Draws the given number of values.</summary>
public delegate AlignedBuffer<float> Draw(RandomBlocks random, int count);
