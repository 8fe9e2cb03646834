namespace LossGen.Numerics.Tests.Properties;

/// <summary>Finds the smallest trial that still fails: takes the first simpler one that fails, until none does.</summary>
internal static class Shrinker
{
    // Each attempt is a compilation.
    private const int MostAttempts = 400;

    public static Trial Smallest(Trial failing, Func<Trial, bool> fails)
    {
        int attempts = 0;
        Trial smallest = failing;
        while (Simpler(smallest).FirstOrDefault(candidate => attempts++ < MostAttempts && fails(candidate)) is { } simpler)
        {
            smallest = simpler;
        }

        return smallest;
    }

    /// <summary>The trials one step simpler, the boldest steps first.</summary>
    public static IEnumerable<Trial> Simpler(Trial trial)
    {
        Declaration declaration = trial.Declaration;
        IEnumerable<Trial> shapes = Enumerable.Range(0, declaration.Dimensions.Length).Where(axis => declaration.Dimensions[axis] != Shape.Batch)
            .SelectMany(axis => Without(declaration, axis).Concat(Smaller(declaration.Dimensions[axis], 1).Select(size => Resized(declaration, axis, size))))
            .Select(smaller => trial with { Declaration = smaller });
        IEnumerable<Trial> samples = Smaller(trial.Samples, 0).Select(count => trial with { Samples = count });

        // Records compare arrays by reference: the copies share them unless they change them.
        IEnumerable<Trial> options = Plainer(declaration).Where(plainer => plainer != declaration).Select(plainer => trial with { Declaration = plainer });
        return shapes.Concat(samples).Concat(options);
    }

    private static IEnumerable<int> Smaller(int size, int least) =>
        new[] { least, size / 2, size - 1 }.Where(smaller => smaller >= least && smaller < size).Distinct();

    private static Declaration Resized(Declaration declaration, int axis, int size)
    {
        int[] dimensions = [.. declaration.Dimensions];
        dimensions[axis] = size;
        return declaration with { Dimensions = dimensions, Label = axis == declaration.ClassAxis && declaration.Label == LabelType.Boolean ? default : declaration.Label };
    }

    // The class axis is kept; its index moves if an earlier axis is removed.
    private static IEnumerable<Declaration> Without(Declaration declaration, int axis)
    {
        if (axis == declaration.ClassAxis)
        {
            return [];
        }

        Declaration without = declaration with
        {
            Dimensions = [.. declaration.Dimensions.Where((_, other) => other != axis)],
            ClassAxis = declaration.ClassAxis > axis ? declaration.ClassAxis - 1 : declaration.ClassAxis,
        };
        return [NotationFitting(without)];
    }

    private static Declaration NotationFitting(Declaration declaration) =>
        declaration.Notation == AxisNotation.LeftOut && declaration.ClassAxis != Declaration.DefaultClassAxis(declaration.Dimensions)
            ? declaration with { Notation = AxisNotation.FromFront }
            : declaration;

    private static IEnumerable<Declaration> Plainer(Declaration declaration)
    {
        yield return declaration with { Weighting = WeightingMode.None, Normalize = default, HasConstantWeights = false };
        yield return declaration with { Normalize = default };
        yield return declaration with { HasConstantWeights = false };
        yield return declaration with { Weight = 1.0 };
        yield return declaration with { Element = default };
        yield return declaration with { Label = default };
        yield return declaration with { Bottoms = null };
        yield return NotationFitting(declaration with { Notation = AxisNotation.LeftOut });
        if (declaration.Dimensions is [Shape.Batch] && declaration.ClassAxis is null)
        {
            yield return declaration with { Dimensions = [] };
        }
    }
}
