using LossGen.Generator.Losses;
using LossGen.Inspection.Sources;

namespace LossGen.Explorer.Compilation;

/// <summary>A loss of a compiled text.</summary>
public sealed class ExploredLoss
{
    internal ExploredLoss(CompiledDeclaration text, DeclaredLoss declared)
    {
        Text = text;
        Declared = declared;
    }

    /// <summary>The text that declares it.</summary>
    public CompiledDeclaration Text { get; }

    /// <summary>The class's full name.</summary>
    public string Name => Declared.Name;

    /// <summary>Whether the declaration has a meaning, so that there is something to show.</summary>
    public bool IsGenerated => Declared.Spec is not null;

    internal DeclaredLoss Declared { get; }

    /// <summary>What the declaration says, where it has a meaning.</summary>
    internal LossSpec Spec => Declared.Spec!;
}
