using LossGen.Generator.Losses;

namespace LossGen.Explain.Sources;

/// <summary>A loss that a source declares.</summary>
/// <param name="Name">The class's full name.</param>
/// <param name="SimpleName">Its name alone.</param>
/// <param name="Spec">What the declaration says; null if it has no meaning, which diagnostics explain.</param>
internal sealed record DeclaredLoss(string Name, string SimpleName, LossSpec? Spec)
{
    /// <summary>The selected loss of several, or the only one.</summary>
    public static DeclaredLoss Choose(IReadOnlyList<DeclaredLoss> losses, string? asked)
    {
        string names = string.Join(", ", losses.Select(static loss => loss.Name));
        DeclaredLoss[] found = [.. losses.Where(loss => asked is null || loss.Name == asked || loss.SimpleName == asked)];
        return found switch
        {
            [DeclaredLoss loss] => loss,
            _ when losses.Count == 0 => throw new UsageException("No loss is declared there: a loss is a partial class with an attribute such as [SoftmaxLoss(Shape.Batch, 10)]."),
            [] => throw new UsageException($"--loss takes one of {names}, not '{asked}'."),
            _ when asked is null => throw new UsageException($"{losses.Count} losses are declared there: choose one of {names} with --loss."),
            _ => throw new UsageException($"--loss {asked} may be any of {string.Join(", ", found.Select(static loss => loss.Name))}: give the full name."),
        };
    }
}
