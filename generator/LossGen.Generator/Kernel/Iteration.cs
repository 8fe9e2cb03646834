using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>The shape of a kernel's iteration.</summary>
internal abstract record Iteration;

/// <summary>value = Σ f(inputs), gradients = ∂f, element by element.</summary>
internal sealed record ElementwiseIteration : Iteration;

/// <summary>Reductions over the classes of each location, then a map over them.</summary>
/// <param name="Classes">The size of the class axis.</param>
/// <param name="Stride">How far apart two classes of a location stand.</param>
/// <param name="Origin">Where class 0 of the current location stands.</param>
/// <param name="Label">The current location's label; declared only where the ground truth holds labels.</param>
/// <param name="ClassIndex">The index of loops over classes.</param>
/// <param name="Location">The current location's number among all; the index of its loop, or declared in it.</param>
/// <param name="DataPoint">Where the current location stands in a tensor of one data point; null where there is no such tensor.</param>
/// <param name="Tile">Where it stands in a tile; null where there are no tiles.</param>
internal sealed record ClassAxisIteration(
    int Classes,
    Expr Stride,
    Variable Origin,
    Variable Label,
    Variable ClassIndex,
    Variable Location,
    StridedAxis? DataPoint = null,
    StridedAxis? Tile = null) : Iteration
{
    public bool ClassesAreContiguous => Stride == Expr.Position(1);

    /// <summary>Where a class of the current location stands: origin + c·stride.</summary>
    public Expr PositionOf(Expr classIndex) => ClassesAreContiguous ? Origin + classIndex : Origin + (classIndex * Stride);

    /// <summary>The element of a class at the current location, wherever the tensor's layout puts it.</summary>
    public Load ElementOf(Tensor tensor, Expr classIndex) => new(
        tensor,
        tensor.Layout switch
        {
            TensorLayout.Elements => PositionOf(classIndex),
            TensorLayout.Classes => classIndex,
            TensorLayout.DataPoint => DataPoint!.PositionOf(classIndex),
            TensorLayout.Tile => Tile!.PositionOf(classIndex),
            _ => throw new InvalidOperationException($"{tensor.Name} has no element for a class."),
        },
        tensor.ElementType);

    /// <summary>A loop over the classes of the current location.</summary>
    public Loop ForEachClass(IEnumerable<Stmt> body, params Accumulator[] accumulators) =>
        new(ClassIndex, Expr.Position(0), Expr.Position(Classes), LoopRole.Classes, EquatableArray.Of(accumulators), body.ToEquatableArray());
}

/// <summary>The class axis in a tensor that is not the prediction's: one data point, or a tile.</summary>
/// <param name="Origin">Where class 0 of the current location stands.</param>
/// <param name="Stride">How far apart two classes of a location stand.</param>
internal sealed record StridedAxis(Variable Origin, int Stride)
{
    /// <summary>Where a class of the current location stands: origin + c·stride.</summary>
    public Expr PositionOf(Expr classIndex) => Stride == 1 ? Origin + classIndex : Origin + (classIndex * Expr.Position(Stride));
}
