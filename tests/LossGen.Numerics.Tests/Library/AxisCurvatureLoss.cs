using System.Globalization;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Library;

/// <summary>A loss along an axis with second derivatives.</summary>
/// <param name="Name">The class.</param>
/// <param name="Classes">The size of the axis.</param>
/// <param name="Attribute">The attribute, with a place {0} for the type of the elements where it has one.</param>
/// <param name="Parameters">The parameters of its formula, {1} being the type; none if it is built in.</param>
/// <param name="Body">The body of its formula, in which {2} ends the name of the class of functions.</param>
/// <param name="Inner">The distance between neighbouring elements of the axis.</param>
internal sealed record AxisCurvatureLoss(string Name, int Classes, string Attribute, string Parameters = "", string Body = "", int Inner = 1)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<AxisCurvatureLoss> All { get; } =
    [
        new("Softmax2", 2, "[SoftmaxLoss(Shape.Batch, 2, Curvature = true, {0})]"),
        new("Softmax3", 3, "[SoftmaxLoss(Shape.Batch, 3, Curvature = true, {0})]"),
        new("Softmax10", 10, "[SoftmaxLoss(Shape.Batch, 10, Curvature = true, {0})]"),
        new("Softmax40", 40, "[SoftmaxLoss(Shape.Batch, 40, Curvature = true, {0})]"),
        new("Softmax257", 257, "[SoftmaxLoss(Shape.Batch, 257, Curvature = true, {0})]"),
        new("SoftmaxInner", 7, "[SoftmaxLoss(Shape.Batch, 7, 3, Dim = 1, Curvature = true, {0})]", Inner: 3),
        new("SoftmaxManyInner", 2100, "[SoftmaxLoss(Shape.Batch, 2100, 2, Dim = 1, Curvature = true, {0})]", Inner: 2),
        new("Smoothed", 10, "[SoftmaxLoss(Shape.Batch, 10, Curvature = true, LabelSmoothing = 0.1, ZLoss = 0.01, SoftCap = 5, Temperature = 1.5, {0})]"),
        new("SmoothedByClass", 6, "[SoftmaxLoss(Shape.Batch, 6, Curvature = true, LabelSmoothing = 0.2, Weighting = WeightingMode.PerClass, Weights = [1, 2, 0.5, 0, 3, 1], Normalize = WeightNormalization.None, {0})]"),
        new("CappedInRows", 80, "[SoftmaxLoss(Shape.Batch, 80, Curvature = true, SoftCap = 3, ZLoss = 0.1, {0})]"),
        new("Focal", 10, "[FocalLoss(Shape.Batch, 10, Curvature = true, Gamma = 2, {0})]"),
        new("FocalOfRoot", 5, "[FocalLoss(Shape.Batch, 5, Curvature = true, Gamma = 1.5, {0})]"),
        new("FocalInRows", 70, "[FocalLoss(Shape.Batch, 70, Curvature = true, Gamma = 2, {0})]"),
        new("SquaredMargin", 6, "[MultiMarginLoss(Shape.Batch, 6, Curvature = true, P = 2, {0})]"),
        new("Logarithm", 6, "[MultinomialLogisticLoss(Shape.Batch, 6, Curvature = true, {0})]") { Least = 0.2 },
        new("SoftLabels", 9, "[SoftlabelSoftmaxLoss(Shape.Batch, 9, Curvature = true, {0})]") { HasTarget = true },
        new("SoftLabelsInRows", 64, "[SoftlabelSoftmaxLoss(Shape.Batch, 64, Curvature = true, ZLoss = 0.01, Temperature = 0.5, {0})]") { HasTarget = true },
        new("MultiLabel", 6, "[MultiLabelSoftMarginLoss(Shape.Batch, 6, Curvature = true, {0})]") { HasTarget = true },
        new("Dice", 6, "[DiceLoss(Shape.Batch, 6, Curvature = true, {0})]") { HasTarget = true, Least = 0.1 },
        new("Poly", 8, "[ClassAxisLoss(Shape.Batch, 8, Curvature = true)]", "ClassLogits<{1}> x, int label", "return 2 * (1 - x.Probability(label)) - x.LogProbability(label) + Math{2}.Exp(x[2]);"),
        new("Divergence", 7, "[AxisLoss(Shape.Batch, 7, Curvature = true)]", "ReadOnlySpan<{1}> x, ReadOnlySpan<{1}> y", """
            {1} sum = 0;
            for (int i = 0; i < x.Length; i++)
            {{
                {1} p = Along.Softmax(x, i), q = Along.Softmax(y, i);
                {1} mean = (p + q) / 2;
                sum += p * Math{2}.Log(p / mean) + q * Math{2}.Log(q / mean);
            }}

            return sum / 2;
            """) { HasTarget = true },

        // A reduction and what contains it, next to each other in a third.
        new("Spread", 6, "[AxisLoss(Shape.Batch, 6, Curvature = true)]", "ReadOnlySpan<{1}> x, ReadOnlySpan<{1}> y", """
            {1} mean = 0;
            for (int i = 0; i < x.Length; i++)
            {{
                mean += Along.Softmax(x, i) * y[i] * x[i];
            }}

            {1} spread = 0;
            for (int i = 0; i < x.Length; i++)
            {{
                {1} distance = y[i] * x[i] - mean;
                spread += Along.Softmax(x, i) * distance * distance * Along.Entropy(x);
            }}

            return spread;
            """) { HasTarget = true },
        new("Hardest", 8, "[AxisLoss(Shape.Batch, 8, Curvature = true)]", "ReadOnlySpan<{1}> x, int label", """
            {1} hardest = {1}.NegativeInfinity;
            for (int i = 0; i < x.Length; i++)
            {{
                if (i != label)
                {{
                    hardest = Math{2}.Max(hardest, x[i]);
                }}
            }}

            {1} distance = 4 + hardest - x[label];
            return distance * distance * distance;
            """),
        new("Cosine", 9, "[AxisLoss(Shape.Batch, 9, Curvature = true)]", "ReadOnlySpan<{1}> x, ReadOnlySpan<{1}> y", "return 1 - Along.Dot(x, y) / (Along.Norm(x) * Along.Norm(y));") { HasTarget = true },
    ];

    /// <summary>Their classes.</summary>
    public static CompiledInEitherType Compiled { get; } = new(static isDouble => All.Select(loss => loss.Source(isDouble)));

    /// <summary>Whether its second input has an element for each of the first; otherwise it is a label.</summary>
    public bool HasTarget { get; init; }

    /// <summary>The least element of the first input, where that is a probability; null where it may be any number.</summary>
    public double? Least { get; init; }

    public string Source(bool isDouble)
    {
        string type = isDouble ? "double" : "float", second = HasTarget ? type : "int", formula = Parameters.Length == 0 ? "" : Text("[Formula] private static {1} Value(" + Parameters + ") {{ " + Body + " }}", isDouble);
        return $$"""
            using System;
            using LossGen;

            {{Text(Attribute, isDouble)}}
            public sealed partial class {{Name}}
            {
                {{formula}}

                public static {{type}} Run({{type}}[] x, {{second}}[] y, {{type}}[] gradient, {{type}}[] curvature) => new {{Name}}().ForwardBackwardCurvature(x, y, gradient, curvature);

                public static {{type}} Together({{type}}[] x, {{second}}[] y, {{type}}[] gradient, double scale) => new {{Name}}().ForwardBackward(x, y, gradient, scale: scale);
            }
            """;
    }

    private static string Text(string format, bool isDouble) =>
        string.Format(CultureInfo.InvariantCulture, format, "Element = ElementType." + (isDouble ? "Double" : "Single"), isDouble ? "double" : "float", isDouble ? "" : "F");
}
