using CsCheck;
using LossGen.Generator.Model;

namespace LossGen.Numerics.Tests.Properties;

/// <summary>Draws trials from the whole option space: every loss, rank, position of the batch, axis, weighting and type.</summary>
internal static class Trials
{
    private const int MostConstantWeights = 200;

    // Sizes around the lengths of vectors are those that kernels treat specially.
    private static readonly Gen<int> AxisSize = Gen.Frequency(
        (2, Gen.Int[1, 4]), (3, Gen.OneOf(7, 8, 9, 15, 16, 17, 31, 32, 33, 40)), (3, Gen.Int[1, 40]));

    private static readonly Gen<int> MostElements = Gen.Frequency((8, Gen.Const(300)), (8, Gen.Const(2_000)), (3, Gen.Const(6_000)), (1, Gen.Const(40_000)));

    private static readonly Gen<double> Weight = Gen.Frequency((3, Gen.Const(1.0)), (3, Gen.OneOf(0.25, 2.5, 0.1, 3.0, 1e-3, 1000.0)), (1, Gen.Double[0.01, 10.0]), (1, Gen.Const(0.0)));

    // Names of all kinds, some of which the generated code might use itself.
    private static readonly Gen<string[]?> Bottoms = Gen.Frequency<string[]?>((4, Gen.Const((string[]?)null)), (1, Gen.OneOf<string[]?>(
        ["scores", "truth"], ["x", "y"], ["_a1", "été"], ["scale", "label"], ["sum", "gradient"], ["row", "location"], ["count", "index"], ["value", "maximum"])));

    private static readonly Gen<int> Seed = Gen.Int[0, 1_000_000];

    private static readonly Gen<Trial> All =
        from loss in Gen.OneOf([.. Declaration.BuiltIn.Select(Gen.Const)])
        from most in MostElements
        from dimensions in Dimensions(Declaration.TakesClassAxis(loss), most)
        from declaration in Declarations(loss, dimensions)
        from samples in Samples(Math.Max(1, most / declaration.ElementsPerSample), declaration.Dimensions.Length == 0)
        from seed in Seed
        select new Trial(declaration, samples, seed);

    /// <summary>The same trials for the same seed, on every machine.</summary>
    public static IReadOnlyList<Trial> Draw(int count, uint seed)
    {
        PCG random = new(1, seed);
        return [.. Enumerable.Range(0, count).Select(_ => All.Generate(random, null, out Size _))];
    }

    private static Gen<int> Samples(int most, bool isWholeSize) => isWholeSize
        ? Gen.Frequency((1, Gen.Int[0, Math.Min(most, 70)]), (1, Gen.Int[0, most]))
        : Gen.Frequency((1, Gen.Const(0)), (6, Gen.Int[1, Math.Min(most, 4)]), (6, AxisSize.Select(size => Math.Min(most, size))), (2, Gen.Int[1, most]));

    // The dimensions are sized in any order, each within what the earlier ones left, so that no dimension is always the large one.
    private static Gen<int[]> Dimensions(bool hasClassAxis, int mostElements) =>
        from rank in hasClassAxis ? Gen.Frequency((3, Gen.Const(2)), (3, Gen.Const(3)), (3, Gen.Const(4)), (2, Gen.Const(5))) : Gen.Int[0, 5]
        from batch in Gen.Int[0, Math.Max(0, rank - 1)]
        from order in Gen.Shuffle(Enumerable.Range(0, rank).ToArray())
        from sizes in AxisSize.Array[rank]
        select Limited(sizes, order, batch, mostElements);

    private static int[] Limited(int[] sizes, int[] order, int batch, int mostElements)
    {
        int[] limited = new int[sizes.Length];
        int left = mostElements;
        foreach (int axis in order)
        {
            limited[axis] = axis == batch ? Shape.Batch : Math.Min(sizes[axis], left);
            left = axis == batch ? left : left / limited[axis];
        }

        return limited;
    }

    private static Gen<Declaration> Declarations(LossKind loss, int[] dimensions) =>
        from axis in ClassAxis(Declaration.TakesClassAxis(loss), dimensions)
        from notation in Gen.Enum<AxisNotation>()
        from weight in Weight
        from element in Gen.Enum<ElementType>()
        from label in Gen.Enum<LabelType>()
        from bottoms in Bottoms
        from weighting in Gen.Enum<WeightingMode>()
        from normalize in Gen.Enum<WeightNormalization>()
        from isConstant in Gen.Bool
        select Fitting(
            new Declaration { Loss = loss, Dimensions = dimensions, ClassAxis = axis, Notation = notation, Weight = weight, Element = element, Label = label, Bottoms = bottoms },
            weighting,
            normalize,
            isConstant);

    private static Gen<int?> ClassAxis(bool hasClassAxis, int[] dimensions)
    {
        if (!hasClassAxis)
        {
            return Gen.Const((int?)null);
        }

        Gen<int?> any = Gen.OneOf([.. Enumerable.Range(0, dimensions.Length).Where(axis => dimensions[axis] != Shape.Batch).Select(static axis => (int?)axis)]);
        return Declaration.DefaultClassAxis(dimensions) is { } axis ? Gen.Frequency((1, any), (1, Gen.Const((int?)axis))) : any;
    }

    // Options that were drawn but do not apply to this loss and shape are dropped.
    private static Declaration Fitting(Declaration drawn, WeightingMode weighting, WeightNormalization normalize, bool isConstant)
    {
        Declaration declaration = drawn with
        {
            Notation = drawn.Notation == AxisNotation.LeftOut && drawn.ClassAxis != Declaration.DefaultClassAxis(drawn.Dimensions) ? AxisNotation.FromBack : drawn.Notation,
            Label = drawn.HasLabels ? drawn.Label : default,
        };
        if (declaration.Label == LabelType.Boolean)
        {
            declaration = declaration with { Dimensions = [.. drawn.Dimensions.Select((size, axis) => axis == drawn.ClassAxis ? 2 : size)] };
        }

        if (weighting == WeightingMode.PerLocation)
        {
            return declaration with { Weighting = weighting };
        }

        if (!declaration.HasLabels || weighting == WeightingMode.None)
        {
            return declaration;
        }

        int weights = weighting == WeightingMode.PerClass ? declaration.Dimensions[declaration.ClassAxis!.Value] : declaration.ElementsPerSample;
        bool canBeConstant = weighting != WeightingMode.PerPrediction && weights <= MostConstantWeights;
        return declaration with { Weighting = weighting, Normalize = normalize, HasConstantWeights = isConstant && canBeConstant };
    }
}
