namespace Boosting;

/// <summary>Boosters that grow together, round by round: one for each digit, or a single one.</summary>
/// <param name="name">The name of their objective.</param>
/// <param name="kind">What grows their trees.</param>
/// <param name="boosters">The boosters, before their first tree.</param>
public sealed class BoostingRun(string name, BoosterKind kind, IReadOnlyList<Booster> boosters) : IDisposable
{
    private readonly List<RoundResult> _rounds = [Losses(boosters, 0)];

    /// <summary>The name of the objective.</summary>
    public string Name { get; } = name;

    /// <summary>What grows the trees.</summary>
    public BoosterKind Kind { get; } = kind;

    /// <summary>The boosters.</summary>
    public IReadOnlyList<Booster> Boosters { get; } = boosters;

    /// <summary>The losses before the first tree, and after each round.</summary>
    public IReadOnlyList<RoundResult> Rounds => _rounds;

    /// <summary>The number of trees of each booster.</summary>
    public int Trees => _rounds.Count - 1;

    /// <summary>The time of the generated loss, in all rounds.</summary>
    public TimeSpan ObjectiveTime => TimeSpan.FromTicks(Boosters.Sum(static booster => booster.ObjectiveTime.Ticks));

    /// <summary>The time of the trees, in all rounds.</summary>
    public TimeSpan TreeTime => TimeSpan.FromTicks(Boosters.Sum(static booster => booster.TreeTime.Ticks));

    /// <summary>Adds a tree to each booster.</summary>
    public void AddRound()
    {
        foreach (Booster booster in Boosters)
        {
            booster.AddTree();
        }

        _rounds.Add(Losses(Boosters, _rounds.Count));
    }

    /// <summary>The names of objective and booster.</summary>
    public override string ToString() => $"{Name}, {Kind.Name}";

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Booster booster in Boosters)
        {
            booster.Dispose();
        }
    }

    private static RoundResult Losses(IReadOnlyList<Booster> boosters, int round) =>
        new(round, boosters.Average(static booster => booster.TrainLoss), boosters.Average(static booster => booster.TestLoss));
}
