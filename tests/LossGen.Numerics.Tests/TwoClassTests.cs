using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests;

/// <summary>
/// Two classes, where value and gradient follow from one exponential: over all differences of the logits, from where the exponential underflows to where they
/// are equal.
/// </summary>
public sealed class TwoClassTests
{
    // Finer than any step between two exponents; float32 underflows from 104 on, float64 from 746 on.
    private static readonly double[] Differences = [.. Enumerable.Range(0, 6000).Select(static i => i / 64.0), .. Enumerable.Range(94, 666).Select(static i => (double)i)];

    public static TheoryData<ElementType, int> ElementsAndLabels => new() { { ElementType.Single, 0 }, { ElementType.Single, 1 }, { ElementType.Double, 0 }, { ElementType.Double, 1 } };

    [Theory]
    [MemberData(nameof(ElementsAndLabels))]
    public void EveryDifferenceMatchesTheOracle(ElementType element, int label)
    {
        LossSpec spec = Oracle.Softmax([TensorShape.Batch, 2], 1, (ElementKind)element);
        object loss = CompiledLosses.CompileOne($"[SoftmaxLoss(Shape.Batch, 2, Element = ElementType.{element})]");
        foreach (double[] logits in Rows(loss))
        {
            int[] labels = [.. Enumerable.Repeat(label, Differences.Length)];
            LossResult expected = Oracle.Evaluate(spec, logits, [.. labels.Select(static l => (double)l)]);
            LossResult actual = LossRun.WithLabels(loss, logits, labels);
            Exactness.Value(loss, expected.Value, actual.Value, $"{element}, label {label}");
            Exactness.SoftmaxGradient(loss, expected.PredictionGradient, actual.PredictionGradient, 1.0 / Differences.Length, $"{element}, label {label}");
        }
    }

    [Theory]
    [MemberData(nameof(ElementsAndLabels))]
    public void EveryDifferenceMatchesTheOracleUnderSoftLabels(ElementType element, int label)
    {
        LossSpec spec = Oracle.AlongClasses(LossKind.SoftlabelSoftmax, [TensorShape.Batch, 2], 1, (ElementKind)element);
        object loss = CompiledLosses.CompileOne($"[SoftlabelSoftmaxLoss(Shape.Batch, 2, Element = ElementType.{element})]");
        double[] softLabels = [.. Differences.SelectMany(_ => label == 0 ? new[] { 0.75, 0.25 } : [0.0, 1.0])];
        foreach (double[] logits in Rows(loss))
        {
            LossResult expected = Oracle.Evaluate(spec, logits, softLabels);
            LossResult actual = LossRun.WithTarget(loss, logits, softLabels);
            Exactness.Value(loss, expected.Value, actual.Value, $"{element}");
            Exactness.SoftLabelGradient(loss, expected.PredictionGradient, actual.PredictionGradient, 1.0 / Differences.Length, $"{element}");
            Exactness.SoftLabelGradient(loss, expected.GroundTruthGradient!, actual.GroundTruthGradient!, 1.0 / Differences.Length, $"{element}");
        }
    }

    // The first class above the second, and below it.
    private static IEnumerable<double[]> Rows(object loss) =>
    [
        LossRun.Rounded(loss, [.. Differences.SelectMany(static d => new[] { 1.0 / 3.0, (1.0 / 3.0) - d })]),
        LossRun.Rounded(loss, [.. Differences.SelectMany(static d => new[] { -0.1 - d, -0.1 })]),
    ];
}
