using System.Globalization;

namespace LossGen.Numerics.Tests.SecondOrder;

/// <summary>
/// The product of the Hessian and directions: central differences of the generated gradients, symmetric, zero for zeros, the same to the bit whichever gradients are wanted, in place or not.
/// </summary>
public sealed class DoubleBackwardTests
{
    private const double Step = 1e-5;

    public static TheoryData<string> All => [.. SecondOrderLosses.Own.Concat(SecondOrderLosses.Tried).Select(static loss => loss.Name)];

    public static TheoryData<string> Own => [.. SecondOrderLosses.Own.Select(static loss => loss.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void ItIsTheSlopeOfTheGradientsAlongTheDirections(string name)
    {
        foreach (SecondOrderBatch batch in Batches(name).Where(_ => SecondOrderLosses.Named(name).IsSmooth))
        {
            double[][] directions = batch.Random(seed: 7);
            double[][] above = batch.Backward(batch.Moved(directions, Step)), below = batch.Backward(batch.Moved(directions, -Step));
            double[][] expected = batch.Each((number, place) => (above[number][place] - below[number][place]) / (2 * Step));
            Close(expected, batch.DoubleBackward(directions), 2e-7, name);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TheHessianIsSymmetric(string name)
    {
        foreach (SecondOrderBatch batch in Batches(name).Where(_ => SecondOrderLosses.Named(name).IsSmooth))
        {
            double[][] u = batch.Random(seed: 8), v = batch.Random(seed: 9);
            double[][] ofU = batch.DoubleBackward(u), ofV = batch.DoubleBackward(v);
            double size = u.Zip(ofV, static (x, y) => x.Zip(y, static (a, b) => Math.Abs(a * b)).Sum()).Sum();
            Assert.True(Math.Abs(Product(u, ofV) - Product(v, ofU)) <= 1e-11 * size, Text($"{name}: ⟨u, H v⟩ is {Product(u, ofV):R}, ⟨v, H u⟩ {Product(v, ofU):R}"));
        }

        static double Product(double[][] x, double[][] y) => x.Zip(y, static (a, b) => a.Zip(b, static (p, q) => p * q).Sum()).Sum();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void EmptyDirectionsAreZeros(string name)
    {
        foreach (SecondOrderBatch batch in Batches(name))
        {
            Assert.All(batch.DoubleBackward(batch.Each(static (_, _) => 0)), static gradient => Assert.All(gradient, static value => Assert.Equal(0, value)));
            double[][] first = batch.Random(seed: 10);
            for (int number = 1; number < first.Length; number++)
            {
                Array.Clear(first[number]);
            }

            double[][] expected = batch.DoubleBackward(first);
            double[]?[] alone = [.. first.Select(static (direction, number) => number == 0 ? direction : null)];
            double[][] found = batch.DoubleBackward(alone);
            Close(expected, found, 1e-12, name);

            // Whichever gradients are wanted.
            Assert.Equal(found[0], batch.DoubleBackward(alone, isWanted: static number => number == 0)[0]);
            for (int wanted = 1; wanted < batch.Gradients; wanted++)
            {
                Assert.Equal(found[wanted], batch.DoubleBackward(alone, isWanted: number => number == 0 || number == wanted)[wanted]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TheGradientsDoNotDependOnWhatElseIsWritten(string name)
    {
        foreach (SecondOrderBatch batch in Batches(name))
        {
            double[][] directions = batch.Random(seed: 11), found = batch.DoubleBackward(directions);
            Assert.Equal(found, batch.DoubleBackward(directions, isInPlace: true));
            for (int wanted = 0; wanted < batch.Gradients; wanted++)
            {
                Assert.Equal(found[wanted], batch.DoubleBackward(directions, isWanted: number => number == 0 || number == wanted)[wanted]);
            }

            // Twice the gradients of half the scale, which are exact.
            Assert.Equal(batch.Each((number, place) => found[number][place]), [.. batch.DoubleBackward(directions, scale: 0.5).Select(static gradient => gradient.Select(static value => 2 * value).ToArray())]);
        }
    }

    [Theory]
    [MemberData(nameof(Own))]
    public void FloatIsDoubleRounded(string name)
    {
        SecondOrderLoss loss = SecondOrderLosses.Named(name);
        foreach (int samples in SamplesOf(loss))
        {
            SecondOrderBatch single = new(loss, samples, isDouble: false), wide = new(loss, samples, isDouble: true);
            for (int input = 0; input < single.Inputs.Length; input++)
            {
                single.Inputs[input].CopyTo(wide.Inputs[input], 0);
            }

            double[][] directions = single.Random(seed: 12);
            Close(wide.DoubleBackward(directions), single.DoubleBackward(directions), 1e-5, name);
        }
    }

    // By the greatest of all, since the gradient of one input may be a sum that cancels.
    private static void Close(double[][] expected, double[][] found, double bound, string name)
    {
        double largest = expected.Max(static gradient => gradient.DefaultIfEmpty().Max(Math.Abs));
        for (int number = 0; number < expected.Length; number++)
        {
            Assert.Equal(expected[number].Length, found[number].Length);
            for (int i = 0; i < expected[number].Length; i++)
            {
                Assert.True(Math.Abs(expected[number][i] - found[number][i]) <= bound * largest, Text($"{name}, gradient {number}, element {i}: {found[number][i]:R}, not {expected[number][i]:R}; the largest is {largest:R}"));
            }
        }
    }

    // Few locations have a kernel of their own.
    private static int[] SamplesOf(SecondOrderLoss loss) => [1, loss.Classes * loss.Inner > 1000 ? 2 : 67];

    private static IEnumerable<SecondOrderBatch> Batches(string name)
    {
        SecondOrderLoss loss = SecondOrderLosses.Named(name);
        return SamplesOf(loss).Select(samples => new SecondOrderBatch(loss, samples, isDouble: true));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
