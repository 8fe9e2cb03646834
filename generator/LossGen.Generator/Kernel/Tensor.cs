namespace LossGen.Generator.Kernel;

/// <summary>Which of a loss's tensors one is.</summary>
internal enum TensorRole
{
    Prediction,
    GroundTruth,
    Weights,
    PredictionGradient,
    GroundTruthGradient,

    /// <summary>None of them: what one loop of a kernel leaves for another.</summary>
    Intermediate,
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

    /// <summary>Every class of a tile's locations, the locations of a class side by side; in the kernel's own memory.</summary>
    Tile,

    /// <summary>Every location of a tile; in the kernel's own memory.</summary>
    TileLocations,
}

/// <summary>A flat run of elements in memory that a kernel reads or writes, by the name users see.</summary>
internal sealed record Tensor(string Name, ScalarType Element, TensorRole Role, TensorLayout Layout = TensorLayout.Elements)
{
    public IrType ElementType => new(Element);

    public bool IsOutput => Role is TensorRole.PredictionGradient or TensorRole.GroundTruthGradient;

    /// <summary>Whether it is a kernel's own memory rather than a parameter.</summary>
    public bool IsScratch => Layout is TensorLayout.Tile or TensorLayout.TileLocations;

    /// <summary>The input that this output may be, element for element: gradients may be computed in place.</summary>
    public TensorRole? MayReplace => Role switch
    {
        TensorRole.PredictionGradient => TensorRole.Prediction,
        TensorRole.GroundTruthGradient => TensorRole.GroundTruth,
        _ => null,
    };
}
