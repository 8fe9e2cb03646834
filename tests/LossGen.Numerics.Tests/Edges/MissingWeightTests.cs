using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LossGen.CompilerServices;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>What would make a kernel read out of bounds: weights that no constructor has kept, and spans whose bytes an int cannot count.</summary>
public sealed class MissingWeightTests
{
    [Fact]
    public void ALossWithoutItsConstructorRefusesToRun()
    {
        object made = CompiledLosses.Compile(
            new Dictionary<string, string> { ["Loss"] = "[SoftmaxLoss(Shape.Batch, 3, Weighting = WeightingMode.PerClass)]" },
            new Dictionary<string, string> { ["Loss"] = "float" }).Instance("Loss", new float[] { 1, 2, 3 });
        var loss = (ILoss<float, int>)RuntimeHelpers.GetUninitializedObject(made.GetType());
        float[] gradient = [7, 7, 7];
        Assert.Throws<InvalidOperationException>(() => { loss.Forward(new float[3], [0]); });
        Assert.Throws<InvalidOperationException>(() => loss.Backward(new float[3], [0], gradient));
        Assert.Throws<InvalidOperationException>(() => { loss.ForwardBackward(new float[3], [0], gradient); });
        Assert.Equal([7f, 7f, 7f], gradient);
    }

    [Fact]
    public void SpansOfMoreThan2GibibytesAreComparedToo()
    {
        // Nothing is read: the check compares only addresses.
        const int Length = 1 << 30;
        double[] memory = new double[2];
        Span<double> first = MemoryMarshal.CreateSpan(ref memory[0], Length);
        Span<double> second = MemoryMarshal.CreateSpan(ref memory[1], Length);
        string message = "";
        try
        {
            LossGuard.RequireApart<double, double>(first, second, "weights", "gradient", "(Batch)");
        }
        catch (ArgumentException error)
        {
            message = error.Message;
        }

        Assert.StartsWith("'gradient' of 1073741824 elements overlaps 'weights' of 1073741824 elements;", message, StringComparison.Ordinal);
        LossGuard.RequireApart<double, double>(memory.AsSpan(0, 1), second, "weights", "gradient", "(Batch)");
        LossGuard.RequireSameOrApart<double>(first, first, "prediction", "gradient", "(Batch)");
    }
}
