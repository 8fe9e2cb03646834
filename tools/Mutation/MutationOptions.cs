namespace LossGen.Mutation;

/// <summary>What the command line asks for.</summary>
/// <param name="Seed">The seed of the sample, and of random tests.</param>
/// <param name="Count">How many mutants of each area are tried.</param>
/// <param name="IsWhole">Whether mutants that survive the tests of their area meet all others.</param>
/// <param name="Areas">The areas.</param>
internal sealed record MutationOptions(int Seed, int Count, bool IsWhole, IReadOnlyList<Area> Areas);
