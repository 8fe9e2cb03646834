using System.Diagnostics;
using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;
using LossGen.Generator.Losses;
using LossGen.Generator.Lowering;
using LossGen.Generator.Lowering.Building;
using LossGen.Generator.Lowering.Drivers;
using LossGen.Generator.Model;

namespace LossGen.Inspection.Tracing;

/// <summary>
/// One kernel of a loss on its way through the passes. Everything that the tools know about the order of the compiler's steps is here.
/// </summary>
internal sealed class CompilerTrace
{
    // The first run of a pass is dominated by the runtime compiling it; after several runs, only the pass is left.
    private const int Runs = 8;

    private const string DriverPhase = "Driver";

    private readonly LossSpec _spec;
    private readonly KernelChoice _choice;
    private readonly Func<Op, IrType, bool> _isPrintable;
    private readonly LossUnit? _unit;

    private CompilerTrace(LossSpec spec, KernelChoice choice, Func<Op, IrType, bool> isPrintable)
    {
        _spec = spec;
        _choice = choice;
        _isPrintable = isPrintable;
        try
        {
            _unit = new LossCompiler(isPrintable).Compile(spec);
        }
        catch (Exception exception)
        {
            // The run below finds out in which pass it was.
            Failure = exception.Message;
        }

        Compiled = _unit is null ? null : Find(_unit, choice);
        Built = KernelBuilder.Build(_spec, Outputs(), Compiled?.Name ?? Member(choice));
        Steps = Run();
    }

    /// <summary>The passes by phase, in their order.</summary>
    public static IReadOnlyList<Phase> Phases { get; } = new Pipeline(Dialect.IsPrintable).Phases;

    /// <summary>The kernel before the first pass.</summary>
    public LossKernel Built { get; }

    /// <summary>What each pass did.</summary>
    public IReadOnlyList<TraceStep> Steps { get; }

    /// <summary>Where the compiler failed and why, the steps being those up to there; null if it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>The kernel as compiled, without a trace; null if the compiler failed.</summary>
    public LossKernel? Compiled { get; }

    /// <summary>The kernel's method in the generated file.</summary>
    public string MethodName => KernelPrinter.MethodName(Compiled!);

    /// <summary>The type of the runtime library that says what the member wants of it; null where it leaves nothing to choose.</summary>
    public string? WantedOutputs => DriverOf(_unit!, _choice) is { IsShared: true } driver ? MemberCalls.OutputsType(driver.Wanted) : null;

    /// <summary>Takes a kernel through the passes.</summary>
    /// <exception cref="UnknownKernelException">The loss has no such kernel.</exception>
    public static CompilerTrace Of(LossSpec spec, KernelChoice choice) => Of(spec, choice, Dialect.IsPrintable);

    /// <summary>The same for a target that prints other ops.</summary>
    public static CompilerTrace Of(LossSpec spec, KernelChoice choice, Func<Op, IrType, bool> isPrintable) => new(spec, choice, isPrintable);

    /// <summary>The driver of the member that a choice names, or that has the name itself, or of the last member; null if there is none of that name.</summary>
    public static Driver? DriverOf(LossUnit unit, KernelChoice choice) => choice.Member is null
        ? unit.EntryPoints[unit.EntryPoints.Count - 1].Driver
        : unit.EntryPoints.FirstOrDefault(member => member.Name == choice.Member)?.Driver
            ?? unit.EntryPoints.LastOrDefault(member => member.Driver.Name == choice.Member)?.Driver
            ?? unit.Drivers.FirstOrDefault(driver => driver.Name == choice.Member);

    /// <summary>The kernels of a loss: of each driver the one for 256 bits, then those for 512 bits and for a few locations where they exist.</summary>
    public static IReadOnlyList<KernelChoice> KernelsOf(LossSpec spec)
    {
        LossUnit unit = new LossCompiler(Dialect.IsPrintable).Compile(spec);
        return
        [
            .. from driver in unit.Drivers
               let callers = Callers(unit, driver)
               from choice in new KernelChoice[] { new(driver.Name, Callers: callers), new(driver.Name, IsWide: true, Callers: callers), new(driver.Name, IsForFew: true, Callers: callers) }
               where (!choice.IsWide || driver.Main.Wider is not null) && (!choice.IsForFew || driver.FewLocations is not null)
               select choice,
        ];
    }

