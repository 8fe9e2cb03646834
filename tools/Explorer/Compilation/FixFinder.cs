using System.Collections.Immutable;
using System.Reflection;
using LossGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Explorer.Compilation;

/// <summary>Finds the code fixes that an editor would offer.</summary>
internal static class FixFinder
{
    // All the fixes that an editor would find.
    private static readonly ImmutableArray<CodeFixProvider> s_providers =
    [
        .. typeof(SyntaxCodeFixProvider).Assembly.GetTypes()
            .Where(static type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
            .OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    // Composed when first needed: most texts have nothing to fix.
    private static readonly Lazy<MefHostServices> s_host = new(static () => MefHostServices.Create([Assembly.Load("Microsoft.CodeAnalysis.Workspaces"), Assembly.Load("Microsoft.CodeAnalysis.CSharp.Workspaces")]));

    /// <summary>The fixes of a text's diagnostics, in their order.</summary>
    public static async Task<IReadOnlyList<OfferedFix>> FindAsync(CompiledDeclaration compiled)
    {
        List<OfferedFix> found = [];
        (Diagnostic Diagnostic, CodeFixProvider[] Providers)[] fixable =
        [
            .. from diagnostic in compiled.Diagnostics
               where diagnostic.Location.SourceTree == compiled.Tree
               let providers = s_providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)).ToArray()
               where providers.Length > 0
               select (diagnostic, providers),
        ];
        if (fixable.Length == 0)
        {
            return found;
        }

        Document document = DocumentOf(compiled);
        foreach ((Diagnostic diagnostic, CodeFixProvider[] providers) in fixable)
        {
            foreach (CodeFixProvider provider in providers)
            {
                await provider.RegisterCodeFixesAsync(new CodeFixContext(
                    document,
                    diagnostic,
                    (action, _) => found.Add(new OfferedFix(diagnostic, action.Title, document, action)),
                    CancellationToken.None));
            }
        }

        return found;
    }

    // The compilation as a project of an editor, with the text as it was typed.
    private static Document DocumentOf(CompiledDeclaration compiled)
    {
        var workspace = new AdhocWorkspace(s_host.Value);
        ProjectId project = ProjectId.CreateNewId();
        Solution solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            project,
            VersionStamp.Default,
            compiled.Source.Source.AssemblyName!,
            compiled.Source.Source.AssemblyName!,
            LanguageNames.CSharp,
            compilationOptions: compiled.Source.Source.Options,
            parseOptions: compiled.Tree.Options,
            metadataReferences: compiled.Source.Source.References));
        List<DocumentId> documents = [];
        foreach (SyntaxTree tree in compiled.Source.Source.SyntaxTrees)
        {
            SourceText text = tree == compiled.Tree ? SourceText.From(compiled.Text) : tree.GetText();
            documents.Add(DocumentId.CreateNewId(project));
            solution = solution.AddDocument(documents[^1], Path.GetFileName(tree.FilePath), text);
        }

        return solution.GetDocument(documents[0])!;
    }
}
