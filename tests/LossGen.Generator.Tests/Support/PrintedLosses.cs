using System.Collections.Concurrent;
using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Tests.Support;

/// <summary>What the generator prints for a loss, once for all tests: the compiler depends only on the spec, and many tests declare the same loss.</summary>
internal static class PrintedLosses
{
    private static readonly ConcurrentDictionary<LossSpec, string> Texts = new();
    private static readonly ConcurrentDictionary<LossSpec, string> TextsAbroad = new();
    private static readonly ConcurrentDictionary<LossSpec, string> MembersAlone = new();
    private static readonly ConcurrentDictionary<(LossSpec Spec, VectorWidth Width), string> TextsOfOneWidth = new();

    /// <summary>The generated file.</summary>
    public static string Text(LossSpec spec) => Texts.GetOrAdd(spec, Print);

    /// <summary>The file as compiled and printed in the culture of the first caller, which is <see cref="HostileCulture"/>.</summary>
    public static string TextAbroad(LossSpec spec) => TextsAbroad.GetOrAdd(spec, Print);

    /// <summary>
    /// The file's public members without their bodies, for tests of diagnostics on calls: those read no body, and the C# compiler takes as long for the
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
