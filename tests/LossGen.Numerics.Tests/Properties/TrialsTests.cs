using LossGen.Generator.Model;

namespace LossGen.Numerics.Tests.Properties;

/// <summary>The trials that are drawn: the whole option space, and the same ones for the same seed.</summary>
public sealed class TrialsTests
{
    // Always the same trials, so that they contain what they are known to contain.
    private const uint Seed = 1;

    private static readonly IReadOnlyList<Trial> Drawn = Trials.Draw(DeclarationTests.DeepCount * Declaration.BuiltIn.Length / 7, Seed);

    [Fact]
    public void TheSameSeedDrawsTheSameTrials()
    {
        Assert.Equal(Drawn.Take(50).Select(static trial => trial.ToString()), Trials.Draw(50, Seed).Select(static trial => trial.ToString()));
        Assert.NotEqual(Drawn[0].ToString(), Trials.Draw(1, Seed + 1)[0].ToString());
    }

    [Fact]
    public void EveryLossMeetsEveryElementTypeRankAndPositionOfTheBatch()
    {
        foreach (LossKind loss in Declaration.BuiltIn)
        {
            int[] ranks = Declaration.TakesClassAxis(loss) ? [2, 3, 4, 5] : [0, 1, 2, 3, 4, 5];
            foreach ((int rank, ElementType element) in ranks.SelectMany(static _ => Enum.GetValues<ElementType>(), static (rank, element) => (rank, element)))
            {
                int[] positions = [.. Of(declaration => declaration.Loss == loss && declaration.Element == element && declaration.Dimensions.Length == rank)
                    .Select(static declaration => Array.IndexOf(declaration.Dimensions, Shape.Batch)).Distinct()];
                Assert.True(positions.Length == Math.Max(1, rank), $"{loss} of {element} with {rank} dimensions has the batch in {positions.Length} places.");
            }
        }
    }

    [Fact]
    public void EveryWeightingMeetsEveryNormalisationLabelTypeAndNotation()
    {
        foreach (LossKind loss in new[] { LossKind.Softmax, LossKind.MultinomialLogistic })
        {
            foreach (WeightingMode mode in Enum.GetValues<WeightingMode>())
            {
                Declaration[] declarations = [.. Of(declaration => declaration.Loss == loss && declaration.Weighting == mode)];
                Assert.Equal(Enum.GetValues<LabelType>(), declarations.Select(static declaration => declaration.Label).Distinct().Order());
                Assert.Equal(Enum.GetValues<AxisNotation>(), declarations.Select(static declaration => declaration.Notation).Distinct().Order());
                Assert.Equal(mode is WeightingMode.PerClass or WeightingMode.PerDataPoint, declarations.Any(static declaration => declaration.HasConstantWeights));
                if (mode != WeightingMode.None)
                {
                    // Weights of locations are not scaled.
                    Assert.Equal(mode == WeightingMode.PerLocation ? 2 : 6, declarations.Select(static declaration => (declaration.Normalize, declaration.Element)).Distinct().Count());
                }
            }
        }
    }

    [Fact]
    public void SizesReachFrom1To40AndBatchesFrom0()
    {
        int[] sizes = [.. Drawn.SelectMany(static trial => trial.Declaration.Dimensions).Where(static size => size != Shape.Batch).Distinct().Order()];
        Assert.Equal(Enumerable.Range(1, 40), sizes);
        Assert.Contains(Drawn, static trial => trial.Samples == 0);
        Assert.Contains(Drawn, static trial => trial.Samples * trial.Declaration.ElementsPerSample > 20_000);
    }

    private static IEnumerable<Declaration> Of(Func<Declaration, bool> isMeant) => Drawn.Select(static trial => trial.Declaration).Where(isMeant);
}
