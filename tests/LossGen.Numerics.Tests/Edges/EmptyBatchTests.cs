using System.Numerics;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>No samples: a value of 0, and nothing around the empty gradients is written.</summary>
public sealed class EmptyBatchTests
{
    public static TheoryData<string> WithLabels => GuardedLosses.WithLabels;

    public static TheoryData<string> WithTarget => GuardedLosses.WithTarget;

    [Theory]
    [MemberData(nameof(WithLabels))]
    public void LossesWithLabelsAre0(string loss)
    {
        Check<float, int>(loss);
        Check<double, int>(loss);
    }

    [Theory]
    [MemberData(nameof(WithTarget))]
    public void LossesWithATargetAre0(string loss)
    {
        Check<float, float>(loss);
        Check<double, double>(loss);
    }

    private static void Check<T, TTruth>(string loss)
        where T : unmanaged, INumber<T>
        where TTruth : unmanaged
    {
        T untouched = T.CreateChecked(12345);
        foreach (SpanMember<T, TTruth> member in GuardedLosses.Members<T, TTruth>(loss))
        {
            T[] memory = [.. Enumerable.Repeat(untouched, 40)];
            T value = member.Call(memory.AsSpan(20, 0), default, memory.AsSpan(20, 0), memory.AsSpan(20, 0), memory.AsSpan(20, 0));
            Assert.Equal(T.Zero, value);
            Assert.True(T.IsPositive(value));
            Assert.All(memory, element => Assert.Equal(untouched, element));
            Assert.Equal(T.Zero, member.Call(default, default, default, default, default));
        }
    }
}
