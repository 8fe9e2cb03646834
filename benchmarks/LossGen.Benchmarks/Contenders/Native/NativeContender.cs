using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders.Native;

/// <summary>Plain C++ loops, compiled for this processor and these shapes when the program runs.</summary>
public sealed class NativeContender : IContender
{
    private readonly Dictionary<Workload, nint> functions = [];

    public string Name => "g++ -Ofast";

    public string? Version => NativeCompiler.Version is string version ? $"{version}, with {NativeCompiler.Optimisations}" : null;

    public string? Absence { get; private set; } = NativeCompiler.Version is null ? "there is no g++" : null;

    public double Tolerance => 2e-5;

    public bool Supports(Workload workload) => workload.Threads == 1;

    public void Announce(IReadOnlyList<Workload> workloads)
    {
        if (Absence is not null)
        {
            return;
        }

        try
        {
            Workload[] supported = [.. workloads.Where(Supports)];
            nint[] compiled = NativeCompiler.Compile([.. supported.Select(NativeSource.Call)]);
            for (int i = 0; i < supported.Length; i++)
            {
                functions[supported[i]] = compiled[i];
            }
        }
        catch (NativeCompilerException exception)
        {
            Absence = exception.Message;
        }
    }

    public IComputation Prepare<T>(Inputs<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new NativeComputation<T>(inputs, functions[inputs.Workload]);

    public override string ToString() => Name;
}
