using System.Diagnostics;

namespace Boosting;

/// <summary>
/// Gradient boosting: each tree takes a Newton step for the loss of the trees before it. It knows its loss only by the value and the two derivatives that an
/// <see cref="Objective"/> computes.
/// </summary>
public sealed class Booster : IDisposable
{
    private readonly Objective _objective;
    private readonly float[] _trainTarget;
    private readonly float[] _testTarget;
    private readonly ITreeEnsemble _trees;
    private readonly float[] _trainPredictions;
    private readonly float[] _testPredictions;
    private readonly float[] _gradient;
    private readonly float[] _curvature;
    private readonly float[] _testGradient;
    private readonly float[] _testCurvature;

    /// <summary>Starts from the best prediction that is the same for all rows.</summary>
    /// <param name="objective">What it minimises.</param>
    /// <param name="learner">What grows its trees, on the features of the rows.</param>
    /// <param name="trainTarget">What the training rows' predictions should come to.</param>
    /// <param name="testTarget">What the test rows' predictions should come to.</param>
    public Booster(Objective objective, ITreeLearner learner, float[] trainTarget, float[] testTarget)
    {
        (_objective, _trainTarget, _testTarget) = (objective, trainTarget, testTarget);
        (_trainPredictions, _testPredictions) = (new float[trainTarget.Length], new float[testTarget.Length]);
        (_gradient, _curvature) = (new float[trainTarget.Length], new float[trainTarget.Length]);
        (_testGradient, _testCurvature) = (new float[testTarget.Length], new float[testTarget.Length]);

        Start = BestConstant();
        Array.Fill(_trainPredictions, Start);
        Array.Fill(_testPredictions, Start);
        _trees = learner.Start(_trainPredictions, _testPredictions);
        Evaluate();
    }

    /// <summary>The prediction before the first tree.</summary>
    public float Start { get; }

    /// <summary>The mean loss of the training rows.</summary>
    public double TrainLoss { get; private set; }

    /// <summary>The mean loss of the test rows.</summary>
    public double TestLoss { get; private set; }

    /// <summary>The time that the generated loss has taken, for the training and the test rows.</summary>
    public TimeSpan ObjectiveTime { get; private set; }

    /// <summary>The time that growing trees and adding them up has taken.</summary>
    public TimeSpan TreeTime { get; private set; }

    /// <summary>The prediction for each test row.</summary>
    public ReadOnlySpan<float> TestPredictions => _testPredictions;

    /// <summary>Grows one more tree and adds it to the predictions.</summary>
    public void AddTree()
    {
        long started = Stopwatch.GetTimestamp();
        _trees.AddTree(_gradient, _curvature, _trainPredictions, _testPredictions);
        TreeTime += Stopwatch.GetElapsedTime(started);

        Evaluate();
    }

    /// <inheritdoc/>
    public void Dispose() => _trees.Dispose();

    private void Evaluate()
    {
        long started = Stopwatch.GetTimestamp();
        TrainLoss = _objective(_trainPredictions, _trainTarget, _gradient, _curvature);
        TestLoss = _objective(_testPredictions, _testTarget, _testGradient, _testCurvature);
        ObjectiveTime += Stopwatch.GetElapsedTime(started);

        MakePositive(_curvature);
    }

    // A loss that is not convex curves downwards for some rows. There the size of its curvature still says how far its gradient holds.
    private static void MakePositive(Span<float> curvature)
    {
        foreach (ref float value in curvature)
        {
            value = Math.Abs(value);
        }
    }

    private float BestConstant()
    {
        const int Steps = 50;

        double constant = 0;
        for (int step = 0; step < Steps; step++)
        {
            Array.Fill(_trainPredictions, (float)constant);
            _objective(_trainPredictions, _trainTarget, _gradient, _curvature);
            MakePositive(_curvature);

            double curvature = _curvature.Sum(static value => (double)value);
            constant -= _gradient.Sum(static value => (double)value) / Math.Max(curvature, 1e-12);
        }

        return (float)constant;
    }
}
