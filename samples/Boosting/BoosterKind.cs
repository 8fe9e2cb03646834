using Boosting.LightGbm;
using Boosting.Trees;

namespace Boosting;

/// <summary>What grows the trees.</summary>
/// <param name="Option">Its name on the command line.</param>
/// <param name="Name">Its name in tables.</param>
/// <param name="Learner">Prepares training and test rows.</param>
public sealed record BoosterKind(string Option, string Name, Func<FeatureTable, FeatureTable, TreeSettings, ITreeLearner> Learner)
{
    /// <summary>The trees of this sample, which need nothing but .NET.</summary>
    public static BoosterKind Histogram { get; } = new("histogram", "histogram", static (train, test, settings) => new HistogramLearner(train, test, settings));

    /// <summary>LightGBM, a native library.</summary>
    public static BoosterKind LightGbm { get; } = new("lightgbm", "LightGBM", static (train, test, settings) => new LightGbmLearner(train, test, settings));

    /// <summary>All of them, in the order of tables.</summary>
    public static IReadOnlyList<BoosterKind> All { get; } = [Histogram, LightGbm];
}
