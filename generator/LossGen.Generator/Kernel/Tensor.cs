using System.Diagnostics;

namespace LossGen.Generator.Kernel;

/// <summary>The role of a tensor in a loss.</summary>
internal enum TensorRole
{
    /// <summary>An argument of the loss: the prediction first, then what it is compared with.</summary>
    Input,

    /// <summary>The weights by which locations count.</summary>
    Weights,

    /// <summary>The formula's parameter with the same number: numbers that the loss's constructor takes.</summary>
    Parameters,

    /// <summary>The gradient of the input with the same number.</summary>
    Gradient,

    /// <summary>The value of each location, or element, by itself.</summary>
    Values,

    /// <summary>The second derivative of each element's or location's value by each element of the first input that has a gradient.</summary>
    Curvature,

    /// <summary>The gradient of something by each of these values.</summary>
    Upstream,

    /// <summary>What the second derivatives by the input with the same number are multiplied by: a direction in which its gradient is differentiated.</summary>
    Direction,

    /// <summary>What else a call leaves for its caller; the number is its <see cref="Model.OutputKinds"/>.</summary>
    SideOutput,

    /// <summary>What was merged over shards of the classes; the number is its <see cref="Model.OutputKinds"/>.</summary>
    Statistic,

    /// <summary>None of these: what one loop of a kernel leaves for another.</summary>
    Intermediate,
}

/// <summary>What a tensor has one element for.</summary>
internal enum TensorLayout
{
    /// <summary>Every element of the prediction.</summary>
    Elements,

    /// <summary>Every location.</summary>
    Locations,

    /// <summary>Every element of one data point, the same for all samples.</summary>
    DataPoint,

    /// <summary>Every class, the same for all locations.</summary>
    Classes,

    /// <summary>A call: one element for all samples.</summary>
    Call,

    /// <summary>Every class of a tile's locations, the locations of a class being contiguous; in the kernel's own memory.</summary>
    Tile,

    /// <summary>Every location of a tile; in the kernel's own memory.</summary>
    TileLocations,
}

/// <summary>A contiguous run of elements in memory that a kernel reads or writes, by the name users see.</summary>
/// <param name="Name">What users call it.</param>
/// <param name="Element">The type of its elements.</param>
/// <param name="Role">Its role in the loss.</param>
/// <param name="Layout">What it has one element for.</param>
/// <param name="Number">Which of the inputs or gradients it is, counted from 0.</param>
/// <param name="IsOptional">Whether the caller may leave it empty, in which case nothing is written to it.</param>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
internal sealed record Tensor(
    string Name, ScalarType Element, TensorRole Role, TensorLayout Layout = TensorLayout.Elements, int Number = 0, bool IsOptional = false)
{
    public IrType ElementType => new(Element);

    private string DebuggerDisplay => $"{Name}: {ElementType}[], {Role} {Number}, {Layout}";

    public bool IsOutput => Role is TensorRole.Gradient or TensorRole.Values or TensorRole.Curvature or TensorRole.SideOutput;

    /// <summary>Whether it is a kernel's own memory rather than a parameter.</summary>
    public bool IsScratch => Layout is TensorLayout.Tile or TensorLayout.TileLocations;

    /// <summary>Whether this output may share that input's memory, element for element: gradients may be computed in place.</summary>
    public bool MayReplace(Tensor input) => Role == TensorRole.Gradient && input.Role == TensorRole.Input && Number == input.Number;
}
