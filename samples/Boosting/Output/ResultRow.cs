namespace Boosting.Output;

/// <summary>A row of a table.</summary>
/// <typeparam name="TScore">What the table says of each objective.</typeparam>
/// <param name="Objective">The objective's name.</param>
/// <param name="Booster">What grew the trees.</param>
/// <param name="Score">What was achieved.</param>
/// <param name="Timed">The run whose times are shown; null if LightGBM computed derivatives and trees in one.</param>
public sealed record ResultRow<TScore>(string Objective, string Booster, TScore Score, BoostingRun? Timed)
{
    /// <summary>The last two cells.</summary>
    public string[] Times => [Seconds(Timed?.ObjectiveTime), Seconds(Timed?.TreeTime)];

    private static string Seconds(TimeSpan? time) => time is null ? "–" : $"{time.Value.TotalSeconds:F3} s";
}
