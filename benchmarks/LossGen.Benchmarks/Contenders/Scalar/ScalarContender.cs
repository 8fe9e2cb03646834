using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders.Scalar;

/// <summary>Loops as written by hand: one element at a time, clear and without wasted work.</summary>
public sealed class ScalarContender : IContender
{
    public string Name => "Scalar C#";

    public double Tolerance => 2e-5;

    public bool Supports(Workload workload) => workload.Threads == 1;

    public IComputation Prepare<T>(Inputs<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => inputs.Workload.Loss switch
        {
            LossFamily.Softmax => Labelled(new ScalarLabelledLoss<T, SoftmaxLocation<T>>(inputs), inputs),
            LossFamily.MultinomialLogistic => Labelled(new ScalarLabelledLoss<T, MultinomialLocation<T>>(inputs), inputs),
            LossFamily.SoftlabelSoftmax => Targeted(new ScalarSoftLabels<T>(inputs.Workload.Shape), inputs),
            LossFamily.Square => Targeted(new ScalarElementwiseLoss<T, SquareElement<T>>(inputs.Workload.Shape), inputs),
            LossFamily.Hinge => Targeted(new ScalarElementwiseLoss<T, HingeElement<T>>(inputs.Workload.Shape), inputs),
            LossFamily.BinaryCrossEntropy => Targeted(new ScalarElementwiseLoss<T, BinaryElement<T>>(inputs.Workload.Shape), inputs),
            LossFamily.GaussianKL when inputs.Workload.HasBothGradients => new ScalarGaussianOfBoth<T>(inputs),
            LossFamily.GaussianKL => Targeted(new ScalarElementwiseLoss<T, GaussianElement<T>>(inputs.Workload.Shape), inputs),
            _ => throw new NotSupportedException($"{Name} has no {inputs.Workload.Loss} loss."),
        };

    public override string ToString() => Name;

    private static IComputation Labelled<T>(ILoss<T, int> loss, Inputs<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new SpanComputation<T, int>(loss, inputs, inputs.Labels);

    private static IComputation Targeted<T>(ILoss<T, T> loss, Inputs<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new SpanComputation<T, T>(loss, inputs, inputs.Target);
}
