using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Loops.Groups;

/// <summary>Rows for what loops over a tile's locations leave for one another: one value per location.</summary>
internal sealed class Rows(LossKernel kernel, int width)
{
    private readonly Names names = Names.Of(kernel);
    private readonly List<Scratch> given = [];

    public IReadOnlyList<Scratch> Given => given;

    /// <summary>A position whose name no variable of the kernel has.</summary>
    public Variable Position(string name) => new(names.Fresh(name), IrType.Index);

    public Tensor Give(string name, ScalarType element)
    {
        Tensor row = new(names.FreshTensor(name), element, TensorRole.Intermediate, TensorLayout.TileLocations);
        given.Add(new Scratch(row, width));
        return row;
    }
}
