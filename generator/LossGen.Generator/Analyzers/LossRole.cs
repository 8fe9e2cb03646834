namespace LossGen.Generator.Analyzers;

/// <summary>Which member of a loss is called.</summary>
internal enum LossMember
{
    Constructor,
    Forward,
    Backward,
    ForwardBackward,
}

/// <summary>The role of an argument of a loss, in the order of the parameters.</summary>
internal enum LossRole
{
    Prediction,
    GroundTruth,
    Weights,
    PredictionGradient,
    GroundTruthGradient,

    /// <summary>An input after the first, where they are not prediction and ground truth alone.</summary>
    FurtherInput,

    /// <summary>The gradient of such an input.</summary>
    FurtherGradient,
}
