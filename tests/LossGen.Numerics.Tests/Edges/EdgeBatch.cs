using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Properties;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>
/// Harmless data of some samples, one location of which takes an edge case. All is kept as rows of classes, one per location, and put where
/// the loss's shape has them.
/// </summary>
internal sealed class EdgeBatch
{
    private readonly EdgeLoss loss;
    private readonly object instance;
    private readonly double[]? callWeights;
    private readonly int[] positions;
    private readonly double[] prediction;
    private readonly double[] groundTruth;
    private readonly double[] terms;
    private readonly double[]? weights;
    private readonly int samples;
    private readonly Lazy<LossResult> harmless;

    public EdgeBatch(EdgeLoss loss, int samples, double[]? weights)
    {
        (this.loss, this.samples, this.weights) = (loss, samples, weights);
        Declaration declaration = loss.Declaration;
        ReferenceShape shape = declaration.FullShape(samples);
        (int outer, int inner) = (shape.Outer, shape.Inner);
        Locations = outer * inner;
        positions = [.. Enumerable.Range(0, Locations).SelectMany(l => Enumerable.Range(0, Classes).Select(c => ((((l / inner) * Classes) + c) * inner) + (l % inner)))];
        instance = loss.Instance(weights);
        callWeights = declaration.Weighting == WeightingMode.PerPrediction ? weights : null;
        Weights = declaration.Weighting == WeightingMode.None
            ? [.. Enumerable.Repeat(1.0, positions.Length)]
            : ToRows(ReferenceWeights.Of(shape, declaration.Weighting, declaration.Normalize, weights));
        prediction = [.. Enumerable.Range(0, Locations).SelectMany(l => HarmlessRow(l))];
        groundTruth = declaration.HasLabels
            ? [.. Enumerable.Range(0, Locations).Select(l => (double)HarmlessLabel(l))]
            : [.. Enumerable.Range(0, positions.Length).Select(static i => 0.125 * (1 + (i % 3)))];
        terms = [.. Enumerable.Range(0, Locations).Select(Term)];
        harmless = new Lazy<LossResult>(() => Run(prediction, groundTruth));
    }

    public int Locations { get; }

    public int Classes => loss.Classes;

    /// <summary>ω of every class of every location, normalised.</summary>
    public double[] Weights { get; }

    public bool IsDouble => loss.Declaration.Element == ElementType.Double;

    public LossKind Kind => loss.Declaration.Loss;

    /// <summary>The result without an edge case.</summary>
    public LossResult Harmless => harmless.Value;

    /// <summary>The same data, but the class has a weight of 0 at every location.</summary>
    public EdgeBatch WithoutWeightOf(int classIndex)
    {
        ReferenceShape shape = loss.Declaration.FullShape(loss.Declaration.Weighting == WeightingMode.PerPrediction ? samples : 1);
        return new EdgeBatch(loss, samples, [.. weights!.Select((weight, i) =>
            (loss.Declaration.Weighting == WeightingMode.PerClass ? i : i / shape.Inner % Classes) == classIndex ? 0.0 : weight)]);
    }

    /// <summary>The row of a location without an edge case.</summary>
    public double[] HarmlessRow(int location) => [.. Enumerable.Range(0, Classes).Select(c =>
        Kind == LossKind.MultinomialLogistic ? 0.0625 * (1 + ((c + location) % 7)) : 0.25 * ((c + location) % 7))];

    public int HarmlessLabel(int location) => ((location * 3) + 1) % Classes;

    /// <summary>One location with a label takes an edge case.</summary>
    public EdgeOutcome At(int location, double[] row, int label) => Outcome(location, row, [label], location, Weights[(location * Classes) + label]);

    /// <summary>One location with soft labels takes an edge case.</summary>
    public EdgeOutcome At(int location, double[] row, double[] softLabels) => Outcome(location, row, softLabels, location * Classes, weight: 1.0);

    /// <summary>Calls all members on whole rows.</summary>
    public LossResult Run(double[] rows, double[] truth)
    {
        double[] elements = FromRows(rows);
        LossResult result = loss.Declaration.HasLabels
            ? LossRun.WithLabels(instance, elements, [.. truth.Select(static label => (int)label)], callWeights)
            : LossRun.WithTarget(instance, elements, FromRows(truth));
        return new LossResult(result.Value, ToRows(result.PredictionGradient), result.GroundTruthGradient is { } second ? ToRows(second) : null);
    }

    public override string ToString() => $"{loss.Declaration.Attribute(null)}, {Locations} locations";

    private EdgeOutcome Outcome(int location, double[] row, double[] truth, int truthStart, double weight)
    {
        double[] rows = [.. prediction];
        row.CopyTo(rows, location * Classes);
        double[] truths = [.. groundTruth];
        truth.CopyTo(truths, truthStart);
        return new EdgeOutcome(this, location, weight, terms.Sum() - terms[location], Harmless, Run(rows, truths));
    }

    // What a harmless location adds to the sum.
    private double Term(int location)
    {
        double[] row = HarmlessRow(location);
        if (!loss.Declaration.HasLabels)
        {
            ReferenceRow soft = new(row);
            return Enumerable.Range(0, Classes).Sum(c => groundTruth[(location * Classes) + c] * soft.MinusLogProbability(c));
        }

        int label = HarmlessLabel(location);
        return Weights[(location * Classes) + label] * (Kind == LossKind.Softmax ? new ReferenceRow(row).MinusLogProbability(label) : -Math.Log(row[label]));
    }

    private double[] FromRows(double[] rows)
    {
        double[] elements = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            elements[positions[i]] = rows[i];
        }

        return elements;
    }

    private double[] ToRows(double[] elements) => [.. positions.Select(position => elements[position])];
}
