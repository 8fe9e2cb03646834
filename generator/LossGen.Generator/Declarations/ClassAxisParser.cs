using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Declarations;

/// <summary>Finds the class axis: the one that <c>Dim</c> names, or the dimension next to a batch that is first or last.</summary>
internal static class ClassAxisParser
{
    /// <summary>Reads the axis into the shape; null if a problem was found.</summary>
    public static TensorShape? Parse(TensorShape shape, LossAttributeData attribute, ProblemList problems)
    {
        int? axis = attribute.Find(LossProperty.Dim) is { } dim
            ? Named(shape, (int)dim.Value!, attribute, problems)
            : Default(shape, attribute, problems);
        if (axis is not { } found)
        {
            return null;
        }

        // Along any other axis, one element is as good as several; and a shard of the classes may have one of them.
        if (shape.Dimensions[found] == 1 && !OutputsParser.AreOfShard(attribute.Find(LossProperty.Outputs)?.Value) && EffectOfSingleClass(attribute.Name.Loss) is { } effect)
        {
            Location location = ArgumentLocations.OfDimension(attribute.Syntax, found, shape.Dimensions.Count);
            problems.Add(Descriptors.SingleClass, location, found, shape, effect);
        }

        return shape with { ClassAxis = found };
    }

    private static string? EffectOfSingleClass(LossKind loss) => loss switch
    {
        LossKind.MultinomialLogistic => "every label is 0",
        LossKind.MultiMargin => "there is no other class and the loss is 0",
        LossKind.Softmax or LossKind.SoftlabelSoftmax or LossKind.CustomOverClasses or LossKind.Focal => "the softmax is always 1 and the loss 0",
        _ => null,
    };

    private static int? Named(TensorShape shape, int dim, LossAttributeData attribute, ProblemList problems)
    {
        int rank = shape.Dimensions.Count;
        int axis = dim < 0 ? dim + rank : dim;
        if (axis >= 0 && axis < rank && axis != shape.BatchAxis)
        {
            return axis;
        }

        Location location = ArgumentLocations.OfProperty(attribute.Syntax, LossProperty.Dim);
        string found = axis >= 0 && axis < rank ? "the batch" : rank == 1 ? "beyond the only dimension" : "beyond the " + Number(rank) + " dimensions";
        problems.Add(Descriptors.DimNotAClassAxis, location, Number(dim), found, shape, Allowed(shape));
        return null;
    }

    private static int? Default(TensorShape shape, LossAttributeData attribute, ProblemList problems)
    {
        int last = shape.Dimensions.Count - 1;
        if (last > 0 && shape.BatchAxis == 0)
        {
            return 1;
        }

        if (last > 0 && shape.BatchAxis == last)
        {
            return last - 1;
        }

        Location location = ArgumentLocations.OfDimension(attribute.Syntax, shape.BatchAxis, shape.Dimensions.Count);
        string advice = last == 0
            ? "add a dimension for the classes, as in (Shape.Batch, 10)"
            : $"the batch stands between two dimensions, so name the axis of the classes, with Dim = {Number(shape.BatchAxis - 1)} or Dim = {Number(shape.BatchAxis + 1)} for the ones beside it";
        problems.Add(Descriptors.NoDefaultClassAxis, location, shape, advice);
        return null;
    }

    private static string Allowed(TensorShape shape)
    {
        int rank = shape.Dimensions.Count;
        int[] axes = [.. Enumerable.Range(0, rank).Where(axis => axis != shape.BatchAxis)];
        return axes.Length == 0
            ? "a further dimension, which has to be added"
            : string.Join(", ", axes.Concat(axes.Select(axis => axis - rank)).Select(static axis => Number(axis)));
    }
}
