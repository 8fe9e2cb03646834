using LossGen.Mutation.Places;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Mutation.Compilation;

/// <summary>A library that is compiled once as it is, and then again with one text of it changed.</summary>
internal sealed class SourceProject
{
    private const string Copies = "/Vector512/";

    private readonly CSharpCompilation compilation;
    private readonly CSharpCommandLineArguments arguments;
    private readonly Dictionary<string, SyntaxTree> trees;

    private SourceProject(CSharpCommandLineArguments arguments, CSharpCompilation compilation)
    {
        this.arguments = arguments;
        this.compilation = compilation;
        trees = compilation.SyntaxTrees.Where(static tree => tree.FilePath.Length > 0).ToDictionary(static tree => tree.FilePath);
        Assembly = arguments.CompilationName + ".dll";
    }

    // Neither symbols nor warnings: only whether it compiles, and how it runs.
    private EmitOptions Options => arguments.EmitOptions.WithDebugInformationFormat(DebugInformationFormat.PortablePdb);

    /// <summary>The name of the assembly's file.</summary>
    public string Assembly { get; }

    public static SourceProject Load(string project)
    {
        CSharpCommandLineArguments arguments = CompilerArguments.Of(Path.Combine(BuildFacts.Repository, project));
        CSharpParseOptions options = arguments.ParseOptions
            .WithDocumentationMode(DocumentationMode.None)
            .WithFeatures([.. arguments.ParseOptions.Features, new("run-nullable-analysis", "never")]);
        var compilation = CSharpCompilation.Create(
            arguments.CompilationName,
            arguments.SourceFiles.Select(source => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(source.Path), arguments.Encoding ?? System.Text.Encoding.UTF8), options, source.Path)),
            arguments.MetadataReferences.Select(static reference => MetadataReference.CreateFromFile(reference.Reference, reference.Properties)),
            arguments.CompilationOptions.WithGeneralDiagnosticOption(ReportDiagnostic.Default));
        return new SourceProject(arguments, SourceGenerators.Run(compilation, arguments));
    }

    /// <summary>All mutants of the files in a folder, in the same order each time.</summary>
    /// <param name="folder">The folder, relative to the repository.</param>
    public IEnumerable<Mutant> Mutants(string folder)
    {
        string root = Path.Combine(BuildFacts.Repository, folder) + '/';
        return trees.Keys
            .Where(path => path.StartsWith(root, StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(path => MutantFinder.Find(trees[path], Path.GetRelativePath(BuildFacts.Repository, path)));
    }

    /// <summary>Compiles with a mutant, or as it is.</summary>
    /// <returns>Whether it compiles; if not, the file is of no use.</returns>
    public bool Compile(Mutant? mutant, string path)
    {
        CSharpCompilation changed = mutant is null ? compilation : Change(compilation, mutant);
        using FileStream stream = File.Create(path);
        return changed.Emit(stream, manifestResources: arguments.ManifestResources, options: Options).Success;
    }

    private CSharpCompilation Change(CSharpCompilation whole, Mutant mutant)
    {
        SyntaxTree tree = trees[Path.Combine(BuildFacts.Repository, mutant.File)];
        SourceText text = tree.GetText().Replace(mutant.Span, mutant.Replacement);
        CSharpCompilation changed = whole.ReplaceSyntaxTree(tree, tree.WithChangedText(text));

        // The build copies some files, with the other width of vectors.
        return mutant.File.Contains("/BothWidths/", StringComparison.Ordinal)
            && trees.Values.SingleOrDefault(other => other.FilePath.EndsWith(Copies + Path.GetFileName(mutant.File), StringComparison.Ordinal)) is { } copy
            ? changed.ReplaceSyntaxTree(copy, copy.WithChangedText(SourceText.From(text.ToString().Replace("Vector256", "Vector512", StringComparison.Ordinal), text.Encoding)))
            : changed;
    }
}
