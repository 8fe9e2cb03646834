using System.Diagnostics;
using System.Numerics;
using System.Numerics.Tensors;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders.Tensors;

/// <summary>Losses composed from the vectorised functions of System.Numerics.Tensors; without gathers or strides, not all of them.</summary>
public sealed class TensorsContender : IContender
{
    public string Name => "Tensors";

    public string Version => $"System.Numerics.Tensors {FileVersionInfo.GetVersionInfo(typeof(TensorPrimitives).Assembly.Location).ProductVersion?.Split('+')[0]}";

    public double Tolerance => 2e-5;

    public bool Supports(Workload workload) => workload is { Threads: 1, Weights.Mode: WeightingMode.None, Shape.Stride: 1, HasBothGradients: false, Loss: not LossFamily.MultinomialLogistic };

    public IComputation Prepare<T>(Inputs<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorShape shape = inputs.Workload.Shape;
        return inputs.Workload.Loss switch
        {
            LossFamily.Softmax => new SpanComputation<T, int>(new TensorsSoftmax<T>(shape), inputs, inputs.Labels),
            LossFamily.SoftlabelSoftmax => Targeted(new TensorsSoftLabels<T>(shape), inputs),
            LossFamily.Square => Targeted(new TensorsElementwiseLoss<T, SquareBlock<T>>(shape), inputs),
            LossFamily.Hinge => Targeted(new TensorsElementwiseLoss<T, HingeBlock<T>>(shape), inputs),
            LossFamily.BinaryCrossEntropy => Targeted(new TensorsElementwiseLoss<T, BinaryBlock<T>>(shape), inputs),
            LossFamily.GaussianKL => Targeted(new TensorsElementwiseLoss<T, GaussianBlock<T>>(shape), inputs),
            _ => throw new NotSupportedException($"{Name} has no {inputs.Workload.Loss} loss."),
        };
    }

    public override string ToString() => Name;

    private static IComputation Targeted<T>(ILoss<T, T> loss, Inputs<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new SpanComputation<T, T>(loss, inputs, inputs.Target);
}
