namespace LossGen.Generator.Declarations;

/// <summary>The names of the attributes' properties.</summary>
internal static class LossProperty
{
    public const string Weight = nameof(Weight);
    public const string Curvature = nameof(Curvature);
    public const string Each = nameof(Each);
    public const string Element = nameof(Element);
    public const string Parallelism = nameof(Parallelism);
    public const string Label = nameof(Label);
    public const string Outputs = nameof(Outputs);
    public const string Weighting = nameof(Weighting);
    public const string Weights = nameof(Weights);
    public const string Normalize = nameof(Normalize);
    public const string Dim = nameof(Dim);
    public const string Reduction = nameof(Reduction);
    public const string IgnoreLabel = nameof(IgnoreLabel);
    public const string Denominator = nameof(Denominator);
    public const string WhenEmpty = nameof(WhenEmpty);
    public const string Bottoms = nameof(Bottoms);
}
