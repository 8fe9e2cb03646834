using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>Spans that share memory: a gradient may be exactly its own input, and nothing else.</summary>
public sealed class OverlapTests
{
    private const int Samples = 9;
    private const int Length = Samples * GuardedLosses.Classes;

    public static TheoryData<string> WithLabels => GuardedLosses.WithLabels;

    public static TheoryData<string> WithTarget => GuardedLosses.WithTarget;

    [Theory]
    [MemberData(nameof(WithLabels))]
    public void LossesWithLabelsRefuseAllOther(string loss)
    {
        Check<float, int>(loss, Samples);
        Check<double, int>(loss, Samples);
    }

    [Theory]
    [MemberData(nameof(WithTarget))]
    public void LossesWithATargetRefuseAllOther(string loss)
    {
        Check<float, float>(loss, Length);
        Check<double, double>(loss, Length);
    }

    private static void Check<T, TTruth>(string loss, int truths)
        where T : unmanaged, INumber<T>
        where TTruth : unmanaged
    {
        foreach (SpanMember<T, TTruth> member in GuardedLosses.Members<T, TTruth>(loss))
        {
            foreach (SpanRole gradient in member.Names.Keys.Where(static role => role >= SpanRole.Gradient))
            {
                foreach (SpanRole other in member.Names.Keys.Where(role => role != gradient && role < gradient))
                {
                    bool isOwn = (gradient, other) is (SpanRole.Gradient, SpanRole.Prediction) or (SpanRole.Second, SpanRole.Truth);

                    // Counted in elements of the gradient, half of the last of which may be shared.
                    int otherLength = other == SpanRole.Truth ? ((truths * Unsafe.SizeOf<TTruth>()) + Unsafe.SizeOf<T>() - 1) / Unsafe.SizeOf<T>() : Length;
                    for (int distance = 1 - Length; distance < otherLength; distance++)
                    {
                        if (distance != 0 || !isOwn)
                        {
                            Refuses(member, truths, gradient, other, distance, isOwn);
                        }
                    }
                }
            }
        }
    }

    // The other span is in the middle of the memory, and the gradient at some distance from it; all else is disjoint.
    private static void Refuses<T, TTruth>(SpanMember<T, TTruth> member, int truths, SpanRole gradient, SpanRole other, int distance, bool isOwn)
        where T : unmanaged, INumber<T>
        where TTruth : unmanaged
    {
        T untouched = T.CreateChecked(12345);
        T[] memory = [.. Enumerable.Repeat(untouched, 3 * Length)];
        T[] apart = [.. Enumerable.Repeat(untouched, Length)];
        T[] apartToo = [.. Enumerable.Repeat(untouched, Length)];

        Span<T> Place(SpanRole role, T[] elsewhere) => role == other ? memory.AsSpan(Length, Length) : role == gradient ? memory.AsSpan(Length + distance, Length) : elsewhere;

        ArgumentException error = Assert.Throws<ArgumentException>(() =>
        {
            // The first labels' bytes are where the other span is; labels are not checked before overlaps.
            Span<TTruth> truth = other == SpanRole.Truth ? MemoryMarshal.Cast<T, TTruth>(memory.AsSpan(Length))[..truths] : new TTruth[truths];
            member.Call(Place(SpanRole.Prediction, new T[Length]), truth, Place(SpanRole.Weights, new T[Length]), Place(SpanRole.Gradient, apart), Place(SpanRole.Second, apartToo));
        });
        Assert.Equal(member.Names[gradient], error.ParamName);
        int otherLength = other == SpanRole.Truth ? truths : Length;
        string what = isOwn ? " partly; for a prediction of shape " : "; for a prediction of shape ";
        Assert.StartsWith($"'{member.Names[gradient]}' of {Length} elements overlaps '{member.Names[other]}' of {(otherLength == 1 ? "1 element" : $"{otherLength} elements")}{what}(", error.Message, StringComparison.Ordinal);
        Assert.Contains(isOwn ? " it must be exactly that span or share no memory with it." : " they must share no memory.", error.Message, StringComparison.Ordinal);
        Assert.All(memory, value => Assert.Equal(untouched, value));
        Assert.All(apart, value => Assert.Equal(untouched, value));
        Assert.All(apartToo, value => Assert.Equal(untouched, value));
    }
}
