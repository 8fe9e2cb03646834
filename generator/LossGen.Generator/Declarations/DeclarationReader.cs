using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Declarations;

/// <summary>
/// Reads declarations in whatever compilation has the surface that they are read for. The driver keeps the first of equal surfaces, whose compilation may be gone
/// by the time a declaration is read, as it is again after a failure; of those that came later with an equal one, that of the run itself is still there.
/// </summary>
/// <remarks>
/// One for each pipeline, and as long-lived as that. It holds compilations weakly, the newest first, and forgets those that are gone with the next that comes. Which one
/// a declaration is read in makes no difference: equal surfaces are of the same trees, and of the same meaning, wherever there are declarations.
/// </remarks>
internal sealed class DeclarationReader
{
    private readonly List<(DeclaredSurface Surface, WeakReference<Compilation> Compilation)> known = [];

    /// <summary>The surface of a compilation, which from now on is one to read in.</summary>
    public DeclaredSurface Enter(Compilation compilation, CancellationToken cancellation)
    {
        DeclaredSurface surface = DeclaredSurface.Of(compilation, cancellation);
        lock (known)
        {
            known.RemoveAll(static entry => !entry.Compilation.TryGetTarget(out _));
            known.Insert(0, (surface, new WeakReference<Compilation>(compilation)));
        }

        return surface;
    }

    /// <summary>Reads the declaration that a part of a class bears; null where it bears none.</summary>
    public ReadDeclaration? Read(TypeDeclarationSyntax type, DeclaredSurface surface, CancellationToken cancellation)
    {
        if (!surface.MayDeclareLoss(type))
        {
            return null;
        }

        SemanticModel model = Find(surface).GetSemanticModel(type.SyntaxTree);
        if (model.GetDeclaredSymbol(type, cancellation) is not INamedTypeSymbol symbol || !LossParser.IsDeclaredBy(symbol, type))
        {
            return null;
        }

        ParsedLoss parsed = LossParser.Parse(symbol, model, cancellation);
        return new ReadDeclaration(type, parsed.Spec, parsed.Problems.Any(ErrorReporter.IsError));
    }

    private Compilation Find(DeclaredSurface surface)
    {
        lock (known)
        {
            foreach ((DeclaredSurface other, WeakReference<Compilation> compilation) in known)
            {
                if (other.Equals(surface) && compilation.TryGetTarget(out Compilation? found))
                {
                    return found;
                }
            }
        }

        throw new InvalidOperationException("A declaration is read outside of any run.");
    }
}
