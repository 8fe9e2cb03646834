using TorchSharp;
using static TorchSharp.torch;

namespace LossGen.Tests;

/// <summary>A backward pass that starts at the prediction gives a model the gradients that the graph gives it.</summary>
public sealed class BackwardFromTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly TorchSharp.Modules.Linear linear;
    private readonly Tensor inputs;
    private readonly Tensor labels;
    private readonly DigitLoss loss = new();

    public BackwardFromTests()
    {
        manual_seed(11);
        linear = nn.Linear(32, 10);
        inputs = randn(64, 32);
        labels = randint(0, 10, [64]);
    }

    public void Dispose()
    {
        linear.Dispose();
        scope.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AModelHasTheSameGradients(bool inPlace)
    {
        (double expected, Tensor[] slopes) = Gradients.Of(() => loss.AsModule().call(linear.call(inputs), labels), linear.weight, linear.bias!);
        Tensor logits = linear.call(inputs);
        float[] before = logits.detach().data<float>().ToArray();
        float value = loss.BackwardFrom(logits, labels, inPlace);
        Assert.Equal(expected, value);
        Gradients.Agree(slopes[0], linear.weight.grad!, 0);
        Gradients.Agree(slopes[1], linear.bias!.grad!, 0);

        // The output's own gradient is left as well, and its elements only if nothing else was asked for.
        float[] gradient = new float[640];
        loss.Backward(before, labels.to(ScalarType.Int32).data<int>().ToArray(), gradient);
        Assert.Equal(gradient, logits.grad!.data<float>().ToArray());
        Assert.Equal(inPlace ? gradient : before, logits.detach().data<float>().ToArray());
    }

    [Fact]
    public void GradientsOfALeafAddUp()
    {
        Tensor leaf = randn([64, 10], requires_grad: true);
        loss.BackwardFrom(leaf, labels);
        Tensor once = leaf.grad!.clone();
        loss.BackwardFrom(leaf, labels);
        Gradients.Agree(2 * once, leaf.grad!, 0);
    }

    [Fact]
    public void ATensorOutsideAnyGraphHasItsGradient()
    {
        Tensor logits = randn(64, 10);
        loss.BackwardFrom(logits, labels);
        Tensor leaf = logits.clone().requires_grad_(true);
        loss.AsModule().call(leaf, labels).backward();
        Gradients.Agree(leaf.grad!, logits.grad!, 0);
        loss.BackwardFrom(logits, labels);
        Gradients.Agree(2 * leaf.grad!, logits.grad!, 0);
    }

    [Fact]
    public void ATargetThatRequiresAGradientHasOneToo()
    {
        Tensor left = randn([6, 5], requires_grad: true), right = randn([6, 5], requires_grad: true);
        new Distance().BackwardFrom(left, right);
        Gradients.Agree((left - right) / 30, left.grad!, 1e-8);
        Gradients.Agree(-left.grad!, right.grad!, 0);
    }

    [Fact]
    public void NothingIsOverwrittenThatAGraphNeeds()
    {
        Tensor leaf = randn([64, 10], requires_grad: true);
        Assert.StartsWith("logits is a leaf that requires a gradient", Assert.Throws<ArgumentException>(() => loss.BackwardFrom(leaf, labels, inPlace: true)).Message, StringComparison.Ordinal);
        Assert.StartsWith("logits is not contiguous", Assert.Throws<ArgumentException>(() => loss.BackwardFrom(randn(10, 64).t(), labels, inPlace: true)).Message, StringComparison.Ordinal);
        Assert.Null(leaf.grad);
    }

    [Fact]
    public void AnOperationThatNeedsWhatIsOverwrittenFails()
    {
        Tensor leaf = randn([64, 10], requires_grad: true);
        Assert.Contains(
            "modified by an inplace operation",
            Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => loss.BackwardFrom(leaf.sigmoid(), labels, inPlace: true)).Message,
            StringComparison.Ordinal);
        Assert.Null(leaf.grad);
    }

    [Fact]
    public void ALabelThatIsNotAClassLeavesEverythingAsItWas()
    {
        Tensor logits = randn(64, 10);
        float[] before = logits.data<float>().ToArray();
        labels[5] = 10;
        Assert.Throws<ArgumentOutOfRangeException>(() => loss.BackwardFrom(logits, labels, inPlace: true));
        Assert.Equal(before, logits.data<float>().ToArray());
        Assert.Null(logits.grad);
    }
}
