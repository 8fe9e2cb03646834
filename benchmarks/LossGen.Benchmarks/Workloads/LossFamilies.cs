namespace LossGen.Benchmarks.Workloads;

/// <summary>The inputs of the losses.</summary>
public static class LossFamilies
{
    /// <summary>Whether the ground truth is one class label per location; otherwise it is a tensor of the prediction's shape.</summary>
    public static bool TakesLabels(this LossFamily loss) => loss is LossFamily.Softmax or LossFamily.MultinomialLogistic;

    /// <summary>Whether the prediction holds probabilities rather than arbitrary numbers.</summary>
    public static bool TakesProbabilities(this LossFamily loss) => loss is LossFamily.MultinomialLogistic or LossFamily.BinaryCrossEntropy;

    /// <summary>Whether the loss is elementwise.</summary>
    public static bool IsElementwise(this LossFamily loss) =>
        loss is not (LossFamily.Softmax or LossFamily.SoftlabelSoftmax or LossFamily.MultinomialLogistic);

    /// <summary>Its name in the reports.</summary>
    public static string Name(this LossFamily loss) => loss switch
    {
        LossFamily.Softmax => "softmax",
        LossFamily.SoftlabelSoftmax => "soft labels",
        LossFamily.MultinomialLogistic => "multinomial",
        LossFamily.Square => "square",
        LossFamily.Hinge => "hinge",
        LossFamily.BinaryCrossEntropy => "binary",
        LossFamily.GaussianKL => "gaussian",
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, null),
    };
}
