using LossGen.Mutation.Places;
using LossGen.Mutation.Running;

namespace LossGen.Mutation;

/// <summary>What became of the sample of an area.</summary>
internal sealed record AreaResult(Area Area, IReadOnlyList<(Mutant Mutant, Outcome Outcome)> Tried)
{
    public IEnumerable<Mutant> Survivors => Tried.Where(static tried => tried.Outcome == Outcome.Survived).Select(static tried => tried.Mutant);

    public int Compiled => Tried.Count - Of(Outcome.DoesNotCompile);

    public int Of(Outcome outcome) => Tried.Count(tried => tried.Outcome == outcome);
}
