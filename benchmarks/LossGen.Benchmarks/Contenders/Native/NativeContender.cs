using System.Numerics;
using LossGen.Benchmarks.Custom;
using LossGen.Benchmarks.Custom.AlongAxis;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders.Native;

/// <summary>C++, compiled for this processor and these shapes when the program runs.</summary>
public sealed class NativeContender(NativeCompiler compiler, NativeStyle style) : IContender, ICustomContender
{
    private readonly Dictionary<object, nint> functions = [];

    public string Name { get; } = compiler.Name + (style == NativeStyle.Loops ? " loops" : " by hand");

    /// <summary>Its compiler.</summary>
    public string CompilerName => compiler.Name;

    public string? Version => compiler.Version;

    public string? Absence { get; private set; } = compiler.Version is null ? $"there is no {compiler.Name}" : null;

    public double Tolerance => 2e-5;

    /// <summary>Elementwise losses leave nothing to optimise by hand.</summary>
    public bool Supports(Workload workload) => workload.Threads == 1 && (style == NativeStyle.Loops || !workload.Loss.IsElementwise());

    /// <summary>There are only loops of custom losses along an axis.</summary>
    public bool Supports(CustomLoss loss) => style == NativeStyle.Loops && loss is AxisLoss;

    public void Announce(IReadOnlyList<Workload> workloads) => Compile([.. workloads.Where(Supports)], workload => NativeSource.Call(workload, style));

    public void Announce(IReadOnlyList<CustomLoss> losses) => Compile([.. losses.Where(Supports)], NativeSource.Call);

    public IComputation Prepare<T>(Inputs<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new NativeComputation<T>(inputs, functions[inputs.Workload]);

    /// <inheritdoc/>
    public unsafe IComputation Prepare(CustomLoss loss, CustomInputs inputs)
    {
        var compute = (delegate* unmanaged<float*, int*, float*, float*, float*, long, double>)functions[loss];
        return new CustomComputation(
            gradients => (float)compute(Pointer(inputs, 0), inputs.Labels.Pointer, Pointer(inputs, 1), Pointer(inputs, 2), gradients.Pointer, loss.Shape.Elements),
            loss.Gradients);
    }

    public override string ToString() => Name;

    private static unsafe float* Pointer(CustomInputs inputs, int index) => index < inputs.Values.Count ? inputs[index].Pointer : null;

    private void Compile<T>(T[] supported, Func<T, (string Element, string Function)> call)
        where T : notnull
    {
        if (Absence is not null)
        {
            return;
        }

        try
        {
            nint[] compiled = compiler.Compile([.. supported.Select(call)]);
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
}
