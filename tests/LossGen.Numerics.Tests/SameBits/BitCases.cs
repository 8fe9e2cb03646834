using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Properties;
using LossGen.Numerics.Tests.SameBits.Harness;

namespace LossGen.Numerics.Tests.SameBits;

/// <summary>Draws declarations from the whole space: shapes of up to 5,000 classes, batches of up to 1,000, every loss and option, and custom formulas.</summary>
internal sealed class BitCases(int seed)
{
    private const int MostConstantWeights = 100;

    private readonly Random random = new(seed);

    /// <summary>The same cases for the same seed.</summary>
    public static IReadOnlyList<BitCase> Draw(int count, int seed)
    {
        BitCases cases = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => cases.Next())];
    }

    private BitCase Next() => random.Next(10) switch
    {
        < 5 => BuiltIn(Pick(Declaration.BuiltIn)),
        5 or 6 => CustomCases.OfElements(random, BitShape.OfElements(random)),
        _ => CustomCases.OfClasses(random, BitShape.OfClasses(random)),
    };

    private BitCase BuiltIn(LossKind loss)
    {
        BitShape shape = Declaration.TakesClassAxis(loss) ? BitShape.OfClasses(random) : BitShape.OfElements(random);
        Declaration declaration = Weighted(new Declaration
        {
            Loss = loss,
            Dimensions = shape.Dimensions,
            ClassAxis = shape.ClassAxis,
            Notation = AxisNotation.FromFront,
            Weight = Pick([1.0, 1.0, 0.25, 0.3]),
            Element = Pick(Enum.GetValues<ElementType>()),
            Label = Declaration.TakesLabels(loss) ? Pick([.. Enum.GetValues<LabelType>().Where(shape.Fits)]) : default,
            Parallelism = Pick(Enum.GetValues<LossParallelism>()),
        });
        int dataSeed = random.Next(1_000_000);
        double[]? constants = declaration.HasConstantWeights ? [.. BitData.Numbers<double>(NumberKind.Positive, WeightsOf(declaration), dataSeed + 9)] : null;
        string attribute = declaration.Attribute(constants);
        return new BitCase(
            name => $"{attribute} public sealed partial class {name};\n",
            declaration.HasConstructor ? FormattableString.Invariant($"BitData.Numbers<{Element(declaration)}>(NumberKind.{WeightKind(declaration)}, {WeightsOf(declaration)}, {dataSeed + 9})") : "",
            [.. Inputs(declaration, shape)],
            Optional: false,
            shape.Batches,
            dataSeed);
    }

    private Declaration Weighted(Declaration declaration)
    {
        if (random.Next(3) == 0)
        {
            return declaration;
        }

        Declaration weighted = declaration with { Weighting = Pick(Enum.GetValues<WeightingMode>()), Normalize = Pick(Enum.GetValues<WeightNormalization>()) };
        return weighted.Weighting == WeightingMode.PerLocation ? weighted with { Normalize = default }
            : weighted.Weighting == WeightingMode.None || !declaration.HasLabels ? declaration
            : weighted with { HasConstantWeights = weighted.Weighting != WeightingMode.PerPrediction && WeightsOf(weighted) <= MostConstantWeights && random.Next(2) == 0 };
    }

    private IEnumerable<BitInput> Inputs(Declaration declaration, BitShape shape)
    {
        string element = Element(declaration);
        (NumberKind prediction, NumberKind target) = declaration.Loss switch
        {
            LossKind.Hinge => (NumberKind.Normal, NumberKind.Sign),
            LossKind.BinaryCrossEntropy => (NumberKind.Share, NumberKind.Share),
            LossKind.GaussianKL => (NumberKind.Normal, NumberKind.Positive),
            LossKind.MultinomialLogistic => (NumberKind.Share, default),
            LossKind.SoftlabelSoftmax => (Pick([NumberKind.Normal, NumberKind.Spread]), NumberKind.Share),
            _ => (Pick([NumberKind.Normal, NumberKind.Spread]), NumberKind.Normal),
        };
        yield return new BitInput(element, prediction, shape.ElementsPerSample);
        yield return declaration.HasLabels
            ? BitShape.LabelsOf(shape, declaration.Label)
            : new BitInput(element, target, shape.ElementsPerSample);
        if (declaration.IsWeightedByCall)
        {
            bool isPerLocation = declaration.Weighting == WeightingMode.PerLocation && declaration.ClassAxis is not null;
            yield return new BitInput(element, NumberKind.Positive, isPerLocation ? shape.ElementsPerSample / shape.Classes : shape.ElementsPerSample, HasGradient: false);
        }
    }

    // If all weights of a location might be 0, none is.
    private static NumberKind WeightKind(Declaration declaration) => declaration.Weighting == WeightingMode.PerClass ? NumberKind.Weight : NumberKind.Positive;

    private static int WeightsOf(Declaration declaration) =>
        declaration.Weighting == WeightingMode.PerClass ? declaration.Dimensions[declaration.ClassAxis!.Value] : declaration.ElementsPerSample;

    private static string Element(Declaration declaration) => declaration.Element == ElementType.Double ? "double" : "float";

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
