using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Declarations;

/// <summary>
/// What of a file a declaration, in whatever file, can depend on: its syntax without the bodies of members and without comments; and, where there are
/// formulas, the bodies of what these can call. Made once for a tree, which an edit elsewhere leaves as it is.
/// </summary>
internal sealed class TreeSurface
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeSurface> Known = new();

    private TreeSurface(SyntaxTree tree)
    {
        var declared = new Fingerprint();
        var functions = new Fingerprint();
        HashSet<string> attributes = [];
        List<(string Alias, string Target)> aliases = [];
        bool hasStatements = false;
        AddOptions(ref declared, (CSharpParseOptions)tree.Options);
        foreach (SyntaxNodeOrToken item in tree.GetRoot().DescendantNodesAndTokensAndSelf(static node => !IsOmitted(node)))
        {
            SyntaxNode? node = item.AsNode();
            if (node is not null && IsOmitted(node))
            {
                // How many statements a program has is nothing to its other files.
                if (node is not GlobalStatementSyntax || !hasStatements)
                {
                    declared.Add(node.RawKind);
                }

                hasStatements |= node is GlobalStatementSyntax;
                declared.AddAround(node);
                AddFunction(ref functions, node);
                continue;
            }

            declared.Add(item);
            if (node is TypeDeclarationSyntax type && LossParser.CanCarryLoss(type))
            {
                attributes.UnionWith(AttributeNames(type));
            }
            else if (node is UsingDirectiveSyntax { Alias: { } alias, NamespaceOrType: NameSyntax target })
            {
                aliases.Add((alias.Name.Identifier.ValueText, LastName(target)));
            }
        }

        Declared = declared;
        Functions = functions;
        ClassAttributes = [.. attributes];
        Aliases = aliases;
    }

    /// <summary>All but bodies.</summary>
    public Fingerprint Declared { get; }

    /// <summary>The bodies of members that a formula can call.</summary>
    public Fingerprint Functions { get; }

    /// <summary>The names, without a namespace, of the attributes that classes bear here.</summary>
    public IReadOnlyList<string> ClassAttributes { get; }

    /// <summary>The names that using directives here give to types or namespaces, and what these are called without a namespace.</summary>
    public IReadOnlyList<(string Alias, string Target)> Aliases { get; }

    public static TreeSurface Of(SyntaxTree tree) => Known.GetValue(tree, static tree => new TreeSurface(tree));

    /// <summary>The names, without a namespace, of a class's attributes as they are written.</summary>
    public static IEnumerable<string> AttributeNames(TypeDeclarationSyntax type) =>
        type.AttributeLists.SelectMany(static list => list.Attributes).Select(static attribute => LastName(attribute.Name));

    // What says how the text is read beside the text: symbols show in the tokens.
    private static void AddOptions(ref Fingerprint declared, CSharpParseOptions options)
    {
        declared.Add((int)options.LanguageVersion);
        declared.Add((int)options.Kind);
        foreach (KeyValuePair<string, string> feature in options.Features.OrderBy(static feature => feature.Key, StringComparer.Ordinal))
        {
            declared.Add(feature.Key);
            declared.Add(feature.Value);
        }
    }

    // The body of a lambda is left in: it stands in an initialiser.
    private static bool IsOmitted(SyntaxNode node) => node switch
    {
        BlockSyntax => node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax,
        ArrowExpressionClauseSyntax => true,
        GlobalStatementSyntax statement => !IsSeenFromElsewhere(statement),
        _ => false,
    };

    // The names of variables and functions of a program's statements are found in its other files, too, where nothing may use them.
    private static bool IsSeenFromElsewhere(GlobalStatementSyntax statement) =>
        statement.DescendantNodes().Any(static node => node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or LocalFunctionStatementSyntax);

    // Formulas have nothing but numbers, so what they call is static; a static constructor sets the fields that they read.
    private static void AddFunction(ref Fingerprint functions, SyntaxNode body)
    {
        SyntaxNode? member = body.Parent is AccessorDeclarationSyntax accessor ? accessor.Parent?.Parent : body.Parent;
        if (member is MemberDeclarationSyntax declaration && (declaration.Modifiers.Any(SyntaxKind.StaticKeyword) || declaration.Parent is ExtensionBlockDeclarationSyntax)
            && declaration is not MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } })
        {
            foreach (SyntaxNodeOrToken item in body.DescendantNodesAndTokensAndSelf())
            {
                functions.Add(item);
            }
        }
    }

    private static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => LastName(qualified.Right),
        AliasQualifiedNameSyntax qualified => LastName(qualified.Name),
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
