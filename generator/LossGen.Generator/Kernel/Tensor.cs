namespace LossGen.Generator.Kernel;

/// <summary>Which of a loss's tensors one is.</summary>
internal enum TensorRole
{
    Prediction,
    GroundTruth,
    Weights,
    PredictionGradient,
    GroundTruthGradient,
}

/// <summary>What has an element of its own in a tensor.</summary>
internal enum TensorLayout
{
    /// <summary>Every element of the prediction.</summary>
    Elements,

    /// <summary>Every location.</summary>
    Locations,

    /// <summary>Every element of one data point, the same for all samples.</summary>
    DataPoint,

    /// <summary>Every class, the same for all locations.</summary>
    Classes,
}

/// <summary>A flat run of elements in memory that a kernel reads or writes, by the name users see.</summary>
internal sealed record Tensor(string Name, ScalarType Element, TensorRole Role, TensorLayout Layout = TensorLayout.Elements)
{
    public IrType ElementType => new(Element);

    public bool IsOutput => Role is TensorRole.PredictionGradient or TensorRole.GroundTruthGradient;

    /// <summary>The input that this output may be, element for element: gradients may be computed in place.</summary>
    public TensorRole? MayReplace => Role switch
    {
        TensorRole.PredictionGradient => TensorRole.Prediction,
        TensorRole.GroundTruthGradient => TensorRole.GroundTruth,
        _ => null,
    };
}
