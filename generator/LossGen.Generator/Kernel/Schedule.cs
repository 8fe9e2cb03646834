namespace LossGen.Generator.Kernel;

/// <summary>How a kernel runs over its loops; chosen in one pass, read by those behind it.</summary>
/// <param name="Description">Which schedule and why, for the kernel's comment.</param>
/// <param name="VectorLoop">The loops whose neighbouring positions become lanes; null for none but loops over elements and over the values of a tile, which always do.</param>
/// <param name="Lanes">The lanes of a vector of 256 bits, of the narrowest floating type that is computed with. Sums over lanes are kept in so many, whatever vectors there are, so that their bits are the same.</param>
/// <param name="MostPerStep">The vectors of 256 bits that one step of such a loop takes where it is long enough; in a tile, the classes of one vector of locations.</param>
/// <param name="WidestLanes">The lanes of the widest vector.</param>
/// <param name="GroupSize">The locations that go through the kernel's phases together; null where each goes through by itself.</param>
/// <param name="HasTiles">Whether a group is brought into a tile, its locations being lanes; else it stays where it is.</param>
internal sealed record Schedule(string Description, LoopRole? VectorLoop, int Lanes, int MostPerStep, int WidestLanes, int? GroupSize = null, bool HasTiles = false)
{
    /// <summary>The same for vectors of another width. Where elements of float64 stand beside numbers of float32, their vectors are halves as they are, and grow no wider.</summary>
    public Schedule For(VectorWidth vectors, ScalarType element) => this with { WidestLanes = Math.Max(Lanes, (int)vectors / new IrType(element).Bits) };

    /// <summary>The neighbouring positions that a loop shall take as a vector.</summary>
    public int LanesOf(Loop loop) => loop.Role == VectorLoop || loop.Role is LoopRole.Elements or LoopRole.TileValues ? Lanes : 1;

    /// <summary>The copies that one step of a loop may hold.</summary>
    public int MostCopiesOf(Loop loop) => loop.Role switch
    {
        LoopRole.TileValues => 1,
        LoopRole.Classes when HasTiles => MostPerStep,
        _ => LanesOf(loop) > 1 ? MostPerStep : 1,
    };

    /// <summary>The vectors of <see cref="Lanes"/> that one vector of a step of so many is made of: terms that would be added in pairs are the halves of one.</summary>
    public int VectorsInOne(Loop loop, int copies) =>
        LanesOf(loop) > 1 && copies % (WidestLanes / Lanes) == 0 && loop.Accumulators.All(static a => a.Reduction != Reduction.WideSum) ? WidestLanes / Lanes : 1;
}
