using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders;

/// <summary>A contender whose losses work on spans.</summary>
public abstract class SpanContender : IContender
{
    public abstract string Name { get; }

    public IComputation Prepare<T>(Inputs<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => inputs.Workload.Loss switch
        {
            LossFamily.Softmax => new SpanComputation<T, int>(Softmax<T>(inputs.Workload.SampleSize), inputs, inputs.Labels),
            LossFamily.Square => new SpanComputation<T, T>(Square<T>(), inputs, inputs.Target),
            _ => throw new NotSupportedException($"{Name} has no {inputs.Workload.Loss} loss."),
        };

    public sealed override string ToString() => Name;

    protected abstract ILoss<T, int> Softmax<T>(int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    protected abstract ILoss<T, T> Square<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
