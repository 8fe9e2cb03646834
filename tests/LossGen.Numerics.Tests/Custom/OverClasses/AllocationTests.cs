using LossGen.Numerics.Tests.Parallelism;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom.OverClasses;

/// <summary>No call allocates.</summary>
[Collection(ThreadCollection.Name)]
public sealed class AllocationTests
{
    private const int Classes = 10;

    [Fact]
    public void NoCallAllocates()
    {
        Data data = new(1);
        float[] logits = [.. data.Normal(100 * Classes).Select(static x => (float)x)];
        int[] labels = data.Labels(100, Classes);
        float[] gradient = new float[logits.Length];
        foreach (OverClassesCase loss in OverClassesCase.All)
        {
            ILoss<float, int> compiled = (ILoss<float, int>)OverClassesLosses.Of(Classes).Of(loss, isDouble: false);
            Allocations.AreNone(() =>
            {
                compiled.Forward(logits, labels);
                compiled.Backward(logits, labels, gradient);
                compiled.ForwardBackward(logits, labels, gradient);
            });
        }
    }
}
