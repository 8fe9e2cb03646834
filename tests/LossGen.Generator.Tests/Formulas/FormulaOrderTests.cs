using LossGen.Generator.Declarations;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Formulas;

/// <summary>What a formula is read into follows from its text alone, and not from how the compiler's symbols are hashed, which differs from one run to the next.</summary>
public sealed class FormulaOrderTests
{
    private const int Pairs = 6;

    /// <summary>Of two variables that both want the name a2, the one that is declared first has it.</summary>
    [Fact]
    public void BehindAConditionVariablesAreNamedInTheOrderOfTheirDeclarations()
    {
        string[] letters = [.. Enumerable.Range(0, Pairs).Select(static i => ((char)('a' + i)).ToString())];
        string declared = string.Concat(letters.Select(static letter => $"float {letter} = x * y, {letter}2 = y; "));
        string assigned = string.Concat(letters.Select(static letter => $"{letter} = y; {letter}2 = x; "));
        string value = string.Join(" + ", letters.Select(static letter => $"{letter} * {letter}2"));
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(CustomLoss.Source(
            $"[Formula] private static float Value(float x, float y) {{ {declared} if (x > y) {{ {assigned} }} return {value}; }}")));
        ParsedLoss parsed = LossParser.Parse(
            compilation.GetTypeByMetadataName("Loss")!, compilation.GetSemanticModel(compilation.SyntaxTrees[0]), TestContext.Current.CancellationToken);
        string[] chosen = [.. ((CustomFormula)parsed.Spec!.Definition).Summands[0].PostOrder().OfType<Named>().Where(static named => named.Value is Apply { Op: Op.Select }).Select(static named => named.Name).Distinct()];
        Assert.Equal(letters.SelectMany(static letter => new[] { letter + "2", letter + "22" }), chosen);
    }
}
