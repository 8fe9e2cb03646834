using System.Collections.Immutable;
using System.Reflection;
using LossGen.Generator;
using LossGen.Generator.Declarations;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Losses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Inspection.Sources;

/// <summary>Source files compiled as in a project, together with what the generator makes of them.</summary>
internal sealed class CompiledSource
{
    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.CSharp14);

    // All the analyzers that the compiler would find.
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(LossGenerator).Assembly.GetTypes()
            .Where(static type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private CompiledSource(CSharpCompilation source, CSharpCompilation output)
    {
        Source = source;
        Output = output;
    }

    /// <summary>The compilation with the generated files.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>The compilation of the files alone.</summary>
    public CSharpCompilation Source { get; }

    /// <summary>Compiles source files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="references">What they may use.</param>
    public static CompiledSource Compile(IReadOnlyList<SourceFile> files, IReadOnlyList<MetadataReference> references)
    {
        IEnumerable<SyntaxTree> trees = files.Select(static file => Parse(file.Path, file.Text));
        string usings = string.Concat(files.SelectMany(static file => file.GlobalUsings).Distinct().Select(static name => $"global using {name};\n"));
        CSharpCompilation source = CSharpCompilation.Create(
            "Explained",
            [.. trees, Parse("GlobalUsings.g.cs", usings)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: !OperatingSystem.IsBrowser())
                .WithSpecificDiagnosticOptions([new(Descriptors.FormulaCompiled.Id, ReportDiagnostic.Info)]));
        CSharpGeneratorDriver.Create([new LossGenerator().AsSourceGenerator()], parseOptions: s_parseOptions).RunGeneratorsAndUpdateCompilation(source, out Compilation output, out _);
        return new CompiledSource(source, (CSharpCompilation)output);
    }

    /// <summary>The compiler's errors and all diagnostics of LossGen's analyzers, in source order.</summary>
    public async Task<ImmutableArray<Diagnostic>> DiagnoseAsync()
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> all = await Output.WithAnalyzers(s_analyzers, options).GetAllDiagnosticsAsync().ConfigureAwait(false);
        return
        [
            .. all
                .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || Descriptors.All.Any(descriptor => descriptor.Id == diagnostic.Id))
                .Where(static diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity != DiagnosticSeverity.Hidden)
                .OrderBy(static diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The losses that the source declares.</summary>
    public IReadOnlyList<DeclaredLoss> FindLosses() =>
    [
        .. from tree in Source.SyntaxTrees
           from part in tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
           where LossParser.CanCarryLoss(part)
           let model = Source.GetSemanticModel(tree)
           let type = model.GetDeclaredSymbol(part)
           where LossParser.IsDeclaredBy(type, part)
           select new DeclaredLoss(type.ToDisplayString(), type.Name, LossParser.Parse(type, model, CancellationToken.None).Spec),
    ];

    /// <summary>The file that was generated for a loss.</summary>
    public SyntaxTree GeneratedFile(LossSpec loss) => Output.SyntaxTrees.Single(tree => !Source.ContainsSyntaxTree(tree) && Path.GetFileName(tree.FilePath) == loss.Type.HintName);

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, s_parseOptions, path);
}
