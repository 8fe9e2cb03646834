using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Properties;

namespace LossGen.Numerics.Tests.Support;

/// <summary>Seeded inputs that float32 holds exactly, so that both element types see the same numbers.</summary>
internal sealed class Data(int seed)
{
    private readonly Random random = new(seed);

    public double[] Normal(int count, double deviation = 1.0) => [.. Enumerable.Range(0, count).Select(_ => (double)(float)(deviation * Gaussian()))];

    public int[] Labels(int count, int classes) => [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))];

    /// <summary>The losses over single elements.</summary>
    public static LossKind[] ElementwiseLosses { get; } = [.. Declaration.BuiltIn.Where(static loss => !Declaration.TakesClassAxis(loss))];

    /// <summary>Valid first inputs of an elementwise loss.</summary>
    public double[] Prediction(LossKind loss, int count) => loss == LossKind.BinaryCrossEntropy ? Uniform(count, 0.0, 1.0) : Normal(count);

    /// <summary>Valid second inputs of an elementwise loss.</summary>
    public double[] Target(LossKind loss, int count) => loss switch
    {
        LossKind.Hinge => [.. Labels(count, 2).Select(static label => (2.0 * label) - 1.0)],
        LossKind.BinaryCrossEntropy => Uniform(count, 0.0, 1.0),
        LossKind.GaussianKL => Uniform(count, 0.05, 3.0),
        _ => Normal(count),
    };

    /// <summary>Rows of positive numbers that add up to about 1, with about one in eight of them 0 if wanted.</summary>
    public double[] Distributions(int rows, int classes, bool someZero = false) => [.. Enumerable.Range(0, rows).SelectMany(_ =>
    {
        double[] row = [.. Enumerable.Range(0, classes).Select(_ => someZero && random.Next(8) == 0 ? 0.0 : random.NextDouble() + 0.01)];
        row[random.Next(classes)] += 0.1;
        double sum = row.Sum();
        return row.Select(share => (double)(float)(share / sum));
    })];

    /// <summary>Rows of weights from 0.1 to 2, in some cases about one in eight of them 0, but never a whole row.</summary>
    public double[] Weights(int rows, int classes)
    {
        bool someZero = random.Next(3) == 0;
        return [.. Enumerable.Range(0, rows).SelectMany(_ =>
        {
            double[] row = Uniform(classes, 0.1, 2.0);
            int kept = random.Next(classes);
            return row.Select((weight, c) => someZero && c != kept && random.Next(8) == 0 ? 0.0 : weight).ToArray();
        })];
    }

    public double[] Uniform(int count, double from, double to) => [.. Enumerable.Range(0, count).Select(_ => (double)(float)(from + ((to - from) * random.NextDouble())))];

    // Box and Muller's transform of two uniform numbers.
    private double Gaussian() => Math.Sqrt(-2.0 * Math.Log(1.0 - random.NextDouble())) * Math.Cos(2.0 * Math.PI * random.NextDouble());
}
