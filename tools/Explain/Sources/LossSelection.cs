using LossGen.Inspection.Sources;

namespace LossGen.Explain.Sources;

/// <summary>Finds the loss that a command line means.</summary>
internal static class LossSelection
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
