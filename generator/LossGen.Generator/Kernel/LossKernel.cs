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
internal sealed record ClassAxisIteration(int Classes, Expr Stride, Variable Origin, Variable Label, Variable ClassIndex) : Iteration
{
    public bool ClassesAreContiguous => Stride == Expr.Position(1);

    /// <summary>Where a class of the current location stands: origin + c·stride.</summary>
    public Expr PositionOf(Expr classIndex) => ClassesAreContiguous ? Origin + classIndex : Origin + (classIndex * Stride);

    public Load ElementOf(Tensor tensor, Expr classIndex) => new(tensor, PositionOf(classIndex), tensor.ElementType);

    /// <summary>A loop over the classes of the current location.</summary>
    public Loop ForEachClass(IEnumerable<Stmt> body, params Accumulator[] accumulators) =>
        new(ClassIndex, Expr.Position(0), Expr.Position(Classes), LoopRole.Classes, EquatableArray.Of(accumulators), body.ToEquatableArray());
}

/// <summary>What the comment above a kernel says; each line is written by the pass that decides it.</summary>
internal sealed record KernelNotes(
    string Formula = "",
    EquatableArray<string> Derivatives = default,
    string Schedule = "",
    string Unroll = "",
    string Tail = "");

/// <summary>
/// One function over a block of positions, from mathematics (a scalar loop with derivatives to be taken) down to
/// what a dialect prints; each pass makes a new one.
/// </summary>
/// <param name="Name">The method's name.</param>
/// <param name="Iteration">Elementwise or along a class axis.</param>
/// <param name="Tensors">What it reads and writes, in parameter order.</param>
/// <param name="Parameters">Scalars behind the tensors, the block's start and end last.</param>
/// <param name="Body">What it does.</param>
/// <param name="Notes">What its comment says.</param>
/// <param name="Schedule">How it runs; null until chosen.</param>
internal sealed record LossKernel(
    string Name,
    Iteration Iteration,
    EquatableArray<Tensor> Tensors,
    EquatableArray<Variable> Parameters,
    EquatableArray<Stmt> Body,
    KernelNotes Notes,
    Schedule? Schedule = null)
{
    public ScalarType Element => Tensors[0].Element;

    public bool ReturnsValue => Body.Any(static statement => statement is Return);

    public override string ToString() => KernelDump.Dump(this);
}
