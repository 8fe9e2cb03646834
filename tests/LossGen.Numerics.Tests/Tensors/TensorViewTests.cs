using System.Buffers;
using System.Numerics.Tensors;
using LossGen.CompilerServices;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.Tensors;

/// <summary>
/// Views of tensors, sliced and permuted: a call takes the memory of those whose elements are one after another in it, from their first element on, and of no others. What
/// says that it is dense is among them; so is a permutation that moves only dimensions of length 1.
/// </summary>
public sealed class TensorViewTests
{
    [Fact]
    public void DenseViewsAreTakenAsTheyAre()
    {
        Random random = new(RandomRun.SeedOfTheRun);
        int taken = 0, refused = 0;
        for (int round = 0; round < 20_000; round++)
        {
            ReadOnlyTensorSpan<float> view = Draw(random);
            float[] elements = new float[(int)view.FlattenedLength];
            view.FlattenTo(elements);

            // Memory holds its own positions.
            bool isDense = elements.Zip(elements.Skip(1)).All(static pair => pair.Second == pair.First + 1);
            Assert.True(isDense || !view.IsDense);
            try
            {
                Assert.Equal(elements, new CallShape(view.Lengths, "x").Elements(in view.GetPinnableReference(), view.Lengths, view.Strides, "x"));
                Assert.True(isDense, view.ToString());
                taken++;
            }
            catch (ArgumentException exception)
            {
                Assert.False(isDense, exception.Message);
                Assert.Contains("must be dense", exception.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.True(taken > 1000 && refused > 1000, $"{taken} views are dense, and {refused} are not.");
    }

    // A tensor of up to four dimensions of up to four elements, some of its dimensions in another order and some shortened.
    private static Tensor<float> Draw(Random random)
    {
        int rank = random.Next(1, 5);
        nint[] lengths = [.. Enumerable.Range(0, rank).Select(_ => (nint)random.Next(1, 5))];
        Tensor<float> tensor = Tensor.Create([.. Enumerable.Range(0, (int)lengths.Aggregate((nint)1, static (product, length) => product * length)).Select(static i => (float)i)], lengths);
        if (random.Next(3) == 0)
        {
            int[] order = [.. Enumerable.Range(0, rank)];
            random.Shuffle(order);
            tensor = Tensor.PermuteDimensions(tensor, order);
        }

        return random.Next(2) == 0 ? tensor : tensor.Slice([.. Enumerable.Range(0, rank).Select(dimension => Range(random, tensor.Lengths[dimension]))]);
    }

    private static NRange Range(Random random, nint length)
    {
        if (random.Next(2) == 0)
        {
            return NRange.All;
        }

        int start = random.Next((int)length);
        return new NRange(start, random.Next(8) == 0 ? start : random.Next(start, (int)length + 1));
    }
}
