using System.Collections.Immutable;
using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Support;

/// <summary>
/// Runs the generator on a source and checks what holds for any source: the generated files compile without a warning,
/// their bytes are pinned, no step holds a compiler object, and an edit elsewhere does not regenerate them.
/// </summary>
internal static class GeneratorTester
{
    /// <summary>Runs every check, and compares the generated files with the snapshots of the running test.</summary>
    public static Task VerifyAsync(string source) => VerifyAsync(Compilations.Create(Compilations.Parse(source)));

    /// <summary>The same, for a source that is already compiled.</summary>
    public static Task VerifyAsync(CSharpCompilation compilation)
    {
        GeneratorDriver driver = RunChecked(compilation, PrintedLosses.Text);
#if VERIFY
        return VerifyEngine.VerifyAsync(driver);
#else
        var folder = new SnapshotFolder(Path.Combine(Repository.TestProject, "Snapshots"), GeneratedSections.IsAcceptAsked);
        folder.Match(SnapshotFolder.NameOfRunningTest(), Files(driver).Select(static file => new Snapshot(file.HintName, file.SourceText.ToString())));
        return Task.CompletedTask;
#endif
    }

    /// <summary>Runs every check, most of the kernels' compilation on other days (<see cref="PrintedLosses.Sampled"/>), and returns the generated files by hint name.</summary>
    public static ImmutableDictionary<string, string> Generate(string source) => Generate(Compilations.Create(Compilations.Parse(source)));

    /// <summary>The same, for a source that is already compiled.</summary>
    public static ImmutableDictionary<string, string> Generate(CSharpCompilation compilation) =>
        ByName(RunChecked(compilation, PrintedLosses.Sampled));

    /// <summary>The generated files by hint name, unchecked, for tests that compare texts.</summary>
    public static ImmutableDictionary<string, string> Print(string source) => Print(Compilations.Create(Compilations.Parse(source)));

    /// <summary>The same, for a source that is already compiled.</summary>
    public static ImmutableDictionary<string, string> Print(CSharpCompilation compilation) => ByName(Run(compilation));

    /// <summary>Runs the generator on a compilation that may be wrong in any way; the generator itself must not fail.</summary>
    public static GeneratorDriver Run(Compilation compilation) => Run(compilation, new LossGenerator(PrintedLosses.Text));

    /// <summary>The same, with the kernels for one width of vectors.</summary>
    public static GeneratorDriver Run(Compilation compilation, VectorWidth width) => Run(compilation, new LossGenerator(spec => PrintedLosses.TextOf(spec, width)));

    /// <summary>The same as is generated in a deep run; in an ordinary one, with the kernels for one width of vectors, another one each day.</summary>
    public static GeneratorDriver RunSampled(Compilation compilation) => RandomRun.IsDeep ? Run(compilation) : Run(compilation, OneWidth.OfTheDay);

    /// <summary>The same with a generator that prints something else.</summary>
    public static GeneratorDriver Run(Compilation compilation, LossGenerator generator) => Check(CreateDriver(compilation, generator).RunGenerators(compilation, TestContext.Current.CancellationToken));

    public static GeneratorDriver Run(GeneratorDriver driver, Compilation compilation) =>
        Check(driver.RunGenerators(compilation, TestContext.Current.CancellationToken));

    public static ImmutableArray<GeneratedSourceResult> Files(GeneratorDriver driver) => driver.GetRunResult().Results.Single().GeneratedSources;

    /// <summary>Generated files with the project's warnings enabled; only those about the user's own names and labels stay disabled.</summary>
    public static IEnumerable<SyntaxTree> WithWarnings(IEnumerable<SyntaxTree> generated) => generated.Select(static file =>
    {
        string text = file.ToString();
        Assert.Contains("\n" + LossFilePrinter.NoWarnings + "\n", text, StringComparison.Ordinal);
        return Compilations.Parse(text.Replace(LossFilePrinter.NoWarnings, "#pragma warning disable CS0436, CS1718, CS3001", StringComparison.Ordinal), (CSharpParseOptions)file.Options, file.FilePath);
    });

    private static ImmutableDictionary<string, string> ByName(GeneratorDriver driver) => Files(driver).ToImmutableDictionary(static file => file.HintName, static file => file.SourceText.ToString());

    // The files are compiled as one function prints them, which need not be whole.
    private static GeneratorDriver RunChecked(CSharpCompilation compilation, Func<LossSpec, string> compiled)
    {
        GeneratorDriver driver = Run(compilation);

        Compilation output = compilation.AddSyntaxTrees(WithWarnings(Run(compilation, new LossGenerator(compiled)).GetRunResult().GeneratedTrees));
        Assert.Empty(Compilations.Complaints(output, compilation.SyntaxTrees));
        CheckBytes(driver, compilation);
        IncrementalityCheck.Run(driver, compilation);
        return driver;
    }

    private static void CheckBytes(GeneratorDriver driver, Compilation compilation)
    {
        ImmutableArray<GeneratedSourceResult> files = Files(driver);
        foreach (GeneratedSourceResult file in files)
        {
            string text = file.SourceText.ToString();
            Assert.DoesNotContain('\r', text);
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
            Assert.False(text.EndsWith("\n\n", StringComparison.Ordinal), file.HintName + " ends with an empty line.");
        }

        ImmutableArray<GeneratedSourceResult> abroad = HostileCulture.Run(() => Files(Run(compilation, new LossGenerator(PrintedLosses.TextAbroad))));
        Assert.Equal(files.Select(static file => file.HintName), abroad.Select(static file => file.HintName));
        Assert.Equal(files.Select(static file => file.SourceText.ToString()), abroad.Select(static file => file.SourceText.ToString()));
    }

    private static GeneratorDriver CreateDriver(Compilation compilation, LossGenerator generator) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        parseOptions: Compilations.ParseOptionsOf(compilation),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static GeneratorDriver Check(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.True(result.Exception is null, result.Exception?.ToString());
        Assert.Empty(result.Diagnostics);
        return driver;
    }
}
