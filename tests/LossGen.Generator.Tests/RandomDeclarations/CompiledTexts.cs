using System.Collections.Immutable;
using System.Globalization;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>Texts in one compilation, without and with their generated files, and all diagnostics of compiler and analyzer for both.</summary>
internal sealed class CompiledTexts
{
    // Constants and others, under names that the texts use.
    private const string Sizes = """
        static class Sizes
        {
            public const int None = 0, One = 1, Classes = 10;
            public const double Third = 1.0 / 3;
            public const string Text = "x";
            public static int Variable = 10;
            public static double Half = 0.5;
            public static string Name = "x";
        }
        """;

    private readonly Compilation complete;
    private readonly INamedTypeSymbol lossAttribute;

    private CompiledTexts(IReadOnlyList<SyntaxTree> trees, Compilation complete, IEnumerable<SyntaxTree> generated)
    {
        this.complete = complete;
        Trees = trees;
        lossAttribute = complete.GetTypeByMetadataName("LossGen.LossAttribute")!;
        Generated = generated.ToDictionary<SyntaxTree, ISymbol>(Filled, SymbolEqualityComparer.Default);
    }

    /// <summary>The texts' files, in order.</summary>
    public IReadOnlyList<SyntaxTree> Trees { get; }

    /// <summary>The compiler's errors without generated files.</summary>
    public required ILookup<SyntaxTree?, Diagnostic> InputErrors { get; init; }

    /// <summary>The compiler's errors and warnings in texts and generated files.</summary>
    public required ILookup<SyntaxTree?, Diagnostic> Complaints { get; init; }

    /// <summary>The analyzer's reports without generated files.</summary>
    public required ILookup<SyntaxTree?, Diagnostic> Problems { get; init; }

    /// <summary>The analyzer's reports for the complete program.</summary>
    public required ILookup<SyntaxTree?, Diagnostic> CompleteProblems { get; init; }

    /// <summary>The generated file of each class.</summary>
    public IReadOnlyDictionary<ISymbol, SyntaxTree> Generated { get; }

    /// <summary>Whether a text that escaped its namespace declares a type with the name of a namespace of the library.</summary>
    public bool HidesLibrary => complete.GlobalNamespace.GetTypeMembers("System").Any() || complete.GlobalNamespace.GetTypeMembers("LossGen").Any();

    /// <summary>Compiles the texts; rethrows exceptions of the generator or the analyzer.</summary>
    public static async Task<CompiledTexts> CompileAsync(IReadOnlyList<DeclarationText> texts)
    {
        SyntaxTree[] trees = [.. texts.Select(static (text, index) => Compilations.Parse(text.Source(index), FormattableString.Invariant($"Text{index}.cs")))];
        CSharpCompilation input = Compilations.Create(trees.Append(Compilations.Parse(Sizes, "Sizes.cs")));
        ImmutableArray<SyntaxTree> generated = [.. GeneratorTester.WithWarnings(GeneratorTester.Run(input, new LossGenerator(PrintedLosses.Sampled)).GetRunResult().GeneratedTrees)];
        Compilation complete = input.AddSyntaxTrees(generated);
        ImmutableArray<Diagnostic> before = await AnalyzerTester.CompileAsync(input);
        ImmutableArray<Diagnostic> after = await AnalyzerTester.CompileAsync(complete);
        return new CompiledTexts(trees, complete, generated)
        {
            InputErrors = OfCompiler(before, DiagnosticSeverity.Error),
            Complaints = OfCompiler(after, DiagnosticSeverity.Warning),
            Problems = OfAnalyzer(before),
            CompleteProblems = OfAnalyzer(after),
        };
    }

    /// <summary>The classes of a file that carry a loss attribute, as the compiler sees them.</summary>
    public IReadOnlyList<INamedTypeSymbol> Carriers(SyntaxTree tree)
    {
        SemanticModel model = complete.GetSemanticModel(tree);
        return
        [
            .. tree.GetRoot(TestContext.Current.CancellationToken)
                .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
                .OfType<TypeDeclarationSyntax>()
                .Select(declaration => model.GetDeclaredSymbol(declaration, TestContext.Current.CancellationToken))
                .OfType<INamedTypeSymbol>()
                .Where(type => type.TypeKind == TypeKind.Class && Losses(type).Any())
                .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default),
        ];
    }

    /// <summary>
    /// The class that a diagnostic is about: the innermost one whose text contains it, or the one that its message begins with, if it
    /// points at a class that conflicts with the class around it.
    /// </summary>
    public ISymbol? Subject(Diagnostic diagnostic)
    {
        SyntaxTree tree = diagnostic.Location.SourceTree!;
        SemanticModel model = complete.GetSemanticModel(tree);
        INamedTypeSymbol[] around =
        [
            .. tree.GetRoot(TestContext.Current.CancellationToken).FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
                .Select(declaration => model.GetDeclaredSymbol(declaration, TestContext.Current.CancellationToken))
                .OfType<INamedTypeSymbol>(),
        ];
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return around.FirstOrDefault(type => Losses(type).Any() && message.StartsWith($"The class '{type.Name}' ", StringComparison.Ordinal)) ?? around.FirstOrDefault();
    }

    /// <summary>The names of the loss attributes of a class.</summary>
    public IEnumerable<string> Losses(INamedTypeSymbol type) => type.GetAttributes()
        .Where(attribute => Bases(attribute.AttributeClass).Contains(lossAttribute, SymbolEqualityComparer.Default))
        .Select(static attribute => attribute.AttributeClass!.Name);

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol? type)
    {
        for (INamedTypeSymbol? link = type?.BaseType; link is not null; link = link.BaseType)
        {
            yield return link;
        }
    }

    // Some of the classes that a generated file repeats around the one it fills may be losses, too.
    private INamedTypeSymbol Filled(SyntaxTree file) => Carriers(file) is [.., var filled]
        ? filled
        : throw new InvalidOperationException("A generated file fills no class that carries a loss.\n" + file);

    private static ILookup<SyntaxTree?, Diagnostic> OfCompiler(ImmutableArray<Diagnostic> diagnostics, DiagnosticSeverity least) => diagnostics
        .Where(diagnostic => diagnostic.Severity >= least && !AnalyzerTester.IsOfAnalyzer(diagnostic)).ToLookup(static diagnostic => diagnostic.Location.SourceTree);

    private static ILookup<SyntaxTree?, Diagnostic> OfAnalyzer(ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.Where(AnalyzerTester.IsOfAnalyzer).ToLookup(static diagnostic => diagnostic.Location.SourceTree);
}
