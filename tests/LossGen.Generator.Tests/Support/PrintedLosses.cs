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
    private static readonly ConcurrentDictionary<LossSpec, Printed> Texts = new();
    private static readonly ConcurrentDictionary<LossSpec, string> TextsAbroad = new();
    private static readonly ConcurrentDictionary<LossSpec, string> MembersAlone = new();
    private static readonly ConcurrentDictionary<LossSpec, string> TextsWithoutKernels = new();
    private static readonly ConcurrentDictionary<(LossSpec Spec, VectorWidth Width), string> TextsOfOneWidth = new();

    /// <summary>The generated file.</summary>
    public static string Text(LossSpec spec) => Texts.GetOrAdd(spec, Print).Whole;

    /// <summary>
    /// The file as compiled and printed in the culture of the first caller, which is <see cref="HostileCulture"/>; in an ordinary run only a
    /// quarter of them, the others on the next three days.
    /// </summary>
    public static string TextAbroad(LossSpec spec) => IsTried(spec) ? TextsAbroad.GetOrAdd(spec, static spec => Print(spec).Whole) : Text(spec);

    /// <summary>
    /// The file as a test of a declaration compiles it. In an ordinary run a quarter of them have the kernels for one width of vectors, and the others have kernels
    /// without bodies: what a declaration changes is in its class, and the kernels of one are much like those of another.
    /// </summary>
    public static string Sampled(LossSpec spec) => RandomRun.IsDeep ? Text(spec) : IsTried(spec) ? Texts.GetOrAdd(spec, Print).OfTheDay : WithoutKernels(spec);

    /// <summary>The file whose kernels have no bodies.</summary>
    public static string WithoutKernels(LossSpec spec) => TextsWithoutKernels.GetOrAdd(spec, static spec =>
    {
        CompilationUnitSyntax root = Parse(Text(spec));
        NamespaceDeclarationSyntax kernels = Kernels(root);
        return root.ReplaceNode(kernels, WithoutBodies(kernels)).ToFullString();
    });

    /// <summary>
    /// The file's public members without their bodies, for tests of diagnostics on calls: those read no body, and the C# compiler takes as long for the
    /// kernels of one loss as for everything else in a hundred such tests.
    /// </summary>
    public static string Members(LossSpec spec) => MembersAlone.GetOrAdd(spec, static spec =>
    {
        CompilationUnitSyntax root = Parse(Text(spec));
        return WithoutBodies(root.RemoveNode(Kernels(root), SyntaxRemoveOptions.KeepNoTrivia)!).ToFullString();
    });

    /// <summary>The generated file with the kernels for one width of vectors, those without bodies whose names contain a text.</summary>
    public static string TextWithout(string name, LossSpec spec, VectorWidth width) => WithoutBodies(Parse(TextOf(spec, width)), name).ToFullString();

    /// <summary>The generated file with the kernels for one width of vectors.</summary>
    public static string TextOf(LossSpec spec, VectorWidth width) => TextsOfOneWidth.GetOrAdd((spec, width), static key => OneWidth.Print(key.Spec, key.Width));

    private static Printed Print(LossSpec spec)
    {
        LossUnit unit = LossGenerator.Compiler.Compile(spec);
        return new Printed(LossFilePrinter.Print(unit), OneWidth.Print(unit, OneWidth.OfTheDay));
    }

    // A loss's own number, the same in every run: the length of its file.
    private static bool IsTried(LossSpec spec) => RandomRun.IsTried(Text(spec).Length, days: 4);

    private static CompilationUnitSyntax Parse(string file) => (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(file, Compilations.ParseOptions).GetRoot();

    private static NamespaceDeclarationSyntax Kernels(CompilationUnitSyntax file) =>
        file.Members.OfType<NamespaceDeclarationSyntax>().Last(static part => part.Name.ToString() == KernelClassPrinter.Namespace);

    // Also the methods of types whose names contain the text.
    private static TNode WithoutBodies<TNode>(TNode part, string name = "")
        where TNode : SyntaxNode => part.ReplaceNodes(
            part.DescendantNodes().OfType<BaseMethodDeclarationSyntax>().Where(method => IsNamed(method, name) || IsNamed(method.Parent, name)),
            static (method, _) => WithoutBody(method));

    private static bool IsNamed(SyntaxNode? declaration, string part) => declaration switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText.Contains(part, StringComparison.Ordinal),
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText.Contains(part, StringComparison.Ordinal),
        _ => part.Length == 0,
    };

    private static BaseMethodDeclarationSyntax WithoutBody(BaseMethodDeclarationSyntax method) => method
        .WithBody(null)
        .WithExpressionBody(SyntaxFactory.ArrowExpressionClause(SyntaxFactory.ParseExpression("throw null!")))
        .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(SyntaxFactory.LineFeed));

    // The file, and the one with the kernels for the day's width.
    private sealed record Printed(string Whole, string OfTheDay);
}
