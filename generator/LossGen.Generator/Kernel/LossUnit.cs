using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>What a kernel computes: the value, the gradients, or several in one pass.</summary>
internal sealed record KernelOutputs(bool Value, bool PredictionGradient, bool GroundTruthGradient)
{
    public bool AnyGradient => PredictionGradient || GroundTruthGradient;
}

/// <summary>A compiled loss: everything its file holds, decided.</summary>
/// <param name="Type">The class to fill.</param>
/// <param name="Title">What the loss is called.</param>
/// <param name="Value">The value as mathematics.</param>
/// <param name="Shape">The prediction's shape.</param>
/// <param name="Weight">The factor w.</param>
/// <param name="Prediction">The first input, by its public name.</param>
/// <param name="GroundTruth">The second input, by its public name.</param>
/// <param name="Weights">The weights by which locations count; null for none.</param>
/// <param name="PredictionGradient">The first gradient, by its public name.</param>
/// <param name="GroundTruthGradient">The second gradient, by its public name; null where there is none.</param>
/// <param name="SamplesName">A name for the number of samples that no parameter has.</param>
/// <param name="Positions">What kernels run over: elements, locations, or whole samples.</param>
/// <param name="BlockSize">How many positions one call of a kernel takes; sums of blocks are added in their order.</param>
/// <param name="EntryPoints">The members.</param>
internal sealed record LossUnit(
    LossType Type,
    string Title,
    string Value,
    TensorShape Shape,
    ExactDouble Weight,
    Tensor Prediction,
    Tensor GroundTruth,
    LocationWeights? Weights,
    Tensor PredictionGradient,
    Tensor? GroundTruthGradient,
    string SamplesName,
    LoopRole Positions,
    int BlockSize,
    EquatableArray<EntryPoint> EntryPoints)
{
    /// <summary>What the sum is divided by: the number of locations along a class axis, else of samples.</summary>
    public string Divisor => IsAlongClassAxis ? "L" : "N";

    /// <summary>What the divisor counts, in words.</summary>
    public string Divided => IsAlongClassAxis ? "locations" : "samples";

    public int DividedPerSample => IsAlongClassAxis ? Shape.LocationsPerSample : 1;

    public int PositionsPerSample => Positions switch
    {
        LoopRole.Elements => Shape.ElementsPerSample,
        LoopRole.Locations => Shape.LocationsPerSample,
        _ => 1,
    };

    /// <summary>Whether the ground truth holds class labels, one a location.</summary>
    public bool HasLabels => GroundTruth.Layout == TensorLayout.Locations;

    private bool IsAlongClassAxis => Shape.ClassAxis is not null;

    /// <summary>The elements that a tensor has for each sample.</summary>
    public int PerSample(Tensor tensor) => tensor.Layout switch
    {
        TensorLayout.Elements => Shape.ElementsPerSample,
        TensorLayout.Locations => Shape.LocationsPerSample,
        _ => throw new InvalidOperationException($"{tensor.Name} is the same for all samples."),
    };
}

/// <summary>The weights by which the locations of a loss count.</summary>
/// <param name="Declared">Which weights, and how they are scaled.</param>
/// <param name="Tensor">What kernels are given, by the name that users see.</param>
/// <param name="Description">The same in words.</param>
/// <param name="Constants">The weights as kernels take them, where the declaration gives them.</param>
internal sealed record LocationWeights(Weighting Declared, Tensor Tensor, string Description, EquatableArray<ExactDouble> Constants)
{
    public WeightSource Source => Declared.Source;
}

/// <summary>One public member and the kernels it runs.</summary>
/// <param name="Name"><c>Forward</c>, <c>Backward</c> or <c>ForwardBackward</c>.</param>
/// <param name="ReturnsValue">Whether it returns the value.</param>
/// <param name="WritesGradient">Whether it writes the gradients.</param>
/// <param name="Kernel">The kernel without the second gradient.</param>
/// <param name="BothGradientsKernel">The kernel with both gradients; null where there is but one, or none.</param>
internal sealed record EntryPoint(string Name, bool ReturnsValue, bool WritesGradient, LossKernel Kernel, LossKernel? BothGradientsKernel);
