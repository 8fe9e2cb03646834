using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Declarations;

/// <summary>
/// What of a file a declaration, in whatever file, can depend on: its tokens without the bodies of members and without comments. Made once for
/// a tree, which an edit elsewhere leaves as it is.
/// </summary>
internal sealed class TreeSurface
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeSurface> Known = new();

    private TreeSurface(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        var tokens = new Fingerprint();
        tokens.Add((int)((CSharpParseOptions)tree.Options).LanguageVersion);
        foreach (SyntaxToken token in root.DescendantTokens(static node => node is not (BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax)))
        {
            tokens.Add(token.Text);
        }

        Tokens = tokens;
        ClassAttributes = [.. root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<TypeDeclarationSyntax>().Where(LossParser.CanCarryLoss).SelectMany(AttributeNames).Distinct()];
        Aliases = [.. root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .Where(static directive => directive is { Alias: not null, NamespaceOrType: NameSyntax })
            .Select(static directive => (directive.Alias!.Name.Identifier.ValueText, LastName((NameSyntax)directive.NamespaceOrType)))];
        Bodies = MethodBody.In(root);
        CallsOfFields = [.. MethodBody.CallsOfFields(root)];
    }

    /// <summary>The tokens that count.</summary>
    public Fingerprint Tokens { get; }

    /// <summary>The names, without a namespace, of the attributes that classes bear here.</summary>
    public IReadOnlyList<string> ClassAttributes { get; }

    /// <summary>The names that using directives here give to types or namespaces, and what these are called without a namespace.</summary>
    public IReadOnlyList<(string Alias, string Target)> Aliases { get; }

    /// <summary>The bodies here that a formula in another file may depend on.</summary>
    public IReadOnlyList<MethodBody> Bodies { get; }

    /// <summary>The names of the methods that static fields here are initialised by.</summary>
    public IReadOnlyList<string> CallsOfFields { get; }

    public static TreeSurface Of(SyntaxTree tree) => Known.GetValue(tree, static tree => new TreeSurface(tree));

    /// <summary>The names, without a namespace, of a class's or method's attributes as they are written.</summary>
    public static IEnumerable<string> AttributeNames(MemberDeclarationSyntax member) =>
        member.AttributeLists.SelectMany(static list => list.Attributes).Select(static attribute => LastName(attribute.Name));

    private static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => LastName(qualified.Right),
        AliasQualifiedNameSyntax qualified => LastName(qualified.Name),
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
