namespace LossGen.Numerics.Tests.Support;

/// <summary>Seeded inputs that float32 holds exactly, so that both element types see the same numbers.</summary>
internal sealed class Data(int seed)
{
    private readonly Random random = new(seed);

    public double[] Normal(int count, double deviation = 1.0) => [.. Enumerable.Range(0, count).Select(_ => (double)(float)(deviation * Gaussian()))];

    public int[] Labels(int count, int classes) => [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))];

    // Box and Muller's transform of two uniform numbers.
    private double Gaussian() => Math.Sqrt(-2.0 * Math.Log(1.0 - random.NextDouble())) * Math.Cos(2.0 * Math.PI * random.NextDouble());
}
