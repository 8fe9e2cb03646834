using System.Collections.Immutable;
using System.Numerics;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>Reads the dimensions: not too many, one batch, every other one at least 1, a data point of at most <see cref="int.MaxValue"/> elements.</summary>
internal static class ShapeParser
{
    private const string NoDimensions = "none: list the dimensions, as in (Shape.Batch, 10)";
    private const string NoBatch = "none: the number of samples, which each call decides, is written Shape.Batch";

    /// <summary>Reads the shape, still without its class axis; null if a problem was found.</summary>
    public static TensorShape? Parse(LossAttributeData attribute, ProblemList problems)
    {
        if (attribute.Shape.IsNull)
        {
            problems.Add(Descriptors.BatchCount, ArgumentLocations.OfShape(attribute.Syntax), "null", NoDimensions);
            return null;
        }

        ImmutableArray<int> sizes = [.. attribute.Shape.Values.Select(static value => (int)value.Value!)];
        if (sizes.IsEmpty && !attribute.HasClassAxis)
        {
            return TensorShape.Elements;
        }

        var shape = new TensorShape(new EquatableArray<int>(sizes), ClassAxis: null);

        // A list that is too long is not a list of sizes, so nothing more is reported about it.
        if (sizes.Length > TensorShape.MaximumRank)
        {
            problems.Add(Descriptors.RankTooHigh, ArgumentLocations.OfShape(attribute.Syntax), sizes.Length, TensorShape.MaximumRank);
            return null;
        }

        // Each rule is checked, so that all errors are reported at once.
        bool hasOneBatch = HasOneBatch(shape, attribute, problems);
        bool hasSizes = HasSizes(shape, attribute, problems);
        return hasOneBatch && hasSizes && FitsInMemory(shape, attribute, problems) ? shape : null;
    }

    private static bool HasOneBatch(TensorShape shape, LossAttributeData attribute, ProblemList problems)
    {
        int[] batches = [.. Enumerable.Range(0, shape.Dimensions.Count).Where(axis => shape.Dimensions[axis] == TensorShape.Batch)];
        if (batches.Length == 0)
        {
            problems.Add(Descriptors.BatchCount, ArgumentLocations.OfShape(attribute.Syntax), shape, shape.Dimensions.Count == 0 ? NoDimensions : NoBatch);
        }

        foreach (int axis in batches.Skip(1))
        {
            Location location = ArgumentLocations.OfDimension(attribute.Syntax, axis, shape.Dimensions.Count);
            problems.Add(Descriptors.BatchCount, location, shape, batches.Length);
        }

        return batches.Length == 1;
    }

    private static bool HasSizes(TensorShape shape, LossAttributeData attribute, ProblemList problems)
    {
        bool allPositive = true;
        for (int axis = 0; axis < shape.Dimensions.Count; axis++)
        {
            int size = shape.Dimensions[axis];
            if (size != TensorShape.Batch && size < 1)
            {
                Location location = ArgumentLocations.OfDimension(attribute.Syntax, axis, shape.Dimensions.Count);
                problems.Add(Descriptors.DimensionBelowOne, location, axis, shape, size);
                allPositive = false;
            }
        }

        return allPositive;
    }

    private static bool FitsInMemory(TensorShape shape, LossAttributeData attribute, ProblemList problems)
    {
        BigInteger elements = shape.Dimensions.Where(static size => size != TensorShape.Batch).Aggregate(BigInteger.One, static (product, size) => product * size);
        if (elements <= int.MaxValue)
        {
            return true;
        }

        problems.Add(Descriptors.DataPointTooLarge, ArgumentLocations.OfShape(attribute.Syntax), shape, elements, int.MaxValue);
        return false;
    }
}
