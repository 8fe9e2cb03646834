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
/// <param name="DataPoint">Where the current location stands in a tensor of one data point; null where there is no such tensor.</param>
internal sealed record ClassAxisIteration(int Classes, Expr Stride, Variable Origin, Variable Label, Variable ClassIndex, DataPointAxis? DataPoint = null) : Iteration
{
    public bool ClassesAreContiguous => Stride == Expr.Position(1);

    /// <summary>Where a class of the current location stands: origin + c·stride.</summary>
    public Expr PositionOf(Expr classIndex) => Position(Origin, Stride, classIndex);

    /// <summary>The element of a class at the current location, wherever the tensor's layout puts it.</summary>
    public Load ElementOf(Tensor tensor, Expr classIndex) => new(
        tensor,
        tensor.Layout switch
        {
            TensorLayout.Elements => PositionOf(classIndex),
            TensorLayout.Classes => classIndex,
            TensorLayout.DataPoint => Position(DataPoint!.Origin, Expr.Position(DataPoint.Stride), classIndex),
            _ => throw new InvalidOperationException($"{tensor.Name} has no element for a class."),
        },
        tensor.ElementType);

    /// <summary>A loop over the classes of the current location.</summary>
    public Loop ForEachClass(IEnumerable<Stmt> body, params Accumulator[] accumulators) =>
        new(ClassIndex, Expr.Position(0), Expr.Position(Classes), LoopRole.Classes, EquatableArray.Of(accumulators), body.ToEquatableArray());

    private static Expr Position(Expr origin, Expr stride, Expr classIndex) =>
        stride == Expr.Position(1) ? origin + classIndex : origin + (classIndex * stride);
}

/// <summary>The class axis in a tensor of one data point.</summary>
/// <param name="Origin">Where class 0 of the current location stands.</param>
/// <param name="Stride">How far apart two classes of a location stand.</param>
internal sealed record DataPointAxis(Variable Origin, int Stride);
