using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders.Native;

/// <summary>A computation by a compiled function.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed unsafe class NativeComputation<T>(Inputs<T> inputs, nint function) : ComputationOfArrays<T>(inputs)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly delegate* unmanaged<T*, int*, T*, T*, T*, long, double> compute =
        (delegate* unmanaged<T*, int*, T*, T*, T*, long, double>)function;

    private readonly AlignedBuffer<T> weights = inputs.Workload.Weights.AreFixed ? inputs.ScaledWeights : inputs.Weights;

    public override void Run() => Value = compute(
        Inputs.Prediction.Pointer,
        Inputs.Labels.Pointer,
        Inputs.Target.Pointer,
        weights.Pointer,
        Gradient.Pointer,
        Inputs.Prediction.Length);
}
