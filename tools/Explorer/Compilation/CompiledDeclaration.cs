using System.Collections.Immutable;
using System.Diagnostics;
using LossGen.Generator.Diagnostics;
using LossGen.Inspection.Sources;
using Microsoft.CodeAnalysis;

namespace LossGen.Explorer.Compilation;

/// <summary>What became of a text.</summary>
public sealed class CompiledDeclaration
{
    private CompiledDeclaration(string text, CompiledSource source, ImmutableArray<Diagnostic> diagnostics, TimeSpan time)
    {
        Text = text;
        Source = source;
        Diagnostics = diagnostics;
        Problems = [.. diagnostics.Select(diagnostic => Problem.Of(diagnostic, Tree))];
        Losses = [.. source.FindLosses().Select(loss => new ExploredLoss(this, loss))];
        Time = time;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The compiler's errors and what LossGen's analyzers report, in source order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The diagnostics as shown, in the same order.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The losses that it declares.</summary>
    public IReadOnlyList<ExploredLoss> Losses { get; }

    /// <summary>How long it took.</summary>
    public TimeSpan Time { get; }

    /// <summary>Whether something keeps it from being run.</summary>
    public bool HasErrors => Diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>The compilation, with the generated files.</summary>
    internal CompiledSource Source { get; }

    /// <summary>The text's own tree.</summary>
    internal SyntaxTree Tree => Source.Source.SyntaxTrees[0];

    /// <summary>Compiles a text.</summary>
    public static async Task<CompiledDeclaration> CompileAsync(string text)
    {
        long start = Stopwatch.GetTimestamp();
        CompiledSource source = CompiledSource.Compile([SourceFile.Declaration(text)], LoadedReferences.All);

        // What a formula is compiled to is shown beside it anyway.
        ImmutableArray<Diagnostic> diagnostics = (await source.DiagnoseAsync()).RemoveAll(static diagnostic => diagnostic.Id == Descriptors.FormulaCompiled.Id);
        return new CompiledDeclaration(text, source, diagnostics, Stopwatch.GetElapsedTime(start));
    }
}
