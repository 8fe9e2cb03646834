namespace Boosting.LightGbm;

/// <summary>An objective that LightGBM has itself, beside which a generated loss of the same formula is put.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="Parameters">Its name in LightGBM, and the parameters of the loss.</param>
/// <param name="Link">Turns the mean, which LightGBM predicts, into the sum of the trees.</param>
public sealed record OwnObjective(string Name, string Parameters, Func<double, double> Link)
{
    /// <summary>Binary cross-entropy of a logit.</summary>
    public static OwnObjective Binary { get; } = new("own binary", "binary", static probability => Math.Log(probability / (1 - probability)));

    /// <summary>The Tweedie distribution of power 1.5.</summary>
    public static OwnObjective Tweedie { get; } = new("own Tweedie", "tweedie tweedie_variance_power=1.5", Math.Log);

    /// <summary>What a model that LightGBM trains by this objective predicts for the test rows.</summary>
    /// <param name="settings">How trees are grown.</param>
    /// <param name="trees">How many.</param>
    /// <param name="start">The prediction of every row before the first tree.</param>
    /// <param name="train">The features of the training rows.</param>
    /// <param name="target">The targets of the training rows.</param>
    /// <param name="test">The features of the test rows.</param>
    /// <returns>The sum of the trees for each test row.</returns>
    /// <exception cref="LightGbmException">The library cannot be loaded, or refuses the targets.</exception>
    public float[] TestPredictions(TreeSettings settings, int trees, float start, FeatureTable train, ReadOnlySpan<float> target, FeatureTable test)
    {
        float[] trainStart = new float[train.Rows], testStart = new float[test.Rows];
        Array.Fill(trainStart, start);
        Array.Fill(testStart, start);
        using var model = new LightGbmModel(Parameters, settings, train, trainStart, test, testStart, target);
        for (int tree = 0; tree < trees; tree++)
        {
            model.AddTree();
        }

        double[] means = new double[test.Rows];
        model.CopyTestPredictions(means);
        return [.. means.Select(mean => (float)Link(mean))];
    }
}