    // One that several members share has a name of its own, which is none of theirs.
    private static string Callers(LossUnit unit, Driver driver)
    {
        string[] members = [.. unit.EntryPoints.Where(entryPoint => entryPoint.Driver.Name == driver.Name).Select(static entryPoint => entryPoint.Name)];
        return members.Length < 2 ? driver.Name : string.Join(", ", members[..^1]) + " and " + members[^1];
    }

    /// <summary>The steps, each with the least time that it took in several runs.</summary>
    public IReadOnlyList<TraceStep> Measure()
    {
        List<TraceStep>[] runs = [.. Enumerable.Range(0, Runs).Select(_ => Run())];
        return [.. Steps.Select((step, index) => step with { Time = runs.Min(run => run[index].Time) })];
    }

    private static LossKernel Find(LossUnit unit, KernelChoice choice)
    {
        Driver? driver = DriverOf(unit, choice);
        LossKernel? kernel = choice switch
        {
            { IsForFew: true, IsWide: true } => null,
            { IsForFew: true } => driver?.FewLocations?.Kernel,
            { IsWide: true } => driver?.Main.Wider,
            _ => driver?.Main.Kernel,
        };
        return kernel ?? throw new UnknownKernelException(unit, choice);
    }

    private static string Member(KernelChoice choice) => choice.Member ?? "ForwardBackward";

    // What the compiler asked for or, where it failed, what a member's name says.
    private KernelOutputs Outputs()
    {
        string member = Member(_choice);
        if (_unit is null)
        {
            return new KernelOutputs(
                Value: member.StartsWith("Forward", StringComparison.Ordinal) && member != "ForwardEach",
                Gradients: member.Contains("Backward", StringComparison.Ordinal) ? 1 : 0,
                Each: member.EndsWith("Each", StringComparison.Ordinal),
                Directions: member.StartsWith("DoubleBackward", StringComparison.Ordinal) ? 1 : 0,
                Curvature: member.EndsWith("Curvature", StringComparison.Ordinal));
        }

        return DriverOf(_unit, _choice)!.Outputs;
    }

    private List<TraceStep> Run()
    {
        // Built again, as nodes cache what was computed for them.
        LossKernel kernel = KernelBuilder.Build(_spec, Outputs(), Built.Name);
        List<TraceStep> steps = [];
        Pipeline pipeline = new(_isPrintable);
        foreach (Phase phase in pipeline.Phases)
        {
            kernel = Entering(phase, pipeline, kernel);
            foreach (Pass pass in phase.Passes)
            {
                try
                {
                    long start = Stopwatch.GetTimestamp();
                    LossKernel next = pass.Run(kernel);
                    TimeSpan time = Stopwatch.GetElapsedTime(start);
                    if (pass == phase.Passes[^1] && phase.Promise is { } promise)
                    {
                        Verifier.Require(next, promise);
                    }

                    steps.Add(new TraceStep(steps.Count + 1, phase.Name, pass.Name, pass.Summary, time, kernel, next));
                    kernel = next;
                }
                catch (Exception exception)
                {
                    Failure = $"{steps.Count + 1} {pass.Name}: {exception.Message}";
                    return steps;
                }
            }
        }

        steps.AddRange(DriverSteps(kernel, steps.Count));
        return steps;
    }

    // What the compiler adds to a kernel between phases.
    private LossKernel Entering(Phase phase, Pipeline pipeline, LossKernel kernel) =>
        phase == pipeline.Schedule ? kernel with { Request = Compiled is null ? new KernelRequest(ForFewLocations: _choice.IsForFew) : Compiled.Request with { Vectors = VectorWidth.Bits256 } }
        : phase == pipeline.Lanes && _choice.IsWide ? kernel.For(VectorWidth.Bits512)
        : kernel;

    // What driver passes do to the kernel of the main version.
    private IEnumerable<TraceStep> DriverSteps(LossKernel kernel, int before)
    {
        if (_unit is null || _choice.IsWide || _choice.IsForFew)
        {
            yield break;
        }

        Driver compiled = DriverOf(_unit, _choice)!;
        DriverBuilder builder = new(_unit);
        Driver driver = builder.Build(compiled.Main with { Kernel = kernel }, compiled.FewLocations);
        foreach (DriverPass pass in Pipeline.Drivers(builder, _spec.Parallelism == ParallelismKind.Auto))
        {
            long start = Stopwatch.GetTimestamp();
            Driver next = pass.Run(driver);
            yield return new TraceStep(++before, DriverPhase, pass.Name, pass.Summary, Stopwatch.GetElapsedTime(start), driver.Main.Kernel, next.Main.Kernel);
            driver = next;
        }
    }
}
