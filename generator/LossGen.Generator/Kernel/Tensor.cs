using System.Diagnostics;

namespace LossGen.Generator.Kernel;

/// <summary>Which of a loss's tensors one is.</summary>
internal enum TensorRole
{
    /// <summary>What the loss is a function of: the prediction first, then what it is compared with.</summary>
    Input,

    /// <summary>The weights by which locations count.</summary>
    Weights,

    /// <summary>The gradient of an input, of the same number.</summary>
    Gradient,

    /// <summary>None of them: what one loop of a kernel leaves for another.</summary>
    Intermediate,
}

/// <summary>What has an element of its own in a tensor.</summary>
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

    /// <summary>Every class of a tile's locations, the locations of a class side by side; in the kernel's own memory.</summary>
    Tile,

    /// <summary>Every location of a tile; in the kernel's own memory.</summary>
    TileLocations,
}

/// <summary>A flat run of elements in memory that a kernel reads or writes, by the name users see.</summary>
/// <param name="Name">What users call it.</param>
/// <param name="Element">The type of its elements.</param>
/// <param name="Role">Which of a loss's tensors it is.</param>
/// <param name="Layout">What has an element of its own in it.</param>
/// <param name="Number">Which of the inputs or gradients it is, counted from 0.</param>
/// <param name="IsOptional">Whether the caller may leave it empty, and nothing is then written to it.</param>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
internal sealed record Tensor(
    string Name, ScalarType Element, TensorRole Role, TensorLayout Layout = TensorLayout.Elements, int Number = 0, bool IsOptional = false)
{
    public IrType ElementType => new(Element);

    private string DebuggerDisplay => $"{Name}: {ElementType}[], {Role} {Number}, {Layout}";

    public bool IsOutput => Role == TensorRole.Gradient;

    /// <summary>Whether it is a kernel's own memory rather than a parameter.</summary>
    public bool IsScratch => Layout is TensorLayout.Tile or TensorLayout.TileLocations;

    /// <summary>Whether this output may be that input, element for element: gradients may be computed in place.</summary>
    public bool MayReplace(Tensor input) => Role == TensorRole.Gradient && input.Role == TensorRole.Input && Number == input.Number;
}
