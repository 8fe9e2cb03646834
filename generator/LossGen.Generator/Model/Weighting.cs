namespace LossGen.Generator.Model;

/// <summary>What has its own weight; the numbers are those of the runtime's <c>WeightingMode</c>.</summary>
internal enum WeightingKind
{
    /// <summary>Nothing: no <see cref="Weighting"/> says so, as there is none then.</summary>
    None,

    PerClass,
    PerDataPoint,
    PerPrediction,
    PerLocation,
}

/// <summary>Where weights come from.</summary>
internal enum WeightSource
{
    /// <summary>The declaration.</summary>
    Constants,

    /// <summary>The constructor, which scales them and keeps the result.</summary>
    Constructor,

    /// <summary>Each call, whose kernel scales them, or takes them as they are.</summary>
    Call,
}

/// <summary>How weights are scaled; the numbers are those of the runtime's <c>WeightNormalization</c>.</summary>
internal enum NormalizationKind
{
    Local,
    Global,
    None,
}

/// <summary>The weights of a declared loss.</summary>
/// <param name="Kind">What has its own weight.</param>
/// <param name="Normalization">How the weights are scaled.</param>
/// <param name="Constants">The weights as declared, not yet scaled; empty if they are given at run time.</param>
internal sealed record Weighting(WeightingKind Kind, NormalizationKind Normalization, EquatableArray<ExactDouble> Constants)
{
    /// <summary>The name of the weights where users pass them: as a parameter.</summary>
    public const string Parameter = "weights";

    /// <summary>The class's name for the weights that its constructor has normalised.</summary>
    public const string Field = "normalizedWeights";

    /// <summary>The table of constant weights in the class that holds the kernels.</summary>
    public const string Table = "Weights";

    public WeightSource Source =>
        Kind is WeightingKind.PerPrediction or WeightingKind.PerLocation ? WeightSource.Call
        : Constants.Count > 0 ? WeightSource.Constants
        : WeightSource.Constructor;

    /// <summary>How many weights the user gives, unless they are given with each call.</summary>
    public int Count(TensorShape shape) => Kind == WeightingKind.PerClass ? shape.Classes : shape.ElementsPerSample;

    /// <summary>The distance between neighbouring classes of a location among these weights.</summary>
    public int Inner(TensorShape shape) => Kind == WeightingKind.PerClass ? 1 : shape.FixedInner;
}
