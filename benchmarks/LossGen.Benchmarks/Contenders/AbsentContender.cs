using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders;

/// <summary>A contender that is unavailable: its cells say so, and the others are compared.</summary>
public sealed class AbsentContender(string name, string absence) : IContender
{
    public string Name => name;

    public string? Absence => absence;

    public double Tolerance => 0;

    public bool Supports(Workload workload) => false;

    public IComputation Prepare<T>(Inputs<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => throw new NotSupportedException($"{name}: {absence}.");

    public override string ToString() => name;
}
