using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests;

/// <summary>Compiled soft-label softmax and multinomial logistic kernels against the float64 interpretation of their mathematics.</summary>
public sealed class ClassAxisTests
{
    private static readonly int[] ClassCounts = [.. Enumerable.Range(1, 35), 67, 300];

    private static readonly Lazy<CompiledLosses> Losses = new(static () => CompiledLosses.Compile(
        (from loss in new[] { LossKind.SoftlabelSoftmax, LossKind.MultinomialLogistic }
         from classes in ClassCounts
         from element in Elements(classes)
         select (Name: $"{loss}{element}{classes}", Attribute: $"[{loss}Loss(Shape.Batch, {classes}, Element = ElementType.{element})]"))
        .ToDictionary(static loss => loss.Name, static loss => loss.Attribute)));

    public static TheoryData<int> Classes => [.. ClassCounts];

    [Theory]
    [MemberData(nameof(Classes))]
    public void SoftLabelsMatchTheOracle(int classes)
    {
        foreach (ElementKind element in Elements(classes))
        {
            object loss = Losses.Value.Instance($"{LossKind.SoftlabelSoftmax}{element}{classes}");
            LossSpec spec = Oracle.AlongClasses(LossKind.SoftlabelSoftmax, [TensorShape.Batch, classes], 1, element);
            foreach (int batch in new[] { 0, 1, 2, 9 })
            {
                Data data = new(batch);
                double[] logits = data.Normal(batch * classes, deviation: 3.0);
                double[] target = data.Distributions(batch, classes, someZero: true);
                LossResult expected = Oracle.Evaluate(spec, logits, target);
                LossResult actual = LossRun.WithTarget(loss, logits, target);
                string what = $"{spec.Shape} {element}, {batch} samples";
                Exactness.Value(loss, expected.Value, actual.Value, what);
                Exactness.SoftLabelGradient(loss, expected.PredictionGradient, actual.PredictionGradient, 1.0 / Math.Max(1, batch), what);
                Exactness.SoftLabelGradient(loss, expected.GroundTruthGradient!, actual.GroundTruthGradient!, 1.0 / Math.Max(1, batch), what);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void ProbabilitiesMatchTheOracle(int classes)
    {
        foreach (ElementKind element in Elements(classes))
        {
            object loss = Losses.Value.Instance($"{LossKind.MultinomialLogistic}{element}{classes}");
            LossSpec spec = Oracle.AlongClasses(LossKind.MultinomialLogistic, [TensorShape.Batch, classes], 1, element);
            foreach (int batch in new[] { 0, 1, 2, 9 })
            {
                Data data = new(batch);
                double[] probabilities = data.Distributions(batch, classes);
                int[] labels = data.Labels(batch, classes);
                LossResult expected = Oracle.Evaluate(spec, probabilities, [.. labels.Select(static label => (double)label)]);
                LossResult actual = LossRun.WithLabels(loss, probabilities, labels);
                string what = $"{spec.Shape} {element}, {batch} samples";
                Exactness.Value(loss, expected.Value, actual.Value, what);
                Exactness.ElementwiseGradient(loss, expected.PredictionGradient, actual.PredictionGradient, what);
            }
        }
    }

    private static ElementKind[] Elements(int classes) => RandomRun.OneOf(classes, ElementKind.Single, ElementKind.Double);
}
