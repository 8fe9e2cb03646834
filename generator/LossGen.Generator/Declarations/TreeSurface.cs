using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Declarations;

/// <summary>
/// The parts of a file that a declaration in any file can depend on: its syntax without the bodies of members and without comments; and, if there are
/// formulas, the bodies of the members that these can call. Made once per tree, which an edit elsewhere leaves unchanged.
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
                // The number of a program's statements does not matter to its other files.
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

    /// <summary>Everything except bodies.</summary>
    public Fingerprint Declared { get; }

    /// <summary>The bodies of members that a formula can call.</summary>
    public Fingerprint Functions { get; }

    /// <summary>The names, without a namespace, of the attributes of classes in this file.</summary>
    public IReadOnlyList<string> ClassAttributes { get; }

    /// <summary>The aliases of this file's using directives, and the names of their targets without a namespace.</summary>
    public IReadOnlyList<(string Alias, string Target)> Aliases { get; }

    public static TreeSurface Of(SyntaxTree tree) => Known.GetValue(tree, static tree => new TreeSurface(tree));

    /// <summary>The names, without a namespace, of a class's attributes as written.</summary>
    public static IEnumerable<string> AttributeNames(TypeDeclarationSyntax type) =>
        type.AttributeLists.SelectMany(static list => list.Attributes).Select(static attribute => LastName(attribute.Name));

    // The options that affect how the text is parsed, except symbols, which show in the tokens.
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

    // The body of a lambda is kept: it is in an initialiser.
    private static bool IsOmitted(SyntaxNode node) => node switch
    {
        BlockSyntax => node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax,
        ArrowExpressionClauseSyntax => true,
        GlobalStatementSyntax statement => !IsSeenFromElsewhere(statement),
        _ => false,
    };

    // The variables and functions of a program's statements are visible in its other files, too, where nothing may use them.
    private static bool IsSeenFromElsewhere(GlobalStatementSyntax statement) =>
        statement.DescendantNodes().Any(static node => node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or LocalFunctionStatementSyntax);

    // Formulas have only numbers, so the members that they call are static; a static constructor sets the fields that they read.
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
