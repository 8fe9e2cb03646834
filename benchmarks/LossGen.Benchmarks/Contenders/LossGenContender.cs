using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders;

/// <summary>The kernels that LossGen generates. A shape is part of a declaration, so each workload has its own.</summary>
public sealed class LossGenContender(string name, Func<Workload, Func<float[], object>?> declaration) : IContender
{
    public string Name => name;

    /// <summary>As accurate as the README promises.</summary>
    public double Tolerance => 2e-6;

    public bool Supports(Workload workload) => declaration(workload) is not null;

    public IComputation Prepare<T>(Inputs<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        declaration(inputs.Workload)?.Invoke(inputs.Weights.Convert<float>().Span.ToArray()) switch
        {
            ILoss loss when inputs.Workload.HasBothGradients => new ComputationOfBothGradients<T>(loss, inputs),
            ILoss<T, int> loss => new SpanComputation<T, int>(loss, inputs, inputs.Labels),
            ILoss<T, T> loss => new SpanComputation<T, T>(loss, inputs, inputs.Target),
            IWeightedLoss<T, int> loss => new WeightedSpanComputation<T>(loss, inputs),
            object other => throw new NotSupportedException($"{other.GetType().Name} is no loss over {typeof(T).Name}."),
            null => throw new NotSupportedException($"{inputs.Workload} has no declaration for {name}."),
        };

    public override string ToString() => name;
}
