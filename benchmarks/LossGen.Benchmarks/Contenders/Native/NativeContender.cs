using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders.Native;

/// <summary>C++, compiled for this processor and these shapes when the program runs.</summary>
public sealed class NativeContender(string name, NativeStyle style) : IContender
{
    private readonly Dictionary<Workload, nint> functions = [];

    public string Name => name;

    public string? Version => NativeCompiler.Version is string version ? $"{version}, with {NativeCompiler.Optimisations}{NativeCompiler.MathLibrary}" : null;

    public string? Absence { get; private set; } = NativeCompiler.Version is null ? "there is no g++" : null;

    public double Tolerance => 2e-5;

    /// <summary>Elementwise losses leave nothing to optimise by hand.</summary>
    public bool Supports(Workload workload) => workload.Threads == 1 && (style == NativeStyle.Loops || !workload.Loss.IsElementwise());

    public void Announce(IReadOnlyList<Workload> workloads)
    {
        if (Absence is not null)
        {
            return;
        }

        try
        {
            Workload[] supported = [.. workloads.Where(Supports)];
            nint[] compiled = NativeCompiler.Compile([.. supported.Select(workload => NativeSource.Call(workload, style))]);
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

    public override string ToString() => name;
}
