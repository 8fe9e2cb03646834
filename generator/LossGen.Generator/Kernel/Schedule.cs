namespace LossGen.Generator.Kernel;

/// <summary>How a kernel runs over its loops; chosen in one pass, read by later ones.</summary>
/// <param name="Description">Which schedule and why, for the kernel's comment.</param>
/// <param name="VectorLoop">The loops whose neighbouring positions become lanes; null if only loops over elements and over the values of a tile do, which always do.</param>
/// <param name="Lanes">
/// The lanes of a 256-bit vector of the narrowest floating-point type used in computations. Sums over lanes keep this many, whatever the width of
/// vectors, so that their bits are the same.
/// </param>
/// <param name="MostPerStep">The 256-bit vectors that one step of such a loop takes if it is long enough; in a tile, the classes of one vector of locations.</param>
/// <param name="WidestLanes">The lanes of the widest vector.</param>
/// <param name="GroupSize">The locations that go through the kernel's phases together; null if each goes through by itself.</param>
/// <param name="HasTiles">Whether a group is brought into a tile, its locations becoming lanes; otherwise it stays where it is.</param>
/// <param name="MostPerSumStep">The same as <paramref name="MostPerStep"/> for a loop over classes that carries accumulators, if it takes more.</param>
internal sealed record Schedule(string Description, LoopRole? VectorLoop, int Lanes, int MostPerStep, int WidestLanes, int? GroupSize = null, bool HasTiles = false, int MostPerSumStep = 0)
{
    /// <summary>The same for vectors of another width. If float64 elements are used beside float32 numbers, their vectors are halves already and grow no wider.</summary>
    public Schedule For(VectorWidth vectors, ScalarType element) => this with { WidestLanes = Math.Max(Lanes, (int)vectors / new IrType(element).Bits) };

    /// <summary>The neighbouring positions that a loop is to take as a vector.</summary>
    public int LanesOf(Loop loop) => loop.Role == VectorLoop || loop.Role is LoopRole.Elements or LoopRole.TileValues ? Lanes : 1;

    /// <summary>The copies that one step of a loop may hold.</summary>
    public int MostCopiesOf(Loop loop) => loop.Role switch
    {
        LoopRole.TileValues => 1,
        LoopRole.Classes when HasTiles => MostPerStep,
        _ => LanesOf(loop) == 1 ? 1 : loop is { Role: LoopRole.Classes, Accumulators.Count: > 0 } ? Math.Max(MostPerStep, MostPerSumStep) : MostPerStep,
    };

    /// <summary>How many vectors of <see cref="Lanes"/> form one vector of a step with this many copies: terms that would be added in pairs are the halves of one.</summary>
    public int VectorsInOne(Loop loop, int copies) =>
        LanesOf(loop) > 1 && copies % (WidestLanes / Lanes) == 0 && loop.Accumulators.All(static a => a.Reduction != Reduction.WidenedSum) ? WidestLanes / Lanes : 1;
}
