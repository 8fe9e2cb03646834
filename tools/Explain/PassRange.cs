using System.Globalization;
using LossGen.Inspection.Tracing;

namespace LossGen.Explain;

/// <summary>The passes that are shown, each by its name or its number; of a name that occurs several times, a range starts at the first and ends at the last.</summary>
internal sealed record PassRange(string? Single, string? First, string? Last)
{
    public static PassRange Of(string? single, string? first, string? last) =>
        single is null || (first is null && last is null)
            ? new PassRange(single, first, last)
            : throw new UsageException("--pass shows one pass and --from and --to a range: give one or the other.");

    /// <summary>The steps that are shown.</summary>
    public IReadOnlyList<TraceStep> Of(IReadOnlyList<TraceStep> steps)
    {
        if (Single is not null)
        {
            return Named("--pass", Single, steps);
        }

        int first = First is null ? 1 : Named("--from", First, steps)[0].Number;
        int last = Last is null ? steps.Count : Named("--to", Last, steps)[^1].Number;
        return first <= last
            ? [.. steps.Skip(first - 1).Take(last - first + 1)]
            : throw new UsageException($"--from {First} is pass {first}, after --to {Last}, which is pass {last}: exchange them.");
    }

    private static List<TraceStep> Named(string option, string pass, IReadOnlyList<TraceStep> steps)
    {
        List<TraceStep> found = [.. steps.Where(step => step.Name.Equals(pass, StringComparison.OrdinalIgnoreCase) || step.Number.ToString(CultureInfo.InvariantCulture) == pass)];
        return found.Count > 0
            ? found
            : throw new UsageException($"{option} takes a number from 1 to {steps.Count} or one of {string.Join(", ", steps.Select(static step => step.Name).Distinct())}, not '{pass}'.");
    }
}
