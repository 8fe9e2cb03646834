using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Declarations;

/// <summary>
/// What declarations can depend on in a compilation: references, options, and of every file what <see cref="TreeSurface"/> keeps. Two compilations
/// that differ in comments and in bodies that no formula can call have equal surfaces, and then no declaration has to be looked at again: binding the attributes of a
/// thousand classes takes far longer than comparing surfaces.
/// </summary>
/// <remarks>
/// Files with attributes that may be losses' count as the trees they are: whoever is given a changed declaration is given a new surface with it.
/// A value: which compilations have it is what <see cref="DeclarationReader"/> knows.
/// </remarks>
internal sealed class DeclaredSurface : IEquatable<DeclaredSurface>
{
    private readonly Fingerprint fingerprint;
    private readonly ImmutableHashSet<string> aliases;

    private DeclaredSurface(Compilation compilation, CancellationToken cancellation)
    {
        TreeSurface[] surfaces = [.. compilation.SyntaxTrees.Select(TreeSurface.Of)];
        aliases = OfLosses([.. surfaces.SelectMany(static surface => surface.Aliases)]);
        var all = new Fingerprint();
        all.Add(compilation.AssemblyName ?? "");
        all.AddIdentity(compilation.Options);
        foreach (MetadataReference reference in compilation.References)
        {
            all.AddIdentity(reference);
        }

        // Formulas are read with what they call, wherever it stands.
        bool hasFormulas = surfaces.Any(surface => surface.ClassAttributes.Any(MayBringFormula));
        int index = 0;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            TreeSurface surface = surfaces[index++];
            all.Add(surface.Declared);
            if (hasFormulas)
            {
                all.Add(surface.Functions);
            }

            if (surface.ClassAttributes.Any(MayBeLoss))
            {
                all.AddIdentity(tree);
            }
        }

        fingerprint = all;
    }

    public static DeclaredSurface Of(Compilation compilation, CancellationToken cancellation) => new(compilation, cancellation);

    /// <summary>Whether a part of a class bears an attribute that, as it is written, may be a loss's.</summary>
    public bool MayDeclareLoss(TypeDeclarationSyntax type) => TreeSurface.AttributeNames(type).Any(MayBeLoss);

    // The names of attributes that count as losses' follow from what the fingerprint is made of.
    public bool Equals(DeclaredSurface? other) => other is not null && fingerprint == other.fingerprint;

    public override bool Equals(object? obj) => Equals(obj as DeclaredSurface);

    public override int GetHashCode() => fingerprint.GetHashCode();

    // As C# looks an attribute up: as it is written, or with the suffix.
    private bool MayBeLoss(string attribute) => LossAttributeName.IsWritten(attribute) || IsAlias(attribute);

    private bool MayBringFormula(string attribute) => LossAttributeName.BringsFormula(attribute) || IsAlias(attribute);

    private bool IsAlias(string attribute) => aliases.Contains(attribute) || aliases.Contains(attribute + "Attribute");

    // The names of losses, and of what names these: an alias may stand for another, of a file or of the whole project.
    private static ImmutableHashSet<string> OfLosses(IReadOnlyList<(string Alias, string Target)> all)
    {
        ImmutableHashSet<string> found = [];
        for (int known = -1; known < found.Count;)
        {
            known = found.Count;
            found = found.Union(all.Where(pair => LossAttributeName.IsWritten(pair.Target) || found.Contains(pair.Target)).Select(static pair => pair.Alias));
        }

        return found;
    }
}
