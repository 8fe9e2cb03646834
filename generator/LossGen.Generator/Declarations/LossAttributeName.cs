using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>One loss attribute of the runtime library: how it is found, and what it means where it says nothing.</summary>
/// <param name="MetadataName">The attribute's full metadata name.</param>
/// <param name="Loss">The loss it declares.</param>
/// <param name="Template">What the loss is made from; null for one whose definition has no options, or whose class brings the formula.</param>
/// <param name="DefaultBottoms">The inputs' names where the declaration gives none; empty where a formula gives them.</param>
internal sealed record LossAttributeName(string MetadataName, LossKind Loss, LossTemplate? Template, EquatableArray<string> DefaultBottoms)
{
    private const string RuntimeNamespace = "LossGen";
    private const string Suffix = "Attribute";

    public static IReadOnlyList<LossAttributeName> All { get; } =
    [
        Of("AxisLoss", LossKind.CustomAlongAxis),
        Of("BinaryCrossEntropyLoss", LossKind.BinaryCrossEntropy, "prediction", "target"),
        Of("BinaryCrossEntropyWithLogitsLoss", LossKind.BinaryCrossEntropyWithLogits),
        Of("ClassAxisLoss", LossKind.CustomOverClasses),
        Of("CosineEmbeddingLoss", LossKind.CosineEmbedding),
        Of("DiceLoss", LossKind.Dice),
        Of("ElementwiseLoss", LossKind.Custom),
        Of("FocalLoss", LossKind.Focal),
        Of("GaussianKLLoss", LossKind.GaussianKL, "mean", "deviation"),
        Of("GaussianNLLLoss", LossKind.GaussianNLL),
        Of("HingeEmbeddingLoss", LossKind.HingeEmbedding),
        Of("HingeLoss", LossKind.Hinge, "prediction", "label"),
        Of("HuberLoss", LossKind.Huber),
        Of("KLDivLoss", LossKind.KLDiv),
        Of("L1Loss", LossKind.L1),
        Of("MarginRankingLoss", LossKind.MarginRanking),
        Of("MultiLabelMarginLoss", LossKind.MultiLabelMargin),
        Of("MultiLabelSoftMarginLoss", LossKind.MultiLabelSoftMargin),
        Of("MultiMarginLoss", LossKind.MultiMargin),
        Of("MultinomialLogisticLoss", LossKind.MultinomialLogistic, "probabilities", "labels"),
        Of("PoissonNLLLoss", LossKind.PoissonNLL),
        Of("SmoothL1Loss", LossKind.SmoothL1),
        Of("SoftMarginLoss", LossKind.SoftMargin),
        Of("SoftlabelSoftmaxLoss", LossKind.SoftlabelSoftmax, "logits", "target"),
        Of("SoftmaxLoss", LossKind.Softmax, "logits", "labels"),
        Of("SquareLoss", LossKind.Square, "prediction", "target"),
        Of("TripletMarginLoss", LossKind.TripletMargin),
        Of("TverskyLoss", LossKind.Tversky),
    ];

    private static readonly HashSet<string> Written = [.. All.SelectMany(static name => new[] { name.TypeName, name.ShortName })];

    private static readonly HashSet<string> WithFormula = [.. All.Where(static name => name.HasFormula).SelectMany(static name => new[] { name.TypeName, name.ShortName })];

    /// <summary>What a declaration may choose besides what every loss has.</summary>
    public EquatableArray<LossOption> Options => Template?.Options ?? (HasFormula ? default : BuiltInLoss.Of(Loss).Options);

    /// <summary>Whether the class brings the formula.</summary>
    public bool HasFormula => Loss is LossKind.Custom or LossKind.CustomOverClasses or LossKind.CustomAlongAxis;

    /// <summary>Whether one dimension of the shape holds classes, whatever a declaration says.</summary>
    public bool HasClassAxis => HasFormula ? Loss != LossKind.Custom : Template?.IsAlongAxis ?? BuiltInLoss.Of(Loss).IsAlongClassAxis;

    /// <summary>The name as a user writes it between the brackets.</summary>
    public string ShortName => TypeName.Substring(0, TypeName.Length - Suffix.Length);

    private string TypeName => MetadataName.Substring(RuntimeNamespace.Length + 1);

    /// <summary>Whether a name, without a namespace, is that of a loss attribute as it may be written between brackets.</summary>
    public static bool IsWritten(string name) => Written.Contains(name);

    /// <summary>Whether such a name is that of an attribute whose class brings a formula.</summary>
    public static bool BringsFormula(string name) => WithFormula.Contains(name);

    /// <summary>Finds the row of an attribute class; null where it is not a loss attribute.</summary>
    public static LossAttributeName? Of(INamedTypeSymbol? attribute)
    {
        return attribute is not null && IsOfRuntime(attribute) ? All.FirstOrDefault(name => name.TypeName == attribute.Name) : null;
    }

    /// <summary>Whether an attribute class is that of the runtime library with this name.</summary>
    public static bool IsOfRuntime(INamedTypeSymbol? attribute, string name) => attribute?.Name == name && IsOfRuntime(attribute);

    private static bool IsOfRuntime(INamedTypeSymbol attribute) =>
        attribute is { ContainingType: null, Arity: 0, ContainingNamespace: { Name: RuntimeNamespace, ContainingNamespace.IsGlobalNamespace: true } };

    private static LossAttributeName Of(string shortName, LossKind loss, params string[] defaultBottoms)
    {
        var template = LossTemplate.Find(loss);
        return new(RuntimeNamespace + "." + shortName + Suffix, loss, template, template?.Inputs.Select(static input => input.Name).ToEquatableArray() ?? defaultBottoms.ToEquatableArray());
    }
}
