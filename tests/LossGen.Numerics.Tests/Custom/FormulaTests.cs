using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.Custom;

/// <summary>The compiled losses of the sample against the methods that their users wrote, called in double: every length of remainder, every reduction.</summary>
public sealed class FormulaTests
{
    private const int MostElements = 70;

    public static TheoryData<string, double> Reductions => new(new (string, double)[]
    {
        ("[ElementwiseLoss(Shape.Batch, 3)]", 3),
        ("[ElementwiseLoss(Shape.Batch, 3, Reduction = LossReduction.MeanElements)]", 1),
        ("[ElementwiseLoss(Shape.Batch, 3, Reduction = LossReduction.Sum)]", 60),
        ("[ElementwiseLoss(3, Shape.Batch, Weight = 2.5)]", 7.5),
    }.Where(static (_, index) => RandomRun.IsTried(index)));

    public static TheoryData<int> Cases => ZooCase.Indices;

    [Fact]
    public void EveryFileHasACase() => Assert.Equal(ZooSource.Names, ZooCase.All.Select(static zooCase => zooCase.Name).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public void ValuesAreTheMeansOfTheFormula(int index)
    {
        ZooCase zooCase = ZooCase.All[index];
        CustomLoss<float> single = ZooLosses.Declared.Of<float>(zooCase);
        CustomLoss<double> @double = ZooLosses.Declared.Of<double>(zooCase);
        for (int length = 0; length <= MostElements; length++)
        {
            double[][] inputs = zooCase.Inputs(new Data(length), length);
            double[] terms = Terms(zooCase, inputs);
            double mean = length == 0 ? 0 : terms.Sum() / length;
            double magnitude = length == 0 ? 0 : Magnitude(zooCase, terms, inputs) / length;

            // The formula as written loses precision that the kernel keeps: log(1 + e⁻²⁰), say.
            Assert.Equal(mean, @double.Forward(inputs), 1e-13 * magnitude);
            Assert.Equal(mean, single.Forward(inputs), (2e-6 * Math.Abs(mean)) + (1e-7 * magnitude));
        }
    }

    [Theory]
    [MemberData(nameof(Reductions))]
    public void ReductionsAreOfTheDeclaredShape(string attribute, double timesTheMean)
    {
        ZooLosses losses = ZooLosses.With(attribute);
        Assert.All(ZooCase.All, zooCase =>
        {
            double[][] inputs = zooCase.Inputs(new Data(20), 60);
            (double value, double[][] gradients) = ZooLosses.Declared.Of<double>(zooCase).Run(inputs);
            (double reduced, double[][] reducedGradients) = losses.Of<double>(zooCase).Run(inputs);
            Close(timesTheMean * value, reduced);
            Assert.All(gradients.Zip(reducedGradients), pair => Assert.All(pair.First.Zip(pair.Second), static element => Assert.Equal(Math.Sign(element.First), Math.Sign(element.Second))));
            Assert.All(gradients.SelectMany(static g => g).Zip(reducedGradients.SelectMany(static g => g)), pair => Close(timesTheMean * pair.First, pair.Second));
        });

        static void Close(double expected, double actual) => Assert.Equal(expected, actual, 1e-14 * Math.Abs(expected));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryTailGivesTheGradientsOfTheWhole(int index)
    {
        Check<float>(ZooCase.All[index]);
        Check<double>(ZooCase.All[index]);

        static void Check<T>(ZooCase zooCase)
            where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        {
            CustomLoss<T> loss = ZooLosses.Sums.Of<T>(zooCase);
            double[][] inputs = zooCase.Inputs(new Data(71), MostElements);
            double[][] whole = loss.Run(inputs).Gradients;
            for (int length = 0; length < MostElements; length++)
            {
                (double value, double[][] part) = loss.Run([.. inputs.Select(input => input[..length])]);
                Assert.Equal(value, loss.Forward([.. inputs.Select(input => input[..length])]));
                Assert.All(whole.Zip(part), pair => Assert.Equal(pair.First[..length].Select(BitConverter.DoubleToInt64Bits), pair.Second.Select(BitConverter.DoubleToInt64Bits)));
            }
        }
    }

    /// <summary>The formula at each element.</summary>
    internal static double[] Terms(ZooCase zooCase, double[][] inputs)
    {
        Func<double[], double> formula = ZooLosses.Formula(zooCase);
        return [.. Enumerable.Range(0, inputs[0].Length).Select(i => formula([.. inputs.Select(input => input[i])]))];
    }

    // The magnitudes that are added up within a term and between terms; a formula such as eˣ − y·x cancels within itself.
    private static double Magnitude(ZooCase zooCase, double[] terms, double[][] inputs) =>
        terms.Sum(Math.Abs) + (zooCase.Name is "PoissonLoss" or "FullPoissonLoss" or "NegativeBinomialLoss" or "TweedieLoss" or "GaussianLoss" or "FullGaussianLoss" or "StudentLoss" or "LogCoshLoss" or "TukeyBiweightLoss" ? inputs.Sum(static input => input.Sum(Math.Abs)) + terms.Length : 0);
}
