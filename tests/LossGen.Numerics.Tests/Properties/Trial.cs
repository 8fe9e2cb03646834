using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Properties;

/// <summary>A declaration, the number of samples it is run on, and the seed of their data.</summary>
internal sealed record Trial(Declaration Declaration, int Samples, int Seed)
{
    private static readonly double[] Deviations = [1.0, 3.0, 10.0, 30.0];

    public string Attribute => Declaration.Attribute(Declaration.HasConstantWeights ? Weights() : null);

    /// <summary>The element type of the weights that the class's constructor takes; null if it takes none.</summary>
    public string? ConstructorType => !Declaration.HasConstructor ? null : Declaration.Element == ElementType.Double ? "double" : "float";

    public override string ToString() => FormattableString.Invariant($"{Attribute} with {Samples} samples, data seed {Seed}");

    public LossInputs Inputs()
    {
        ReferenceShape shape = Declaration.FullShape(Samples);
        Data data = new(Seed);
        LossKind loss = Declaration.Loss;
        if (shape.ClassAxis is null)
        {
            return new LossInputs(data.Prediction(loss, shape.Count), data.Target(loss, shape.Count), Weights());
        }

        double[] prediction = loss == LossKind.MultinomialLogistic
            ? shape.FromRows(data.Distributions(shape.Locations, shape.Classes))
            : data.Normal(shape.Count, Deviations[Seed % Deviations.Length]);
        double[] groundTruth = Declaration.HasLabels
            ? [.. data.Labels(shape.Locations, shape.Classes).Select(static label => (double)label)]
            : shape.FromRows(data.Distributions(shape.Locations, shape.Classes, someZero: true));
        return new LossInputs(prediction, groundTruth, Weights());
    }

    // Drawn separately from the other data: constants must not depend on the number of samples.
    private double[]? Weights()
    {
        if (Declaration.Weighting == WeightingMode.None)
        {
            return null;
        }

        ReferenceShape shape = Declaration.FullShape(Declaration.IsWeightedByCall ? Samples : 1);
        Data data = new(Seed + 1);
        if (Declaration.Weighting == WeightingMode.PerLocation)
        {
            int count = shape.ClassAxis is null ? shape.Count : shape.Locations;
            return count == 0 ? [] : data.Weights(1, count);
        }

        return Declaration.Weighting == WeightingMode.PerClass
            ? data.Weights(1, shape.Classes)
            : shape.FromRows(data.Weights(shape.Locations, shape.Classes));
    }
}
