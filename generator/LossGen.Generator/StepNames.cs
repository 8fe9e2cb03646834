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

    /// <summary>A declaration that is wrong to its errors, where the generator is the one to report them. They hold their places, and so trees.</summary>
    public const string Errors = nameof(Errors);

    /// <summary>Those that run in every project, and whose values are free of compiler objects.</summary>
    public static IReadOnlyList<string> All { get; } = [Specs, Twins];
}
