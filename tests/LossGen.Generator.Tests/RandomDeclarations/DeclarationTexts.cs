using CsCheck;

namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>Draws texts: well-meant ones, slightly and thoroughly wild ones, and some with unfinished edits.</summary>
internal static class DeclarationTexts
{
    private static readonly Gen<Taste> Tastes = Gen.Frequency(
        (35, Gen.Const(new Taste(0, 0))),
        (45, Gen.Const(new Taste(8, 0))),
        (5, Gen.Const(new Taste(0, 6))),
        (5, Gen.Const(new Taste(10, 10))),
        (10, Gen.Const(new Taste(30, 0))));

    private static readonly Gen<string> Namespace = Gen.Frequency(
        (8, Gen.Const("")),
        (2, Gen.OneOf(".Inner", ".Été", ".@class.@record", ".数.損失", ".System", ".LossGen", ".LossGen.Generated", ".@await", ".Пространство")));

    private static readonly Gen<IEnumerable<Mutation>> Mutations = Gen.Frequency(
        (87, Gen.Const(Enumerable.Empty<Mutation>())), (13, Mutation.Any.Array[1, 3].Select(static mutations => (IEnumerable<Mutation>)mutations)));

    private static readonly Gen<DeclarationText> All =
        from taste in Tastes
        from @namespace in Namespace
        from attribute in AttributeTexts.List(taste)
        from carrier in CarrierTexts.Around(attribute.List, attribute.Formula, taste)
        from mutations in Mutations
        select new DeclarationText(@namespace, mutations.Aggregate(attribute.Alias + carrier, static (text, mutation) => mutation.Apply(text)));

    /// <summary>The same texts for the same seed, on every machine.</summary>
    public static IReadOnlyList<DeclarationText> Draw(int count, uint seed)
    {
        PCG random = new(1, seed);
        return [.. Enumerable.Range(0, count).Select(_ => All.Generate(random, null, out Size _))];
    }
}
