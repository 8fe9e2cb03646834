using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Library;
using LossGen.Numerics.Tests.Parallelism;
using LossGen.Numerics.Tests.Properties;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.ForeignState;

/// <summary>
/// Every loss that has an attribute, on a thread whose processor has no subnormal numbers or rounds in another direction: the same bits, or differences that are small beside the value, or beside
/// the largest slope. All members still agree.
/// </summary>
public sealed class LossModeTests(ITestOutputHelper output)
{
    private const int Samples = 70;

    // In halves of a unit in the last place of 1: half of a float's digits are kept, and more than half of a double's.
    private const double MostOfFloats = 256;
    private const double MostOfDoubles = 131_072;

    public static TheoryData<FloatingPointMode> Modes => [.. FloatingPointModes.Tried];

    [Theory]
    [MemberData(nameof(Modes))]
    public void LossesWithoutOptions(FloatingPointMode mode)
    {
        foreach (ParallelLoss declared in ParallelLoss.All)
        {
            LossInputs inputs = declared.Inputs(Samples, seed: 3);
            foreach (ElementType element in Enum.GetValues<ElementType>())
            {
                object loss = declared.Compile(element).Serial;
                LossResult usual = declared.Run(loss, inputs), foreign = usual;
                FloatingPointModes.Run(mode, () => foreign = declared.Run(loss, inputs));
                Check(mode, declared.ToString(), element, [usual.Value], [foreign.Value]);
                Check(mode, declared.ToString(), element, usual.PredictionGradient, foreign.PredictionGradient);
                Check(mode, declared.ToString(), element, usual.GroundTruthGradient ?? [], foreign.GroundTruthGradient ?? []);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void LossesWithOptions(FloatingPointMode mode)
    {
        foreach (LibraryFormula formula in LibraryFormula.All)
        {
            Random random = new(1);
            int[] labels = [.. Enumerable.Range(0, Samples).Select(_ => random.Next(formula.Classes))];
            double[][] inputs = [.. formula.Loss.Numbers.Zip(formula.Ranges, (input, range) => Drawn(random, Samples * (input.Kind == InputKind.Elements ? formula.Classes : 1), range))];
            foreach (ElementType element in Enum.GetValues<ElementType>())
            {
                (double value, double[][] gradients) = Run();
                (double foreignValue, double[][] foreignGradients) = (0, gradients);
                FloatingPointModes.Run(mode, () => (foreignValue, foreignGradients) = Run());
                Check(mode, formula.Loss.ToString(), element, [value], [foreignValue]);
                foreach ((double[] usual, double[] foreign) in gradients.Zip(foreignGradients))
                {
                    Check(mode, formula.Loss.ToString(), element, usual, foreign);
                }

                (double, double[][]) Run() => LibraryFormulaTests.Losses.Run(formula.Loss, element == ElementType.Double, inputs, labels);
            }
        }
    }

    private static double[] Drawn(Random random, int count, (double Least, double Greatest) range) =>
        [.. Enumerable.Range(0, count).Select(_ => (double)(float)(double.IsNaN(range.Least) ? (random.Next(2) * 2) - 1 : range.Least + (random.NextDouble() * (range.Greatest - range.Least))))];

    private void Check(FloatingPointMode mode, string loss, ElementType element, double[] usual, double[] foreign)
    {
        if (!FloatingPointModes.IsDirected(mode))
        {
            Assert.Equal(usual, foreign);
            return;
        }

        double largest = usual.Select(Math.Abs).Prepend(0).Max();
        double difference = usual.Zip(foreign, static (a, b) => Math.Abs(a - b)).Prepend(0).Max();
        double inHalfUnits = difference == 0 ? 0 : difference / largest / Math.ScaleB(1, element == ElementType.Double ? -53 : -24);
        output.WriteLine(FormattableString.Invariant($"{inHalfUnits:F1} {element} {loss}"));
        Assert.True(inHalfUnits <= (element == ElementType.Double ? MostOfDoubles : MostOfFloats), $"{loss} of {element} is off by {inHalfUnits} halves of a unit.");
    }
}
