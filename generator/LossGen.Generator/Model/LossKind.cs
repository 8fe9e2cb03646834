namespace LossGen.Generator.Model;

/// <summary>Which loss a declaration requests; one member for each loss attribute. What follows from it, its definition says.</summary>
internal enum LossKind
{
    BinaryCrossEntropy,
    BinaryCrossEntropyWithLogits,
    CosineEmbedding,
    Dice,
    Focal,
    GaussianKL,
    GaussianNLL,
    Hinge,
    HingeEmbedding,
    Huber,
    KLDiv,
    L1,
    MarginRanking,
    MultiLabelMargin,
    MultiLabelSoftMargin,
    MultiMargin,
    MultinomialLogistic,
    PoissonNLL,
    SmoothL1,
    SoftlabelSoftmax,
    SoftMargin,
    Softmax,
    Square,
    TripletMargin,
    Tversky,

    /// <summary>One whose formula, over single elements, the declaration supplies.</summary>
    Custom,

    /// <summary>One whose formula, over the classes of a location, the declaration supplies.</summary>
    CustomOverClasses,

    /// <summary>One whose formula, over the elements of a location along an axis, the declaration supplies.</summary>
    CustomAlongAxis,
}
