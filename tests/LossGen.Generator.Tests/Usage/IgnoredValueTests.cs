using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Usage;

/// <summary>LG0107: Forward as a statement.</summary>
public sealed class IgnoredValueTests
{
    private const string Softmax = "SoftmaxLoss(Shape.Batch, 3)";

    [Theory]
    [InlineData("[|loss.Forward(x, labels)|];", "loss.Forward(x, labels)")]
    [InlineData("if (flag) [|loss.Forward(x.AsSpan(0, 3), [0])|];", "loss.Forward(x.AsSpan(0, 3), [0])")]
    [InlineData("ILoss<float, int> any = loss; [|any.Forward(x, labels)|];", "any.Forward(x, labels)")]
    public Task Ignored(string statements, string call) =>
        UsageTester.ExpectAsync("LG0107", Softmax, statements, "The value of '" + call + "' is ignored, but computing it is all that Forward does");

    [Theory]
    [InlineData("float v = loss.Forward(x, labels);")]
    [InlineData("_ = loss.Forward(x, labels);")]
    [InlineData("Action later = () => loss.Forward(x, labels);")]
    [InlineData("Action later = () => { loss.Forward(x, labels); };")]
    [InlineData("Func<float> later = () => loss.Forward(x, labels);")]
    [InlineData("loss.ForwardBackward(x, labels, g);")]
    [InlineData("loss.Backward(x, labels, g);")]
    [InlineData("new Layer().Forward(x, labels); } private sealed class Layer { public float Forward(float[] x, int[] y) => 0;")]
    [InlineData("Throws(() => { loss.Forward(x, labels); }); static void Throws(Action call) => call();")]
    public Task Used(string statements) => UsageTester.ExpectNothingAsync(Softmax, statements);
}
