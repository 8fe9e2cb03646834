using System.Collections.Concurrent;
using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Tests.Support;

/// <summary>What the generator prints of a loss, once for all tests: the compiler depends on nothing but the spec, and many tests declare the same loss.</summary>
internal static class PrintedLosses
{
    private static readonly ConcurrentDictionary<LossSpec, string> Texts = new();
    private static readonly ConcurrentDictionary<LossSpec, string> TextsAbroad = new();
    private static readonly ConcurrentDictionary<LossSpec, string> MembersAlone = new();
    private static readonly ConcurrentDictionary<(LossSpec Spec, VectorWidth Width), string> TextsOfOneWidth = new();

    /// <summary>The generated file.</summary>
    public static string Text(LossSpec spec) => Texts.GetOrAdd(spec, Print);

    /// <summary>The file as it is compiled and printed in the culture of whoever asks first, which is <see cref="HostileCulture"/>.</summary>
    public static string TextAbroad(LossSpec spec) => TextsAbroad.GetOrAdd(spec, Print);

    /// <summary>
    /// The file's public members without what they do, for tests of what is said of calls: those look at no body, and the C# compiler takes as long for the
    /// kernels of one loss as for everything else in a hundred such tests.
    /// </summary>
    public static string Members(LossSpec spec) => MembersAlone.GetOrAdd(spec, static spec =>
    {
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(Text(spec), Compilations.ParseOptions).GetRoot();
        root = root.RemoveNode(root.Members.OfType<NamespaceDeclarationSyntax>().Last(static part => part.Name.ToString() == KernelClassPrinter.Namespace), SyntaxRemoveOptions.KeepNoTrivia)!;
        return root.ReplaceNodes(root.DescendantNodes().OfType<BaseMethodDeclarationSyntax>(), static (method, _) => WithoutBody(method)).ToFullString();
    });

    /// <summary>The generated file with the kernels for one width of vectors.</summary>
    public static string TextOf(LossSpec spec, VectorWidth width) => TextsOfOneWidth.GetOrAdd((spec, width), static key => OneWidth.Print(key.Spec, key.Width));

    private static string Print(LossSpec spec) => LossFilePrinter.Print(LossGenerator.Compiler.Compile(spec));

    private static BaseMethodDeclarationSyntax WithoutBody(BaseMethodDeclarationSyntax method) => method
        .WithBody(null)
        .WithExpressionBody(SyntaxFactory.ArrowExpressionClause(SyntaxFactory.ParseExpression("throw null!")))
        .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(SyntaxFactory.LineFeed));
}
