namespace LossGen.Generator;

/// <summary>Tracking names of the incremental steps, by which tests ask what was cached.</summary>
internal static class StepNames
{
    /// <summary>A compilation to what declarations can depend on in it.</summary>
    public const string Surface = nameof(Surface);

    /// <summary>An attributed class to its <see cref="Losses.LossSpec"/>; nothing where the declaration is rejected.</summary>
    public const string Specs = nameof(Specs);

    /// <summary>All specs to the names among them that differ only in case, for which nothing is generated.</summary>
    public const string Twins = nameof(Twins);

    public static IReadOnlyList<string> All { get; } = [Specs, Twins];
}
