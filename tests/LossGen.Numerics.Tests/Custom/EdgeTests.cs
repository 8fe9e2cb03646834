using System.Numerics;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom;

/// <summary>Custom losses where something is special: kinks, arguments near and far, infinities and NaN.</summary>
public sealed class EdgeTests
{
    public static TheoryData<int> Cases => ZooCase.Indices;

    /// <summary>At a kink the derivative is that of the side that the formula takes; that of |x| at 0 is 0.</summary>
    [Theory]
    [InlineData("L1Loss", 2, 2, 0)]
    [InlineData("HuberLoss", 3, 2, 1)]
    [InlineData("HuberLoss", 2, 3, -1)]
    [InlineData("SmoothL1Loss", 3, 2, 1)]
    [InlineData("QuantileLoss", 2, 2, -0.5)]
    [InlineData("SquaredHingeLoss", 1, 1, 0)]
    [InlineData("TukeyBiweightLoss", 4.685, 0, 0)]
    [InlineData("GeneralisedCharbonnierLoss", 1, 1, 0)]
    public void AKinkHasTheSlopeOfTheBranchThatIsTaken(string name, double prediction, double target, double slope)
    {
        Check<float>();
        Check<double>();

        void Check<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            // In every lane and in the remainder.
            double[][] inputs = [[.. Enumerable.Repeat(prediction, 37)], [.. Enumerable.Repeat(target, 37)]];
            CustomLoss<T> loss = new(ZooLosses.Sums.Construct<T>(name, new Dictionary<string, double>()));
            Assert.All(loss.Run(inputs).Gradients[0], actual => Assert.Equal(slope, actual));
        }
    }

    /// <summary>Where both arguments of a maximum or minimum are the same, the derivative is that of the second.</summary>
    [Theory]
    [InlineData("Max(x, 0)", 0, 0)]
    [InlineData("Max(0, x)", 0, 1)]
    [InlineData("Min(x, 0)", 0, 0)]
    [InlineData("Min(0, x)", 0, 1)]
    [InlineData("Clamp(x, -1, 1)", -1, 0)]
    [InlineData("Clamp(x, -1, 1)", 1, 0)]
    public void ATieHasTheSlopeOfTheSecondArgument(string formula, double x, double slope)
    {
        Formulas.CustomLoss[] losses = [.. new[] { "float", "double" }.Select(type => new Formulas.CustomLoss($"TieOf{type}", type, ["x"], $"=> {type}.{formula}"))];
        Formulas.CustomLosses compiled = new(losses);
        Assert.All(losses, loss => Assert.Equal([slope], compiled.Run(loss, x).Gradients));
    }

    [Theory]
    [InlineData(0.45)]
    [InlineData(1e-3)]
    [InlineData(3)]
    public void TheLeastEpsilonKeepsTheSlopeOfEqualInputs(double exponent)
    {
        ZooCase zooCase = new("GeneralisedCharbonnierLoss", new Dictionary<string, double> { ["epsilon"] = 1e-18f, ["exponent"] = exponent }, static (_, _) => []);
        Assert.Equal([0, 0, 0], ZooLosses.Sums.Of<float>(zooCase).Run([[0, 1, -2], [0, 1, -2]]).Gradients[0]);
    }

    [Fact]
    public void ABranchThatMeetsItsNeighbourWithAStepTakesItsOwnSlope()
    {
        // β = 0: the square is never taken, though at 0 it would be 0/0.
        ZooCase zooCase = new("SmoothL1Loss", new Dictionary<string, double> { ["beta"] = 0 }, static (_, _) => []);
        (double value, double[][] gradients) = ZooLosses.Sums.Of<float>(zooCase).Run([[0, 1, -2], [0, 0, 0]]);
        Assert.Equal(3, value);
        Assert.Equal([0, 1, -1], gradients[0]);
    }

    /// <summary>Exact values, computed with fifty digits: near 0, where differences cancel, and far from it, where squares and exponentials overflow.</summary>
    [Theory]
    [InlineData("HuberLoss", 1e-10, 0, 5.0000000000000000e-21, 1e-10)]
    [InlineData("HuberLoss", 1e30, 0, 1e30, 1)]
    [InlineData("LogCoshLoss", 1e-4, 0, 4.9999999916666667e-09, 9.9999999666666668e-05)]
    [InlineData("LogCoshLoss", 1000, 0, 999.30685281944005, 1)]
    [InlineData("PseudoHuberLoss", 1e-4, 0, 4.9999999875000000e-09, 9.9999999500000004e-05)]
    [InlineData("PseudoHuberLoss", 1e25, 0, 1e25, 1)]
    [InlineData("CauchyLoss", 1e-4, 0, 4.9999999750000002e-09, 9.9999999000000010e-05)]
    [InlineData("CauchyLoss", 1e15, 0, 34.538776394910684, 1e-15)]
    [InlineData("GeneralRobustLoss", 1e-4, 0, 4.9999999875000000e-09, 9.9999999500000004e-05)]
    [InlineData("GeneralRobustLoss", 1e15, 0, 1e15, 1)]
    [InlineData("SoftMarginLoss", 20, 1, 2.0611536203143807e-9, -2.0611536181902036e-9)]
    [InlineData("SoftMarginLoss", -1000, 1, 1000, -1)]
    [InlineData("BinaryCrossEntropyWithLogitsLoss", 20, 1, 2.0611536203143807e-9, -2.0611536181902036e-9)]
    [InlineData("BinaryCrossEntropyWithLogitsLoss", -20, 0, 2.0611536203143807e-9, 2.0611536181902036e-9)]
    [InlineData("BinaryCrossEntropyWithLogitsLoss", 1000, 0, 1000, 1)]
    [InlineData("FocalLoss", 20, 1, 2.189127679393809e-27, -6.5673830269011058e-27)]
    [InlineData("FocalLoss", -1000, 1, 250, -0.25)]
    [InlineData("PoissonLoss", 20, 0, 485165195.40979028, 485165195.40979028)]
    [InlineData("SquaredHingeLoss", -1e10, 1, 1.0000000002e20, -2.0000000002e10)]
    public void ValueAndSlopeKeepTheirDigits(string name, double prediction, double target, double value, double slope)
    {
        // A float is off the argument by up to 6e-8 of it.
        double[][] inputs = [[prediction], [target]];
        (double single, double[][] singleGradients) = new CustomLoss<float>(ZooLosses.Sums.Construct<float>(name, new Dictionary<string, double>())).Run(inputs);
        Assert.Equal(1, single / value, name == "FocalLoss" ? 1e-5 : 1e-6);
        Assert.Equal(1, singleGradients[0][0] / slope, name == "FocalLoss" ? 1e-5 : 1e-6);
        (double @double, double[][] doubleGradients) = new CustomLoss<double>(ZooLosses.Sums.Construct<double>(name, new Dictionary<string, double>())).Run(inputs);
        Assert.Equal(1, @double / value, 1e-14);
        Assert.Equal(1, doubleGradients[0][0] / slope, 4e-14);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void NaNGivesNaNAndSpoilsItsOwnElementOnly(int index)
    {
        Check<float>(ZooCase.All[index]);
        Check<double>(ZooCase.All[index]);

        static void Check<T>(ZooCase zooCase)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            const int Length = 45;
            CustomLoss<T> loss = ZooLosses.Sums.Of<T>(zooCase);
            double[][] inputs = zooCase.Inputs(new Data(Length), Length);
            double[][] clean = loss.Run(inputs).Gradients;
            foreach (int place in new[] { 0, 13, 31, 40, Length - 1 })
            {
                for (int input = 0; input < inputs.Length; input++)
                {
                    // A target that only chooses between two formulas: NaN chooses the second.
                    if (zooCase.Name == "HingeEmbeddingLoss" && input == 1)
                    {
                        continue;
                    }

                    double[][] spoiled = [.. inputs.Select((values, i) => values.Select((x, at) => i == input && at == place ? double.NaN : x).ToArray())];
                    (double value, double[][] gradients) = loss.Run(spoiled);
                    Assert.True(double.IsNaN(value), $"{zooCase}: {value}");
                    Assert.True(double.IsNaN(loss.Forward(spoiled)));
                    for (int i = 0; i < inputs.Length; i++)
                    {
                        Assert.Equal(clean[i].Where((_, at) => at != place), gradients[i].Where((_, at) => at != place));
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("L1Loss", double.PositiveInfinity, 1)]
    [InlineData("HuberLoss", double.PositiveInfinity, 1)]
    [InlineData("SmoothL1Loss", double.PositiveInfinity, 1)]
    [InlineData("LogCoshLoss", double.PositiveInfinity, 1)]
    [InlineData("QuantileLoss", double.PositiveInfinity, 0.5)]
    [InlineData("SoftMarginLoss", double.PositiveInfinity, 0)]
    [InlineData("ExponentialLoss", double.PositiveInfinity, 0)]
    [InlineData("SquaredHingeLoss", double.PositiveInfinity, 0)]
    [InlineData("TukeyBiweightLoss", double.PositiveInfinity, 0)]
    [InlineData("L1Loss", double.NegativeInfinity, -1)]
    [InlineData("HuberLoss", double.NegativeInfinity, -1)]
    [InlineData("LogCoshLoss", double.NegativeInfinity, -1)]
    [InlineData("QuantileLoss", double.NegativeInfinity, -0.5)]
    [InlineData("TukeyBiweightLoss", double.NegativeInfinity, 0)]
    [InlineData("SoftMarginLoss", double.NegativeInfinity, -1)]
    [InlineData("SquaredHingeLoss", double.NegativeInfinity, double.NegativeInfinity)]
    [InlineData("ExponentialLoss", double.NegativeInfinity, double.NegativeInfinity)]
    public void AnInfinitePredictionHasTheSlopeOfTheLimit(string name, double prediction, double slope)
    {
        Check<float>();
        Check<double>();

        void Check<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            CustomLoss<T> loss = new(ZooLosses.Sums.Construct<T>(name, new Dictionary<string, double>()));
            double[][] inputs = [[.. Enumerable.Repeat(prediction, 37)], [.. Enumerable.Repeat(1.0, 37)]];
            Assert.All(loss.Run(inputs).Gradients[0], actual => Assert.Equal(slope, actual));
        }
    }

    /// <summary>Whichever input is infinite, the value is that of the formula.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void InfinitiesGiveWhatTheFormulaGives(int index)
    {
        ZooCase zooCase = ZooCase.All[index];
        Func<double[], double> formula = ZooLosses.Formula(zooCase);
        CustomLoss<float> single = ZooLosses.Sums.Of<float>(zooCase);
        CustomLoss<double> @double = ZooLosses.Sums.Of<double>(zooCase);
        double[][] inputs = zooCase.Inputs(new Data(3), 8);
        for (int input = 0; input < inputs.Length; input++)
        {
            foreach (double infinity in new[] { double.PositiveInfinity, double.NegativeInfinity })
            {
                for (int at = 0; at < inputs[0].Length; at++)
                {
                    double[] element = [.. inputs.Select((values, i) => i == input ? infinity : values[at])];
                    double expected = formula(element);
                    double[][] one = [.. element.Select(static x => new[] { x })];
                    Assert.Equal(expected, @double.Forward(one), double.IsFinite(expected) ? 1e-14 * Math.Abs(expected) : 0);
                    Assert.Equal(expected, single.Forward(one), double.IsFinite(expected) ? 1e-6 * Math.Abs(expected) : 0);
                }
            }
        }
    }
}
