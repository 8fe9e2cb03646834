using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Generator.Benchmarks;

/// <summary>A project with a thousand losses and another file, in an editor: the generator's driver goes from one edit to the next.</summary>
internal sealed class Project
{
    private static readonly CSharpParseOptions Options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14);

    private readonly SyntaxTree[] losses = [.. Enumerable.Range(0, Declarations.Count).Select(static index => Parse(Declarations.Source(index), $"Loss{index}.cs"))];
    private SyntaxTree other = Parse("class Other { int Method() { return 0; } }", "Other.cs");
    private Compilation compilation;
    private GeneratorDriver driver = NewDriver();
    private ImmutableHashSet<SourceText> files = [];
    private int edits;

    public Project() => compilation = CSharpCompilation.Create(
        "Project",
        [.. losses, other],
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(SoftmaxLossAttribute).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public Measurement ColdRun()
    {
        driver = NewDriver();
        files = [];
        return Run();
    }

    public Measurement EditOfOne()
    {
        int index = edits++ % losses.Length;
        SyntaxTree edited = Parse(Declarations.Source(index, weight: $"0.{edits + 100}"), losses[index].FilePath);
        Replace(losses[index], edited);
        losses[index] = edited;
        return Run();
    }

    public Measurement EditOfABody() => EditOfOther($"class Other {{ int Method() {{ return {++edits}; }} }} // Edit {edits}.");

    public Measurement EditOfAnotherDeclaration() => EditOfOther($"class Other {{ int member{++edits}; }}");

    private Measurement EditOfOther(string text)
    {
        SyntaxTree edited = Parse(text, other.FilePath);
        Replace(other, edited);
        other = edited;
        return Run();
    }

    private void Replace(SyntaxTree old, SyntaxTree edited) => compilation = compilation.ReplaceSyntaxTree(old, edited);

    private Measurement Run()
    {
        driver = driver.RunGenerators(compilation);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        if (result.Exception is not null || result.GeneratedSources.Length != losses.Length)
        {
            throw new InvalidOperationException($"{result.GeneratedSources.Length} files were generated for {losses.Length} losses.", result.Exception);
        }

        ImmutableHashSet<SourceText> before = files;
        files = [.. result.GeneratedSources.Select(static source => source.SourceText)];
        return new Measurement(driver.GetTimingInfo().ElapsedTime.TotalMilliseconds, files.Except(before).Count);
    }

    private static GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create([new LossGenerator().AsSourceGenerator()], parseOptions: Options);

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Options, path);
}
