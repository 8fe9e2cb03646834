using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// The semantic models of the files that contain a formula's text: the loss attribute's file first, others if they contain something that the formula uses.
/// </summary>
/// <param name="own">The model of the file with the attribute.</param>
internal sealed class SourceModels(SemanticModel own)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> known = new() { [own.SyntaxTree] = own };

    /// <summary>The model of a file; null if it belongs to another project, as in an editor that compiles several at once.</summary>
    /// <remarks>
    /// Analyzers should use the models that they are given, which are shared. None is given for another file, and few formulas need one: it is made once per reading.
    /// </remarks>
    public SemanticModel? Of(SyntaxTree tree)
    {
        if (!known.TryGetValue(tree, out SemanticModel? model) && own.Compilation.ContainsSyntaxTree(tree))
        {
            known[tree] = model = own.Compilation.GetSemanticModel(tree);
        }

        return model;
    }

    /// <summary>The operation of a syntax node; null if it has none, or belongs to another project.</summary>
    public IOperation? Operation(SyntaxNode syntax, CancellationToken cancellation) => Of(syntax.SyntaxTree)?.GetOperation(syntax, cancellation);

    /// <summary>The declaration of a symbol in this project that satisfies a condition.</summary>
    public T? Declaration<T>(ISymbol symbol, Func<T, bool> isWanted, CancellationToken cancellation)
        where T : SyntaxNode => symbol.DeclaringSyntaxReferences
        .Where(reference => own.Compilation.ContainsSyntaxTree(reference.SyntaxTree))
        .Select(reference => reference.GetSyntax(cancellation))
        .OfType<T>()
        .FirstOrDefault(isWanted);
}
