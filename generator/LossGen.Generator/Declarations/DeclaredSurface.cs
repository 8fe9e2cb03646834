using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Declarations;

/// <summary>
/// What declarations can depend on in a compilation: references, options, and of every file what <see cref="TreeSurface"/> keeps. Two compilations
/// that differ in bodies and comments only have equal surfaces, and then no declaration has to be looked at again: binding the attributes of a
/// thousand classes takes far longer than comparing surfaces.
/// </summary>
/// <remarks>
/// Files with attributes that may be losses' count as the trees they are: whoever is given a changed declaration is given a new surface with it.
/// The compilation is held weakly: it lives as long as the run that needs it.
/// </remarks>
internal sealed class DeclaredSurface : IEquatable<DeclaredSurface>
{
    private readonly Fingerprint fingerprint;
    private readonly ImmutableHashSet<string> aliases;
    private readonly WeakReference<Compilation> compilation;

    private DeclaredSurface(Compilation compilation, CancellationToken cancellation)
    {
        this.compilation = new WeakReference<Compilation>(compilation);
        TreeSurface[] surfaces = [.. compilation.SyntaxTrees.Select(TreeSurface.Of)];
        aliases = [.. surfaces.SelectMany(static surface => surface.LossAliases)];
        var all = new Fingerprint();
        all.Add(compilation.AssemblyName ?? "");
        all.AddIdentity(compilation.Options);
        foreach (MetadataReference reference in compilation.References)
        {
            all.AddIdentity(reference);
        }

        int index = 0;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            TreeSurface surface = surfaces[index++];
            all.Add(surface.Tokens);
            if (surface.ClassAttributes.Any(MayBeLoss))
            {
                all.AddIdentity(tree);
            }
        }

        fingerprint = all;
    }

    public static DeclaredSurface Of(Compilation compilation, CancellationToken cancellation) => new(compilation, cancellation);

    /// <summary>Reads the declaration that a class bears; null where it bears none, or one that means nothing.</summary>
    public Model.LossSpec? Read(TypeDeclarationSyntax type, CancellationToken cancellation)
    {
        if (!TreeSurface.AttributeNames(type).Any(MayBeLoss))
        {
            return null;
        }

        if (!compilation.TryGetTarget(out Compilation? current))
        {
            throw new InvalidOperationException("A surface outlived its compilation.");
        }

        return current.GetSemanticModel(type.SyntaxTree).GetDeclaredSymbol(type, cancellation) is INamedTypeSymbol symbol && LossParser.IsDeclaredBy(symbol, type)
            ? LossParser.Parse(symbol, cancellation).Spec
            : null;
    }

    public bool Equals(DeclaredSurface? other) => other is not null && fingerprint == other.fingerprint;

    public override bool Equals(object? obj) => Equals(obj as DeclaredSurface);

    public override int GetHashCode() => fingerprint.GetHashCode();

    private bool MayBeLoss(string attribute) => LossAttributeName.IsWritten(attribute) || aliases.Contains(attribute);
}
