using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Support;

/// <summary>Compilations as strict as a user's can be: every warning on, nullable, XML comments checked, no unsafe code.</summary>
internal static class Compilations
{
    private const int EveryWarning = 9999;

    public static MetadataReference Runtime { get; } = MetadataReference.CreateFromFile(typeof(LossAttribute).Assembly.Location);

    public static ImmutableArray<MetadataReference> References { get; } = [.. Net100.References.All, Runtime];

    /// <summary>The package whose tensors have shapes, which a project may reference.</summary>
    public static MetadataReference Tensors { get; } = MetadataReference.CreateFromFile(typeof(System.Numerics.Tensors.Tensor).Assembly.Location);

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    /// <summary>For files that are not checked for warnings of flow analysis, which is a third of the compiler's time.</summary>
    public static CSharpParseOptions WithoutNullableAnalysis { get; } = ParseOptions.WithFeatures([new("run-nullable-analysis", "never")]);

    // It caches what was read from the references: all compilations are made from this one.
    private static CSharpCompilation Empty { get; } = CSharpCompilation.Create(
        "Input",
        references: References,
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            warningLevel: EveryWarning,
            nullableContextOptions: NullableContextOptions.Enable,
            allowUnsafe: false));

    public static CSharpCompilation Create(params IEnumerable<SyntaxTree> trees) => Empty.AddSyntaxTrees(trees);

    public static SyntaxTree Parse(string source, string path = "Input.cs") => Parse(source, ParseOptions, path);

    public static SyntaxTree Parse(string source, CSharpParseOptions options, string path = "Input.cs") =>
        CSharpSyntaxTree.ParseText(source, options, path, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>The options that all files of a compilation share.</summary>
    public static CSharpParseOptions ParseOptionsOf(Compilation compilation) => (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options ?? ParseOptions;

    /// <summary>Errors and warnings. Undocumented public types count only in the generated files, not in the inputs.</summary>
    public static ImmutableArray<Diagnostic> Complaints(Compilation compilation, params IReadOnlyCollection<SyntaxTree> inputs) =>
        Complaints(compilation.GetDiagnostics(TestContext.Current.CancellationToken), inputs);

    /// <summary>The errors and warnings among the compiler's diagnostics.</summary>
    public static ImmutableArray<Diagnostic> Complaints(ImmutableArray<Diagnostic> diagnostics, params IReadOnlyCollection<SyntaxTree> inputs) =>
    [
        .. diagnostics
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Where(diagnostic => diagnostic.Id != "CS1591" || !inputs.Contains(diagnostic.Location.SourceTree)),
    ];
}
