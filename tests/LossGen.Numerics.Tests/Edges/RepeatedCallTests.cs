using System.Numerics;
using System.Runtime.InteropServices;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>What holds of every call: it allocates nothing, and the same inputs give the same bits wherever they lie in memory.</summary>
public sealed class RepeatedCallTests
{
    private const int Classes = GuardedLosses.Classes;
    private const int Samples = 100;
    private const int Length = Samples * Classes;

    // Every place within a vector of float32.
    private const int Offsets = 8;

    public static TheoryData<string> WithLabels => GuardedLosses.WithLabels;

    public static TheoryData<string> WithTarget => GuardedLosses.WithTarget;

    [Theory]
    [MemberData(nameof(WithLabels))]
    public void LossesWithLabels(string loss)
    {
        Check(GuardedLosses.Members<float, int>(loss), [.. Enumerable.Range(0, Samples).Select(static i => i % Classes)]);
        Check(GuardedLosses.Members<double, int>(loss), [.. Enumerable.Range(0, Samples).Select(static i => i % Classes)]);
    }

    [Theory]
    [MemberData(nameof(WithTarget))]
    public void LossesWithATarget(string loss)
    {
        Check<float, float>(GuardedLosses.Members<float, float>(loss), Fractions<float>(5));
        Check<double, double>(GuardedLosses.Members<double, double>(loss), Fractions<double>(5));
    }

    private static void Check<T, TTruth>(SpanMember<T, TTruth>[] members, TTruth[] truth)
        where T : unmanaged, INumber<T>
        where TTruth : unmanaged
    {
        foreach (SpanMember<T, TTruth> member in members)
        {
            AllocatesNothing(member, truth);
            (T value, T[] gradient, T[] second) = Run(member, truth, offset: 0);
            for (int offset = 0; offset < Offsets; offset++)
            {
                (T again, T[] gradientAgain, T[] secondAgain) = Run(member, truth, offset);
                SameBits([value, .. gradient, .. second], [again, .. gradientAgain, .. secondAgain]);
            }
        }
    }

    private static void AllocatesNothing<T, TTruth>(SpanMember<T, TTruth> member, TTruth[] truth)
        where T : unmanaged, INumber<T>
        where TTruth : unmanaged
    {
        (T[] prediction, T[] weights, T[] gradient, T[] second) = (Fractions<T>(3), Fractions<T>(4), new T[Length], new T[Length]);
        member.Call(prediction, truth, weights, gradient, second);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            member.Call(prediction, truth, weights, gradient, second);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static (T Value, T[] Gradient, T[] Second) Run<T, TTruth>(SpanMember<T, TTruth> member, TTruth[] truth, int offset)
        where T : unmanaged, INumber<T>
        where TTruth : unmanaged
    {
        T[] prediction = [.. new T[offset], .. Fractions<T>(3)];
        T[] weights = [.. new T[offset], .. Fractions<T>(4)];
        TTruth[] truths = [.. new TTruth[offset], .. truth];
        T[] gradient = new T[offset + Length];
        T[] second = new T[offset + Length];
        T value = member.Call(prediction.AsSpan(offset), truths.AsSpan(offset), weights.AsSpan(offset), gradient.AsSpan(offset), second.AsSpan(offset));
        return (value, gradient[offset..], second[offset..]);
    }

    // From 1/8 to 7/8.
    private static T[] Fractions<T>(int step)
        where T : INumber<T> => [.. Enumerable.Range(0, Length).Select(i => T.CreateChecked(0.125 * (1 + (i * step % 7))))];

    private static void SameBits<T>(T[] expected, T[] actual)
        where T : unmanaged => Assert.True(MemoryMarshal.AsBytes<T>(expected).SequenceEqual(MemoryMarshal.AsBytes<T>(actual)));
}
