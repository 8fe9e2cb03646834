using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Declarations;

/// <summary>
/// The body of a method that a formula may call, or be, or of a static constructor, which may give a field the value that a formula sees. Of a partial method, the part
/// without a body may bear the attributes. What is not asked for is not gone through.
/// </summary>
internal sealed class MethodBody
{
    // No method can have it.
    public const string StaticConstructor = ".cctor";

    private readonly Lazy<Fingerprint> tokens;
    private readonly Lazy<IReadOnlyList<string>> calls;

    private MethodBody(BaseMethodDeclarationSyntax method, string name)
    {
        Name = name;
        Attributes = [.. TreeSurface.AttributeNames(method)];
        SyntaxReference declaration = method.GetReference();
        tokens = new Lazy<Fingerprint>(() => TokensOf(BodyOf(declaration)));
        calls = new Lazy<IReadOnlyList<string>>(() => [.. CallsIn(BodyOf(declaration))]);
    }

    public string Name { get; }

    /// <summary>The names, without a namespace, of the attributes that the method bears.</summary>
    public IReadOnlyList<string> Attributes { get; }

    /// <summary>What the body is made of, without comments.</summary>
    public Fingerprint Tokens => tokens.Value;

    /// <summary>The names of the methods that it calls.</summary>
    public IReadOnlyList<string> Calls => calls.Value;

    /// <summary>The bodies of a file, in its order.</summary>
    public static IReadOnlyList<MethodBody> In(CompilationUnitSyntax root) =>
    [
        .. from member in Members(root).OfType<BaseMethodDeclarationSyntax>()
           let name = NameOf(member)
           where name is not null && (member.AttributeLists.Count > 0 || member.Body is not null || member.ExpressionBody is not null)
           select new MethodBody(member, name),
    ];

    /// <summary>The names of the methods that static fields of a file are initialised by.</summary>
    public static IEnumerable<string> CallsOfFields(CompilationUnitSyntax root) => Members(root).OfType<FieldDeclarationSyntax>()
        .Where(static field => field.Modifiers.Any(SyntaxKind.StaticKeyword) && MayBeValue(field.Declaration.Type))
        .SelectMany(static field => field.Declaration.Variables)
        .Where(static variable => variable.Initializer is not null)
        .SelectMany(static variable => CallsIn(variable.Initializer!))
        .Distinct();

    private static IEnumerable<SyntaxNode> Members(CompilationUnitSyntax root) =>
        root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax);

    // Of an extension block, methods are called on what it extends, static or not.
    private static string? NameOf(BaseMethodDeclarationSyntax member) => member switch
    {
        ConstructorDeclarationSyntax when member.Modifiers.Any(SyntaxKind.StaticKeyword) => StaticConstructor,
        MethodDeclarationSyntax method when MayBeValue(method.ReturnType) && (method.Modifiers.Any(SyntaxKind.StaticKeyword) || method.Parent is ExtensionBlockDeclarationSyntax) =>
            method.Identifier.ValueText,
        _ => null,
    };

    // A name may be an alias of a type that formulas have.
    private static bool MayBeValue(TypeSyntax type) => type switch
    {
        PredefinedTypeSyntax predefined => predefined.Keyword.Kind() is SyntaxKind.FloatKeyword or SyntaxKind.DoubleKeyword or SyntaxKind.BoolKeyword,
        NameSyntax => type is not GenericNameSyntax,
        _ => false,
    };

    private static SyntaxNode? BodyOf(SyntaxReference declaration)
    {
        var method = (BaseMethodDeclarationSyntax)declaration.GetSyntax();
        return (SyntaxNode?)method.Body ?? method.ExpressionBody;
    }

    private static Fingerprint TokensOf(SyntaxNode? body)
    {
        var tokens = new Fingerprint();
        foreach (SyntaxToken token in body?.DescendantTokens() ?? [])
        {
            tokens.Add(token.Text);
        }

        // What the parser left out is no token.
        tokens.Add(body is { ContainsSkippedText: true } ? body.ToFullString() : "");
        return tokens;
    }

    private static IEnumerable<string> CallsIn(SyntaxNode? node) => (node?.DescendantNodes() ?? [])
        .OfType<InvocationExpressionSyntax>()
        .Select(static call => call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            SimpleNameSyntax name => name,
            _ => null,
        })
        .Where(static name => name is not null)
        .Select(static name => name!.Identifier.ValueText)
        .Distinct();
}
