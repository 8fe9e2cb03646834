using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Custom.AlongAxis;

/// <summary>A custom loss along an axis.</summary>
/// <param name="declaration">The class with the formula, declared for this shape.</param>
/// <param name="shape">The shape of each input.</param>
/// <param name="predictions">How many of the first inputs a model predicts: those whose gradients training needs.</param>
/// <param name="inputs">How each input is drawn.</param>
public sealed class AxisLoss(Type declaration, TensorShape shape, int predictions, params IReadOnlyList<Draw> inputs)
    : CustomLoss(declaration, shape, predictions, inputs)
{
    private readonly AxisFunction forwardBackward = AxisFunctions.Bind(declaration);

    public override float ForwardBackward(CustomInputs inputs, AlignedBuffer<float> gradients) => forwardBackward(inputs, gradients);

    public override string ToString() => $"axis {Name} {Shape} float";
}
