using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom;

/// <summary>Both ways to write log cosh become the accurate function; as written both lose precision near 0, and one of them overflows.</summary>
public sealed class LogCoshTests
{
    private static readonly string[] Forms =
    [
        "MathF.Log((MathF.Exp(x) + MathF.Exp(-x)) / 2)",
        "MathF.Log(0.5f * (MathF.Exp(-x) + MathF.Exp(x)))",
        "x + MathF.Log(1 + MathF.Exp(-2 * x)) - 0.6931472f",
    ];

    private static readonly Lazy<CompiledLosses> Losses = new(static () => CompiledLosses.CompileSources(Forms.Select(static (form, i) => $$"""
        using System;
        using LossGen;
        [ElementwiseLoss(Reduction = LossReduction.Sum)]
        public sealed partial class Form{{i}}
        {
            [Formula]
            public static float Value(float x, float unused) => {{form}};
        }
        """)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void DigitsAreKept(int form)
    {
        CustomLoss<float> loss = new(Losses.Value.Instance($"Form{form}"));
        for (double magnitude = 1e-18; magnitude < 1e30; magnitude *= 1.37)
        {
            foreach (double x in new[] { (double)(float)magnitude, -(float)magnitude })
            {
                // Up to 1e-3, the series has all the digits of a float after two terms.
                double expected = magnitude < 1e-3 ? (x * x / 2) - (x * x * x * x / 12) : Math.Abs(x) < 300 ? Math.Log(Math.Cosh(x)) : Math.Abs(x) - Math.Log(2);
                (double value, double[][] gradients) = loss.Run([[x], [0]]);
                Assert.Equal(expected, value, 3e-7 * expected);
                Assert.Equal(Math.Tanh(x), gradients[0][0], 3e-7 * Math.Abs(Math.Tanh(x)));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void AsItStandsTheFormulaLosesThem(int form)
    {
        Func<float, float, float> formula = Losses.Value.Type($"Form{form}").GetMethod("Value")!.CreateDelegate<Func<float, float, float>>();
        const float Small = 3e-4f;
        Assert.True(Math.Abs(formula(Small, 0) - (0.5 * Small * Small)) > 0.1 * (0.5 * Small * Small));
    }
}
