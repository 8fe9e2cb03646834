using System.Globalization;

namespace LossGen.Numerics.Tests.SecondOrder;

/// <summary>Losses with weights, with numbers of locations and of a call, with choices, in shapes other than a batch of rows.</summary>
internal static class OwnFormulas
{
    private static readonly InputRange Target = new(InputPlaces.Elements, 0.05, 1.05);
    private static readonly InputRange Weight = new(InputPlaces.Elements, 0.1, 2);
    private static readonly InputRange WeightOfLocation = new(InputPlaces.Locations, 0.1, 2);
    private static readonly InputRange Probability = new(InputPlaces.Elements, 0.2, 1);

    public static IReadOnlyList<SecondOrderLoss> All { get; } =
    [
        Declared("BatchLast", "SoftmaxLoss(6, Shape.Batch, Dim = 0, Curvature = true, {0})", [InputRange.Real, InputRange.Label], 6),
        Declared("TruthValues", "SoftmaxLoss(Shape.Batch, 2, 3, Dim = 1, Curvature = true, Label = LabelType.Boolean, {0})", [InputRange.Real, InputRange.Label], 2, 3),
        Declared("OneClass", "SoftmaxLoss(Shape.Batch, 1, Curvature = true, {0})", [InputRange.Real, InputRange.Label], 1),
        Declared("OfLocations", "SoftmaxLoss(Shape.Batch, 12, Curvature = true, Weighting = WeightingMode.PerLocation, Denominator = LossDenominator.WeightSum, Weight = 1.5, {0})", [InputRange.Real, InputRange.Label, WeightOfLocation], 12),
        Declared("ScaledHere", "SoftmaxLoss(Shape.Batch, 8, 5, Dim = 1, Curvature = true, LabelSmoothing = 0.1, Weighting = WeightingMode.PerPrediction, {0})", [InputRange.Real, InputRange.Label, Weight], 8, 5),
        Declared("ScaledBySample", "MultinomialLogisticLoss(Shape.Batch, 6, 5, Dim = 1, Curvature = true, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.Global, {0})", [Probability, InputRange.Label, Weight], 6, 5),
        Declared("OfDataPoints", "SoftmaxLoss(Shape.Batch, 3, 2, Dim = 1, Curvature = true, Weighting = WeightingMode.PerDataPoint, Weights = [1, 2, 3, 0.5, 4, 1], Parallelism = LossParallelism.Auto, {0})", [InputRange.Real, InputRange.Label], 3, 2),
        Declared("LabelsAlone", "MultinomialLogisticLoss(Shape.Batch, 1500, 3, Dim = 1, Curvature = true, {0})", [Probability, InputRange.Label], 1500, 3),
        Declared("NoDivisor", "SoftlabelSoftmaxLoss(Shape.Batch, 40, Curvature = true, Denominator = LossDenominator.None, {0})", [InputRange.Real, Target], 40),
        Declared("OfTwoTargets", "SoftlabelSoftmaxLoss(Shape.Batch, 2, Curvature = true, {0})", [InputRange.Real, Target], 2),
        Declared("WeightedElements", "SquareLoss(Curvature = true, Weighting = WeightingMode.PerLocation, Denominator = LossDenominator.Kept, {0})", [InputRange.Real, InputRange.Real, WeightOfLocation]),
        Formula("ThreeInputs", "ElementwiseLoss", "{1} x, {1} y, {1} z", "Math{2}.Exp(x * y) * Math{2}.Sin(z) + x * z * z / (1 + y * y)"),
        Formula("WithoutSecond", "ElementwiseLoss", "{1} x, [NoGradient] {1} y, {1} z", "x * x * y * z"),
        Formula("LearnedWidth", "ElementwiseLoss", "{1} x, {1} y, [Learned] {1} width, [Learned] {1} slope", "slope * Math{2}.Log(1 + (x - y) * (x - y) / (width * width)) + Math{2}.Log(width)"),
        Formula("LearnedTemperature", "AxisLoss(Shape.Batch, 6, 2, Dim = 1)", "ReadOnlySpan<{1}> x, int label, [Learned] {1} temperature", "Along.LogSumExp(x) * temperature - x[label] / temperature", 6, 2),
        Formula("OfLocation", "AxisLoss(Shape.Batch, 5)", "ReadOnlySpan<{1}> x, {1} positive, ReadOnlySpan<{1}> y", "positive * positive * Along.Dot(x, y) + Math{2}.Log(Along.Sum(x) + positive)", 5),
        Formula("Chosen", "AxisLoss(Shape.Batch, 9)", "ReadOnlySpan<{1}> x, ReadOnlySpan<{1}> y, [Parameter] bool isSquared = true", "isSquared ? Along.Dot(x, x) * Along.Dot(x, y) : Along.Norm(x)", 9),
        Formula("Together", "AxisLoss(Shape.Batch, 70)", "ReadOnlySpan<{1}> x, ReadOnlySpan<{1}> y", "(Along.Dot(x, y) + 1) / (Along.Sum(x) + Along.Sum(y) + 1)", 70),
        Formula("Stopped", "AxisLoss(Shape.Batch, 4)", "ReadOnlySpan<{1}> x, int label", "-(1 - Along.StopGradient(Along.Softmax(x, label))) * Math{2}.Log(Along.Softmax(x, label))", 4) with { IsSmooth = false },
    ];

    private static SecondOrderLoss Declared(string name, string attribute, InputRange[] inputs, int classes = 1, int inner = 1) => new(
        name,
        isDouble => $"using LossGen; [{string.Format(CultureInfo.InvariantCulture, attribute, "Element = ElementType." + (isDouble ? "Double" : "Single"))}] public sealed partial class {name};",
        inputs,
        classes,
        inner);

    private static SecondOrderLoss Formula(string name, string attribute, string parameters, string value, int classes = 1, int inner = 1)
    {
        string declared = attribute.EndsWith(')') ? attribute[..^1] + ", Curvature = true)" : attribute + "(Curvature = true)";
        return new SecondOrderLoss(
            name,
            isDouble => $"using System; using LossGen; [{declared}] public sealed partial class {name} {{ [Formula] private static {Typed("{1}", isDouble)} Value({Typed(parameters, isDouble)}) => {Typed(value, isDouble)}; }}",
            Inputs: null,
            classes,
            inner);
    }

    private static string Typed(string format, bool isDouble) => string.Format(CultureInfo.InvariantCulture, format, "", isDouble ? "double" : "float", isDouble ? "" : "F");
}
