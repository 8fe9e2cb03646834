using System.Globalization;
using static Boosting.LightGbm.NativeLightGbm;

namespace Boosting.LightGbm;

/// <summary>A model of LightGBM with the rows that it is trained on and tested with.</summary>
public sealed class LightGbmModel : IDisposable
{
    private const int Train = 0;
    private const int Test = 1;

    private readonly DatasetHandle _train;
    private readonly DatasetHandle _test;
    private readonly BoosterHandle _booster;

    /// <summary>A model without trees.</summary>
    /// <param name="objective">An objective of LightGBM with its parameters, or "none" if derivatives come from the caller.</param>
    /// <param name="settings">How trees are grown.</param>
    /// <param name="train">The training rows.</param>
    /// <param name="trainStart">Their predictions before the first tree.</param>
    /// <param name="test">The test rows.</param>
    /// <param name="testStart">Their predictions before the first tree.</param>
    /// <param name="target">The targets of the training rows, which only an objective of LightGBM reads.</param>
    /// <exception cref="LightGbmException">The library cannot be loaded, or LightGBM refuses an argument.</exception>
    public LightGbmModel(
        string objective,
        TreeSettings settings,
        FeatureTable train,
        ReadOnlySpan<float> trainStart,
        FeatureTable test,
        ReadOnlySpan<float> testStart,
        ReadOnlySpan<float> target = default)
    {
        RequireLibrary();
        string parameters = Parameters(settings, objective);
        using var none = new DatasetHandle();
        _train = Dataset(train, parameters, none, trainStart);
        _test = Dataset(test, parameters, _train, testStart);
        if (target.Length > 0)
        {
            Check(SetField(_train, "label", target, target.Length, Float32));
        }

        Check(CreateBooster(_train, parameters, out _booster));
        Check(AddValidData(_booster, _test));
    }

    /// <summary>Grows one more tree by the derivatives of each training row. If no split gains anything, there is none to add.</summary>
    public void AddTree(ReadOnlySpan<float> gradient, ReadOnlySpan<float> curvature) => Check(Update(_booster, gradient, curvature, out _));

    /// <summary>Grows one more tree by the objective that the model was made with.</summary>
    public void AddTree() => Check(Update(_booster, out _));

    /// <summary>Copies the prediction of each training row: the sum of the trees or, with an objective of LightGBM, the mean that it stands for.</summary>
    public void CopyTrainPredictions(Span<double> predictions) => Check(GetPredictions(_booster, Train, out _, predictions));

    /// <summary>Copies the same for each test row.</summary>
    public void CopyTestPredictions(Span<double> predictions) => Check(GetPredictions(_booster, Test, out _, predictions));

    /// <inheritdoc/>
    public void Dispose()
    {
        _booster.Dispose();
        _test.Dispose();
        _train.Dispose();
    }

    // Test rows are binned like the training rows, to which they refer.
    private static DatasetHandle Dataset(FeatureTable rows, string parameters, DatasetHandle reference, ReadOnlySpan<float> predictions)
    {
        Check(CreateDataset(rows.Values, Float32, rows.Rows, rows.Columns, isRowMajor: 1, parameters, reference, out DatasetHandle dataset));
        double[] start = new double[rows.Rows];
        for (int row = 0; row < start.Length; row++)
        {
            start[row] = predictions[row];
        }

        Check(SetField(dataset, "init_score", start, start.Length, Float64));
        return dataset;
    }

    // What the histogram booster does, in LightGBM's words. One thread: there are too few rows for more, and the result is the same every time.
    private static string Parameters(TreeSettings settings, string objective) => string.Create(
        CultureInfo.InvariantCulture,
        $"objective={objective} max_depth={settings.Depth} num_leaves={1 << settings.Depth} learning_rate={settings.LearningRate} lambda_l2={settings.Lambda} min_gain_to_split={2 * settings.Gamma} min_data_in_leaf={settings.SmallestLeaf} min_sum_hessian_in_leaf=0 min_data_in_bin=1 use_missing=false num_threads=1 deterministic=true force_col_wise=true verbosity=-1");
}
