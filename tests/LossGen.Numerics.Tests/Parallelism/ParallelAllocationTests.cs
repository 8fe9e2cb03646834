using System.Numerics;
using LossGen.Numerics.Tests.Edges;

namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>No call allocates on any thread.</summary>
[Collection(ThreadCollection.Name)]
public sealed class ParallelAllocationTests
{
    private const int CallsPerAttempt = 5;

    public static TheoryData<string> Losses => [.. ParallelLoss.All.Where(static loss => !loss.Arguments.Contains("LabelType", StringComparison.Ordinal)).Select(static loss => loss.ToString())];

    [Theory]
    [MemberData(nameof(Losses))]
    public void CallsOnSeveralThreads(string loss) => Check(ParallelLoss.Of(loss));

    private static void Check(ParallelLoss declared)
    {
        object loss = declared.Compile(ElementType.Single).Parallel;
        if (declared.HasLabels)
        {
            Check(declared, SpanMember<float, int>.Of(loss), new int[declared.Count / declared.Classes]);
        }
        else
        {
            Check(declared, SpanMember<float, float>.Of(loss), Halves(declared.Count));
        }
    }

    private static void Check<TTruth>(ParallelLoss declared, SpanMember<float, TTruth>[] members, TTruth[] truth)
        where TTruth : unmanaged, INumber<TTruth>
    {
        (float[] prediction, float[] weights, float[] gradient, float[] second) = (Halves(declared.Count), Halves(declared.Count), new float[declared.Count], new float[declared.Count]);
        foreach (SpanMember<float, TTruth> member in members)
        {
            Threads.With(2, () => Allocations.AreNone(Run));

            void Run()
            {
                for (int i = 0; i < CallsPerAttempt; i++)
                {
                    member.Call(prediction, truth, weights, gradient, second);
                }
            }
        }
    }

    private static float[] Halves(int count)
    {
        float[] halves = new float[count];
        halves.AsSpan().Fill(0.5f);
        return halves;
    }
}
