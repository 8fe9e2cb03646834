using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>The shape of a kernel's iteration.</summary>
internal abstract record Iteration;

/// <summary>value = Σ f(inputs), gradients = ∂f, element by element.</summary>
internal sealed record ElementwiseIteration : Iteration;

/// <summary>Reductions over the classes of each location, then a map over them.</summary>
/// <param name="Classes">The size of the class axis.</param>
/// <param name="Stride">The distance between neighbouring classes of a location.</param>
/// <param name="Origin">The position of class 0 of the current location.</param>
/// <param name="Labels">The current location's labels.</param>
/// <param name="ClassIndex">The index of loops over classes.</param>
/// <param name="Location">The current location's number among all; the index of its loop, or declared in it.</param>
/// <param name="DataPoint">The position of the current location in a tensor of one data point; null if there is no such tensor.</param>
/// <param name="Tile">Its position in a tile; null if there are no tiles.</param>
internal sealed record ClassAxisIteration(
    int Classes,
    Expr Stride,
    Variable Origin,
    EquatableArray<LocationLabel> Labels,
    Variable ClassIndex,
    Variable Location,
    StridedAxis? DataPoint = null,
    StridedAxis? Tile = null) : Iteration
{
    public bool ClassesAreContiguous => Stride == Expr.Position(1);

    /// <summary>The first label, as expressions have it.</summary>
    public Label FirstLabel => Labels.Count == 1 ? new Label(Labels[0].Tensor) : new Label(Labels[0].Tensor, Labels[0].Tensor.Name);

    /// <summary>The local that a label becomes.</summary>
    public Variable LabelOf(Label label) => Labels.First(known => known.Tensor == label.Tensor).Class;

    /// <summary>The position of a class of the current location: origin + c·stride.</summary>
    public Expr PositionOf(Expr classIndex) => ClassesAreContiguous ? Origin + classIndex : Origin + (classIndex * Stride);

    /// <summary>The load of an element at the current location, wherever the tensor's layout puts it.</summary>
    public Load ElementOf(Element element, Expr classIndex) => new(
        element.Tensor,
        element.Tensor.Layout switch
        {
            TensorLayout.Elements => PositionOf(classIndex),
            TensorLayout.Classes => classIndex,
            TensorLayout.DataPoint => DataPoint!.PositionOf(classIndex),
            TensorLayout.Tile => Tile!.PositionOf(classIndex),
            _ => throw new InvalidOperationException($"{element.Tensor.Name} has no element for a class."),
        },
        element.Type);

    /// <summary>A loop over the classes of the current location.</summary>
    public Loop ForEachClass(IEnumerable<Stmt> body, params Accumulator[] accumulators) =>
        new(ClassIndex, Expr.Position(0), Expr.Position(Classes), LoopRole.Classes, EquatableArray.Of(accumulators), body.ToEquatableArray());
}

/// <summary>A label of the current location.</summary>
/// <param name="Tensor">The labels of all locations.</param>
/// <param name="Class">The local that holds that of the current one.</param>
internal sealed record LocationLabel(Tensor Tensor, Variable Class);

/// <summary>The class axis in a tensor other than the prediction: one data point, or a tile.</summary>
/// <param name="Origin">The position of class 0 of the current location.</param>
/// <param name="Stride">The distance between neighbouring classes of a location.</param>
internal sealed record StridedAxis(Variable Origin, int Stride)
{
    /// <summary>The position of a class of the current location: origin + c·stride.</summary>
    public Expr PositionOf(Expr classIndex) => Stride == 1 ? Origin + classIndex : Origin + (classIndex * Expr.Position(Stride));
}
