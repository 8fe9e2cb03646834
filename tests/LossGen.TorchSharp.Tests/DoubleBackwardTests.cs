using TorchSharp;
using static TorchSharp.torch;

namespace LossGen.Tests;

/// <summary>A gradient that is itself differentiated.</summary>
public sealed class DoubleBackwardTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly Tensor logits;
    private readonly Tensor labels;

    public DoubleBackwardTests()
    {
        manual_seed(5);
        logits = randn([64, 10], requires_grad: true);
        labels = randint(0, 10, [64]);
    }

    public void Dispose() => scope.Dispose();

    [Fact]
    public void WithoutASecondDerivativeItIsAnError()
    {
        Tensor slope = autograd.grad([new DigitLoss().AsModule().call(logits, labels)], [logits], create_graph: true)[0];
        Assert.True(slope.requires_grad);
        Exception exception = Assert.ThrowsAny<Exception>(() => slope.square().sum().backward());
        Assert.Contains("the gradient of DigitLoss is to be differentiated, but its derivative was not compiled: declare Curvature = true.", exception.Message, StringComparison.Ordinal);

        // The error is over, and gradients are what they are.
        Tensor expected = autograd.grad([nn.CrossEntropyLoss().call(logits, labels)], [logits])[0];
        Gradients.Agree(expected, slope.detach(), 1e-8);
        Assert.Equal(3, ones(3).sum().item<float>());
    }
}
