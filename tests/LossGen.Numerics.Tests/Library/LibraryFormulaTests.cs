using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.Library;

/// <summary>Declared losses against their formulas in plain C#, and gradients against differences of these.</summary>
public sealed class LibraryFormulaTests
{
    private const int Locations = 70;
    private const double Step = 1e-5;

    /// <summary>The losses, for every test that calls them.</summary>
    internal static readonly DeclaredLosses Losses = new(LibraryFormula.All.Select(static formula => formula.Loss));

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, LibraryFormula.All.Count)];

    [Fact]
    public void EveryLossOfATemplateIsTested() => Assert.Equal(
        Enum.GetValues<LossKind>().Where(static kind => LossTemplate.Find(kind) is not null),
        LibraryFormula.All.Select(static formula => formula.Loss.Kind).Distinct().Order());

    [Theory]
    [MemberData(nameof(Indices))]
    public void ValueAndGradientsMatch(int index)
    {
        LibraryFormula formula = LibraryFormula.All[index];
        Random random = new(RandomRun.SeedOfTheRun + index);
        int[] labels = [.. Enumerable.Range(0, Locations).Select(_ => random.Next(formula.Classes))];
        double[][] inputs = [.. formula.Loss.Numbers.Zip(formula.Ranges, (input, range) =>
            Enumerable.Range(0, Locations * PerLocation(input, formula)).Select(_ => (double)(float)Number(random, range)).ToArray())];
        double expected = Enumerable.Range(0, Locations).Average(location => formula.Value(At(location), labels[location]));
        foreach (bool isDouble in new[] { true, false })
        {
            (double value, double[][] gradients) = Losses.Run(formula.Loss, isDouble, inputs, labels);
            Assert.Equal(expected, value, (isDouble ? 1e-12 : 2e-6) * Math.Max(0.1, Math.Abs(expected)));
            foreach (int number in Enumerable.Range(0, inputs.Length).Where(number => formula.Loss.Numbers[number].HasGradient))
            {
                (double Least, double Greatest)[] slopes = [.. Enumerable.Range(0, inputs[number].Length).Select(i => Slopes(number, i))];
                double bound = 1e-5 * slopes.Max(static slope => Math.Max(-slope.Least, slope.Greatest));
                Assert.All(slopes.Zip(gradients[number]), pair => Assert.InRange(pair.Second * Locations, pair.First.Least - bound, pair.First.Greatest + bound));
            }
        }

        double[][] At(int location) => [.. inputs.Select((input, number) => input.AsSpan(location * PerLocation(formula.Loss.Numbers[number], formula), PerLocation(formula.Loss.Numbers[number], formula)).ToArray())];

        // To the left and to the right: the slope is between them, and at a kink that of either side.
        (double Least, double Greatest) Slopes(int number, int i)
        {
            int perLocation = PerLocation(formula.Loss.Numbers[number], formula);
            double[][] location = At(i / perLocation);
            double x = location[number][i % perLocation];
            (double left, double right) = ((Shifted(0) - Shifted(-Step)) / Step, (Shifted(Step) - Shifted(0)) / Step);
            return (Math.Min(left, right), Math.Max(left, right));

            double Shifted(double step)
            {
                location[number][i % perLocation] = x + step;
                return formula.Value(location, labels[i / perLocation]);
            }
        }
    }

    private static int PerLocation(LossInput input, LibraryFormula formula) => input.Kind == InputKind.Elements ? formula.Classes : 1;

    private static double Number(Random random, (double Least, double Greatest) range) =>
        double.IsNaN(range.Least) ? (random.Next(2) * 2) - 1 : range.Least + (random.NextDouble() * (range.Greatest - range.Least));
}
