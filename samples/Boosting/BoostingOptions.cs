namespace Boosting;

/// <summary>What the command line asks for.</summary>
/// <param name="Objective">The name of an objective, or <see cref="All"/>.</param>
/// <param name="Booster">The <see cref="BoosterKind.Option"/> of a kind of booster, or <see cref="All"/>.</param>
/// <param name="Trees">The number of trees of each booster.</param>
/// <param name="Depth">The most splits between the root of a tree and a leaf.</param>
/// <param name="Seed">The seed for the split into training and test images.</param>
public sealed record BoostingOptions(string Objective, string Booster, int Trees, int Depth, int Seed)
{
    /// <summary>Every objective, or every kind of booster, one after another.</summary>
    public const string All = "all";

    /// <summary>Whether an objective is asked for.</summary>
    public bool Includes(string objective) => Objective == All || Objective == objective;

    /// <summary>The kinds of booster that are asked for.</summary>
    public IReadOnlyList<BoosterKind> Boosters => [.. BoosterKind.All.Where(kind => Booster == All || Booster == kind.Option)];
}
