using CsCheck;

namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>Draws texts: well meant ones, slightly and thoroughly wild ones, and some with edits half done.</summary>
internal static class DeclarationTexts
{
    private static readonly Gen<int> Wildness = Gen.Frequency((50, Gen.Const(0)), (35, Gen.Const(10)), (15, Gen.Const(40)));

    private static readonly Gen<string> Namespace = Gen.Frequency(
        (8, Gen.Const("")), (2, Gen.OneOf(".Inner", ".Été", ".@class.@record", ".数.損失", ".System", ".LossGen", ".LossGen.Generated", ".@await", ".Пространство")));

    private static readonly Gen<IEnumerable<Mutation>> Mutations = Gen.Frequency(
        (80, Gen.Const(Enumerable.Empty<Mutation>())), (20, Mutation.Any.Array[1, 3].Select(static mutations => (IEnumerable<Mutation>)mutations)));

    private static readonly Gen<DeclarationText> All =
        from wildness in Wildness
        from @namespace in Namespace
        from attribute in AttributeTexts.List(wildness)
        from carrier in CarrierTexts.Around(attribute.List, wildness)
        from mutations in Mutations
        select new DeclarationText(@namespace, mutations.Aggregate(attribute.Alias + carrier, static (text, mutation) => mutation.Apply(text)));

    /// <summary>The same texts for the same seed, on every machine.</summary>
    public static IReadOnlyList<DeclarationText> Draw(int count, uint seed)
    {
        PCG random = new(1, seed);
        return [.. Enumerable.Range(0, count).Select(_ => All.Generate(random, null, out Size _))];
    }
}
