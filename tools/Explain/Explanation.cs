using LossGen.Explain.MachineCode;
using LossGen.Explain.Printing;
using LossGen.Explain.Sources;
using LossGen.Generator.Losses;
using LossGen.Inspection.Sources;
using LossGen.Inspection.Tracing;

namespace LossGen.Explain;

/// <summary>Compiles the source that a command line names and writes what it requests.</summary>
internal static class Explanation
{
    private const int Refused = 1;

    /// <returns>The exit code: 1 if the declaration is rejected, after the reasons are written.</returns>
    public static int Write(ExplainRequest request, TextWriter output, TextWriter error)
    {
        CompiledSource source = CompiledSource.Compile(SourceArguments.Read(request.Inputs), InstalledReferences.All);

        // Separately from the rest, so that a generated file is written unchanged.
        DiagnosticWriter.Write(source.DiagnoseAsync().GetAwaiter().GetResult(), new Page(error, request.HasColours));

        // Errors elsewhere in a file, such as references to the rest of its project, are not a reason to stop.
        DeclaredLoss loss = LossSelection.Choose(source.FindLosses(), request.Loss);
        if (loss.Spec is not { } spec)
        {
            return Refused;
        }

        CompilerTrace trace = Trace(spec, request.Kernel);
        IReadOnlyList<TraceStep> steps = request.Passes.Of(request.ShowsPasses ? trace.Measure() : trace.Steps);
        var page = new Page(output, request.HasColours);
        if (request.ShowsPasses)
        {
            page.Markup($"[bold]{loss.Name}[/]  {spec.Definition.Title} of shape {spec.Shape.ToString()}");
            page.Line();
            TraceWriter.Write(steps, steps.Count > 0 ? steps[0].Before : trace.Built, request.IsDiff, page);
        }

        if (trace.Failure is { } failure)
        {
            error.WriteLine($"The compiler failed: {failure}");
            return Refused;
        }

        Write(request, source, spec, trace, page);
        return 0;
    }

    private static CompilerTrace Trace(LossSpec spec, KernelChoice kernel)
    {
        try
        {
            return CompilerTrace.Of(spec, kernel);
        }
        catch (UnknownKernelException unknown)
        {
            throw KernelOptions.Refuse(unknown);
        }
    }

    private static void Write(ExplainRequest request, CompiledSource source, LossSpec loss, CompilerTrace trace, Page page)
    {
        if (request.ShowsFile)
        {
            page.Writer.Write(source.GeneratedFile(loss).ToString());
        }

        if (request.MachineCode is { } extent)
        {
            ListingWriter.Write(trace.MethodName, Disassembler.Disassemble(source.Output, source.GeneratedFile(loss), trace.MethodName, trace.WantedOutputs, request.Kernel.IsWide), extent, page);
        }
    }
}
