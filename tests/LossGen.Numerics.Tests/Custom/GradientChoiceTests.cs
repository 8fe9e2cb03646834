using System.Numerics;
using System.Runtime.InteropServices;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom;

/// <summary>Every choice of gradients, separate from the inputs and in place, gives the bits of all gradients at once.</summary>
public sealed class GradientChoiceTests
{
    public static TheoryData<int> Cases => ZooCase.Indices;

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryChoiceGivesTheSameBits(int index)
    {
        foreach (int length in new[] { 1, 7, 45, 70 })
        {
            Check<float>(ZooCase.All[index], length);
            Check<double>(ZooCase.All[index], length);
        }
    }

    private static void Check<T>(ZooCase zooCase, int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CustomLoss<T> loss = ZooLosses.Declared.Of<T>(zooCase);
        double[][] drawn = zooCase.Inputs(new Data(length), length);
        Memory<T>[] inputs = CustomLoss<T>.Narrowed(drawn);
        Memory<T>[] all = Fresh();
        T value = loss.ForwardBackward(inputs, all);
        SameBits([value], [loss.Forward(inputs)]);
        for (int choice = 0; choice < 1 << inputs.Length; choice++)
        {
            foreach (bool isInPlace in new[] { false, true })
            {
                // In place the inputs are overwritten.
                Memory<T>[] own = CustomLoss<T>.Narrowed(drawn);
                Memory<T>[] gradients = Chosen(isInPlace ? own : Fresh());
                SameBits([value], [loss.ForwardBackward(own, gradients)]);
                Matches(own, gradients);

                own = CustomLoss<T>.Narrowed(drawn);
                gradients = Chosen(isInPlace ? own : Fresh());
                loss.Backward(own, gradients);
                Matches(own, gradients);

                Memory<T>[] Chosen(Memory<T>[] from) => [.. from.Select((memory, input) => IsChosen(input) ? memory : default)];

                // A gradient that is not wanted leaves its input as it was.
                void Matches(Memory<T>[] inputsAfter, Memory<T>[] written)
                {
                    for (int input = 0; input < inputs.Length; input++)
                    {
                        SameBits(IsChosen(input) ? all[input].Span : default, written[input].Span);
                        SameBits(IsChosen(input) && isInPlace ? all[input].Span : inputs[input].Span, inputsAfter[input].Span);
                    }
                }
            }

            bool IsChosen(int input) => (choice >> input & 1) != 0;
        }

        Memory<T>[] Fresh() => [.. inputs.Select(input => new T[input.Length].AsMemory())];
    }

    private static void SameBits<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
        where T : unmanaged => Assert.Equal(Convert.ToHexString(MemoryMarshal.AsBytes(expected)), Convert.ToHexString(MemoryMarshal.AsBytes(actual)));
}
