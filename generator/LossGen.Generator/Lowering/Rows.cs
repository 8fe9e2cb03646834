using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering;

/// <summary>Rows for what loops over a tile's locations leave for one another: one value a location.</summary>
internal sealed class Rows(LossKernel kernel, int width)
{
    private readonly Names names = Names.Of(kernel);
    private readonly List<Scratch> given = [];

    public IReadOnlyList<Scratch> Given => given;

    public Tensor Give(string name, ScalarType element)
    {
        Tensor row = new(names.FreshTensor(name), element, TensorRole.Intermediate, TensorLayout.TileLocations);
        given.Add(new Scratch(row, width));
        return row;
    }
}
