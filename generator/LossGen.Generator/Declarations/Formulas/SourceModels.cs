using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>What the files mean that a formula's text stands in: that of the loss attribute first, others where something that the formula uses is in them.</summary>
/// <param name="own">What the file with the attribute means.</param>
internal sealed class SourceModels(SemanticModel own)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> known = new() { [own.SyntaxTree] = own };

    /// <summary>What a file means; null where it belongs to another project, as it does in an editor that compiles several at once.</summary>
    /// <remarks>
    /// Analyzers are to take the models that they are given, which are shared. None is given for a further file, and few formulas need one: it is made once for each reading.
    /// </remarks>
    public SemanticModel? Of(SyntaxTree tree)
    {
        if (!known.TryGetValue(tree, out SemanticModel? model) && own.Compilation.ContainsSyntaxTree(tree))
        {
            known[tree] = model = own.Compilation.GetSemanticModel(tree);
        }

        return model;
    }

    /// <summary>What a text means; null where it is no operation, or belongs to another project.</summary>
    public IOperation? Operation(SyntaxNode syntax, CancellationToken cancellation) => Of(syntax.SyntaxTree)?.GetOperation(syntax, cancellation);

    /// <summary>The declaration of a symbol in this project that a condition holds for.</summary>
    public T? Declaration<T>(ISymbol symbol, Func<T, bool> isWanted, CancellationToken cancellation)
        where T : SyntaxNode => symbol.DeclaringSyntaxReferences
        .Where(reference => own.Compilation.ContainsSyntaxTree(reference.SyntaxTree))
        .Select(reference => reference.GetSyntax(cancellation))
        .OfType<T>()
        .FirstOrDefault(isWanted);
}
