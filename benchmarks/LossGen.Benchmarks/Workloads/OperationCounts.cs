namespace LossGen.Benchmarks.Workloads;

/// <summary>
/// How much arithmetic a workload has according to its formula: 1 per operation that is one instruction, and for an exponential or a logarithm
/// the operations of its polynomial. A scale for the roofline, the same for every contender.
/// </summary>
public static class OperationCounts
{
    private const int Exponential = 12;
    private const int Logarithm = 14;

    public static long Operations(this Workload workload)
    {
        (int value, int gradient, int both, int location) = workload.Loss switch
        {
            // The maximum, the difference, the exponential and the sum; the gradient scales.
            LossFamily.Softmax => (3 + Exponential, 4 + Exponential, 4 + Exponential, 3 + Logarithm),
            LossFamily.SoftlabelSoftmax => (6 + Exponential, 6 + Exponential, 8 + Exponential, 2 + Logarithm),
            LossFamily.MultinomialLogistic => (0, 0, 0, 2 + Logarithm),
            LossFamily.Square => (3, 2, 4, 0),
            LossFamily.Hinge => (4, 3, 6, 0),
            LossFamily.BinaryCrossEntropy => (5 + (2 * Logarithm), 5, 9 + (2 * Logarithm), 0),
            LossFamily.GaussianKL when workload.HasBothGradients => (6 + Logarithm, 4, 10 + Logarithm, 0),
            LossFamily.GaussianKL => (6 + Logarithm, 1, 7 + Logarithm, 0),
            _ => throw new NotSupportedException($"{workload.Loss} is not counted."),
        };
        int element = workload.Pass switch
        {
            Pass.Forward => value,
            Pass.Backward => gradient,
            _ => both,
        };
        return ((long)element * workload.Shape.Elements) + ((long)location * workload.Shape.Locations);
    }
}
