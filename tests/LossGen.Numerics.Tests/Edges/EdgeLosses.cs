using System.Collections.Concurrent;
using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Properties;
using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>Which declarations of a loss are tried.</summary>
public enum EdgeGroup
{
    /// <summary>
    /// Contiguous classes: 1 to 35 of them, up to 3 vectors and 3 more, and an unrolled step with every remainder; in an ordinary run those where schedules change,
    /// and every second one of the others.
    /// </summary>
    ClassCounts,

    /// <summary>Classes that are not contiguous, and many locations of contiguous ones.</summary>
    Layouts,

    /// <summary>Every weighting and normalisation, at run time.</summary>
    Weightings,
}

/// <summary>The losses over a class axis that take the edge cases, each group compiled once for all tests.</summary>
internal static class EdgeLosses
{
    private const int MostClasses = 35;

    private static readonly ConcurrentDictionary<(LossKind Loss, EdgeGroup Group, ElementType Element), Lazy<IReadOnlyList<EdgeLoss>>> Compiled = [];

    /// <summary>The arguments of a test of a loss without weights.</summary>
    public static TheoryData<EdgeGroup, ElementType> Unweighted => Of([EdgeGroup.ClassCounts, EdgeGroup.Layouts]);

    /// <summary>The arguments of a test of a loss with labels.</summary>
    public static TheoryData<EdgeGroup, ElementType> All => Of([EdgeGroup.ClassCounts, EdgeGroup.Layouts, EdgeGroup.Weightings]);

    /// <summary>The arguments of a test of what only weighted losses do, with the public names of losses that the test uses.</summary>
    public static TheoryData<string, ElementType> Weighted => new(
        from loss in new[] { nameof(LossKind.Softmax), nameof(LossKind.MultinomialLogistic) }
        from element in ElementsTried(EdgeGroup.Weightings)
        select new TheoryDataRow<string, ElementType>(loss, element));

    public static IReadOnlyList<EdgeLoss> WeightedOf(string loss, ElementType element) => Of(Enum.Parse<LossKind>(loss), EdgeGroup.Weightings, element);

    public static IReadOnlyList<EdgeLoss> Of(LossKind loss, EdgeGroup group, ElementType element) =>
        Compiled.GetOrAdd((loss, group, element), static key => new Lazy<IReadOnlyList<EdgeLoss>>(() =>
            Compile([.. Declarations(key.Group).Select(declaration => declaration with { Loss = key.Loss, Element = key.Element })]))).Value;

    public static IReadOnlyList<EdgeLoss> Compile(Declaration[] declarations)
    {
        CompiledLosses losses = CompiledLosses.Compile(
            declarations.Select(static (declaration, i) => (Name: Name(i), Attribute: declaration.Attribute(null))).ToDictionary(static loss => loss.Name, static loss => loss.Attribute),
            declarations.Index().Where(static pair => pair.Item.HasConstructor)
                .ToDictionary(static pair => Name(pair.Index), static pair => pair.Item.Element == ElementType.Double ? "double" : "float"));
        return [.. declarations.Select((declaration, i) => new EdgeLoss(declaration, losses, Name(i)))];
    }

    private static IEnumerable<Declaration> Declarations(EdgeGroup group) => group switch
    {
        EdgeGroup.ClassCounts => Enumerable.Range(1, MostClasses).Where(IsCountTried).Select(static c => Along(1, Shape.Batch, c)),
        EdgeGroup.Layouts => new[] { 2, 3, 10 }.SelectMany(Layouts),
        _ => from layout in new[] { Along(1, Shape.Batch, 19), Along(1, Shape.Batch, 2), Along(1, Shape.Batch, 3, 9), Along(0, 10, Shape.Batch), Along(2, 2, Shape.Batch, 3, 2) }
             from weighting in Weightings
             select layout with { Weighting = weighting.Mode, Normalize = weighting.Normalize },
    };

    private static bool IsCountTried(int classes) => classes is 1 or 2 or 16 or 17 or 32 or 33 || RandomRun.IsTried(classes);

    /// <summary>Every weighting; local and global normalisation give the same weights of classes.</summary>
    public static IEnumerable<(WeightingMode Mode, WeightNormalization Normalize)> Weightings =>
        from mode in Enum.GetValues<WeightingMode>()
        where mode is not (WeightingMode.None or WeightingMode.PerLocation)
        from normalize in Enum.GetValues<WeightNormalization>()
        where mode != WeightingMode.PerClass || normalize != WeightNormalization.Global
        select (mode, normalize);

    // Batch first, last and in the middle; strides below, at and above the length of a vector.
    private static IEnumerable<Declaration> Layouts(int classes) =>
    [
        Along(1, Shape.Batch, classes),
        Along(1, Shape.Batch, classes, 5),
        Along(1, Shape.Batch, classes, 27),
        Along(0, classes, Shape.Batch),
        Along(2, 2, Shape.Batch, classes, 3),
    ];

    public static Declaration Along(int classAxis, params int[] dimensions) =>
        new() { Loss = LossKind.Softmax, Dimensions = dimensions, ClassAxis = classAxis, Notation = AxisNotation.FromFront };

    /// <summary>The element types in which the losses of a group are tried: one each day.</summary>
    public static ElementType[] ElementsTried(EdgeGroup group) => RandomRun.OneOf((int)group, ElementType.Single, ElementType.Double);

    private static TheoryData<EdgeGroup, ElementType> Of(EdgeGroup[] groups) => new(
        from @group in groups
        from element in ElementsTried(@group)
        select new TheoryDataRow<EdgeGroup, ElementType>(@group, element));

    private static string Name(int index) => FormattableString.Invariant($"Loss{index}");
}
