namespace LossGen.Generator.Model;

/// <summary>Which loss a declaration asks for; one member for each loss attribute. What follows from it is said by its definition.</summary>
internal enum LossKind
{
    BinaryCrossEntropy,
    GaussianKL,
    Hinge,
    MultinomialLogistic,
    SoftlabelSoftmax,
    Softmax,
    Square,

    /// <summary>One whose formula the declaration brings, of single elements.</summary>
    Written,

    /// <summary>One whose formula the declaration brings, of the classes of a location.</summary>
    WrittenOverClasses,
}
