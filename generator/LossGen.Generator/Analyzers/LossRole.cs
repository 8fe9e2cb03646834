namespace LossGen.Generator.Analyzers;

/// <summary>Which member of a loss is called.</summary>
internal enum LossMember
{
    Constructor,
    Forward,
    Backward,
    ForwardBackward,
    Sums,

    /// <summary>An overload that also writes predictions or the like.</summary>
    WithOutputs,
}

/// <summary>The role of an argument of a loss, in the order of the parameters.</summary>
internal enum LossRole
{
    Prediction,
    GroundTruth,
    Weights,

    /// <summary>The sums of a whole, of which the inputs are a part.</summary>
    Total,
    PredictionGradient,
    GroundTruthGradient,

    /// <summary>An input after the first, where they are not prediction and ground truth alone.</summary>
    FurtherInput,

    /// <summary>The gradient of such an input.</summary>
    FurtherGradient,
}
