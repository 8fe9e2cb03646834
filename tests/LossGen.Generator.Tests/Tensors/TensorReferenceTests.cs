using System.Collections.Immutable;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Tensors;

/// <summary>When a project has tensors with shapes: what it references decides, and every loss is generated again when that changes.</summary>
public sealed class TensorReferenceTests
{
    private const string Source = "[LossGen.HingeLoss] partial class Loss; [LossGen.SquareLoss] partial class Other;";

    private static readonly IncrementalStepRunReason[] Emitted = [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified];

    [Fact]
    public void AReferenceThatComesOrGoesEmitsEveryLoss()
    {
        CSharpCompilation without = Compilations.Create(Compilations.Parse(Source));
        CSharpCompilation with = without.AddReferences(Compilations.Tensors);
        GeneratorDriver driver = GeneratorTester.Run(without);
        ImmutableArray<GeneratedSourceResult> plain = GeneratorTester.Files(driver);

        driver = GeneratorTester.Run(driver, with);
        Assert.Equal(Emitted, Reasons(driver));
        Assert.All(GeneratorTester.Files(driver), static file => Assert.Contains("TensorSpan<float>", file.SourceText.ToString(), StringComparison.Ordinal));

        driver = GeneratorTester.Run(driver, without);
        Assert.Equal(Emitted, Reasons(driver));
        Assert.Equal(Texts(plain), Texts(GeneratorTester.Files(driver)));
    }

    [Fact]
    public void AnotherReferenceEmitsNothing()
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(Source)).AddReferences(Compilations.Tensors);
        GeneratorDriver driver = GeneratorTester.Run(GeneratorTester.Run(compilation), compilation.AddReferences(Library("namespace Other { public class Type; }")));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached], Reasons(driver));
    }

    /// <summary>Generated code could not name the types, or would name others.</summary>
    [Fact]
    public void TensorsThatGeneratedCodeCannotNameDoNotCount()
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(Source));
        CheckNone(compilation.AddReferences(Compilations.Tensors.WithAliases(["Tensors"])));
        CheckNone(compilation.AddReferences(Library(Types("public", ""))).AddReferences(Compilations.Tensors));
        CheckNone(compilation.AddReferences(Library(Types("internal", ""))));
        CheckNone(compilation.AddReferences(Library(Types("public", "[System.Diagnostics.CodeAnalysis.Experimental(\"SYSLIB5001\")] "))));
        CheckNone(compilation.AddReferences(Library("[assembly: System.Diagnostics.CodeAnalysis.Experimental(\"SYSLIB5001\")] " + Types("public", ""))));
        CheckNone(compilation.AddReferences(Library("namespace System.Numerics.Tensors { public ref struct ReadOnlyTensorSpan<T>; }")));
        CheckNone(compilation.AddSyntaxTrees(Compilations.Parse(Types("public", ""), "Tensors.cs")));
        Assert.True(Has(compilation.AddReferences(Compilations.Tensors.WithAliases(["global", "Tensors"]))));
        Assert.True(Has(compilation.AddReferences(Library(Types("public", "")))));
    }

    private static void CheckNone(Compilation compilation) => Assert.False(Has(compilation));

    private static bool Has(Compilation compilation) =>
        Texts(GeneratorTester.Files(GeneratorTester.Run(compilation))) is [_, _] texts && texts.All(static text => text.Contains("Tensors.TensorSpan", StringComparison.Ordinal));

    private static string Types(string accessibility, string attribute) =>
        $"namespace System.Numerics.Tensors {{ {attribute}{accessibility} ref struct ReadOnlyTensorSpan<T>; {attribute}{accessibility} ref struct TensorSpan<T>; }}";

    private static MetadataReference Library(string source)
    {
        CSharpCompilation library = CSharpCompilation.Create(
            "Library" + Guid.NewGuid().ToString("N"),
            [Compilations.Parse(source)],
            Compilations.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream image = new();
        Assert.Empty(library.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static string[] Texts(ImmutableArray<GeneratedSourceResult> files) => [.. files.Select(static file => file.SourceText.ToString())];

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorDriver driver) => driver.GetRunResult().Results.Single().TrackedOutputSteps.Values
        .SelectMany(static steps => steps)
        .SelectMany(static step => step.Outputs)
        .Select(static output => output.Reason);
}
