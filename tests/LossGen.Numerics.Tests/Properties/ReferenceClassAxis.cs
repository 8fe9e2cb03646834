using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Properties;

/// <summary>The losses over a class axis, in float64 from the table of losses, one location after another.</summary>
internal sealed class ReferenceClassAxis
{
    private readonly ReferenceShape shape;
    private readonly double[] prediction;
    private readonly double scale;
    private readonly List<double> terms = [];
    private readonly double[] predictionGradient;
    private readonly double[] targetGradient;
    private readonly double[] magnitudes;

    private ReferenceClassAxis(ReferenceShape shape, double weight, double[] prediction)
    {
        this.shape = shape;
        this.prediction = prediction;
        scale = weight / shape.Locations;
        predictionGradient = new double[shape.Count];
        targetGradient = new double[shape.Count];
        magnitudes = new double[shape.Count];
    }

    /// <summary>
    /// The ground truth is labels, one per location, or soft labels, one per element. The weights are ω of every element, normalised. A probability
    /// is clamped to at least the smallest normal number, which depends on the element type.
    /// </summary>
    public static ReferenceResult Evaluate(
        LossKind loss, ReferenceShape shape, double weight, double[] prediction, double[] groundTruth, double[] weights, double smallestNormal)
    {
        ReferenceClassAxis evaluation = new(shape, weight, prediction);
        for (int outer = 0; outer < shape.Outer; outer++)
        {
            for (int inner = 0; inner < shape.Inner; inner++)
            {
                int[] row = [.. Enumerable.Range(0, shape.Classes).Select(c => shape.Position(outer, c, inner))];
                int location = shape.Location(outer, inner);
                switch (loss)
                {
                    case LossKind.Softmax:
                        evaluation.Softmax(row, (int)groundTruth[location], weights);
                        break;
                    case LossKind.MultinomialLogistic:
                        evaluation.MultinomialLogistic(row, (int)groundTruth[location], weights, smallestNormal);
                        break;
                    case LossKind.SoftlabelSoftmax:
                        evaluation.SoftlabelSoftmax(row, groundTruth, weights[row[0]]);
                        break;
                    default:
                        throw new ArgumentOutOfRangeException(nameof(loss), loss, message: null);
                }
            }
        }

        double value = shape.Count == 0 ? 0.0 : evaluation.scale * ReferenceMath.Sum(evaluation.terms);
        LossResult result = new(value, evaluation.predictionGradient, loss == LossKind.SoftlabelSoftmax ? evaluation.targetGradient : null);

        // No term is negative, so that the value is its own magnitude.
        return new ReferenceResult(result, value, evaluation.magnitudes);
    }

    private void Softmax(int[] row, int label, double[] weights)
    {
        ReferenceRow logits = new([.. row.Select(i => prediction[i])]);
        double weight = weights[row[label]];
        terms.Add(weight * logits.MinusLogProbability(label));
        for (int c = 0; c < row.Length; c++)
        {
            predictionGradient[row[c]] = scale * weight * (c == label ? -logits.ProbabilityOfOthers(c) : logits.Probability(c));
            magnitudes[row[c]] = scale * weight;
        }
    }

    private void MultinomialLogistic(int[] row, int label, double[] weights, double smallestNormal)
    {
        double probability = Math.Max(prediction[row[label]], smallestNormal);
        double weight = weights[row[label]];
        terms.Add(weight * -Math.Log(probability));
        predictionGradient[row[label]] = -scale * weight / probability;
        foreach (int position in row)
        {
            magnitudes[position] = scale * weight;
        }
    }

    private void SoftlabelSoftmax(int[] row, double[] target, double weight)
    {
        ReferenceRow logits = new([.. row.Select(i => prediction[i])]);
        double[] softLabels = [.. row.Select(i => target[i])];
        terms.AddRange(softLabels.Select((softLabel, c) => softLabel == 0.0 ? 0.0 : weight * softLabel * logits.MinusLogProbability(c)));
        for (int c = 0; c < row.Length; c++)
        {
            // σ_c · Σ y − y_c, the share of y_c itself computed separately, so that a confident prediction keeps its precision.
            double others = ReferenceMath.Sum(softLabels.Where((_, j) => j != c));
            predictionGradient[row[c]] = scale * weight * ((logits.Probability(c) * others) - (softLabels[c] * logits.ProbabilityOfOthers(c)));
            targetGradient[row[c]] = scale * weight * logits.MinusLogProbability(c);
            magnitudes[row[c]] = scale * weight;
        }
    }
}
