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
        Tensor slope = autograd.grad([new DigitLoss().AsModule().call(logits, labels)], [logits], retain_graph: true, create_graph: true)[0];
        Assert.True(slope.requires_grad);
        Exception exception = Assert.ThrowsAny<Exception>(() => slope.square().sum().backward());
        Assert.Contains("the gradient of DigitLoss is to be differentiated, but its derivative was not compiled: declare Curvature = true.", exception.Message, StringComparison.Ordinal);

        // The error is over, and gradients are what they are.
        Tensor expected = autograd.grad([nn.CrossEntropyLoss().call(logits, labels)], [logits])[0];
        Gradients.Agree(expected, slope.detach(), 1e-8);
        Assert.Equal(3, ones(3).sum().item<float>());
    }

    [Fact]
    public void AGradientPenaltyHasTheGradientOfTorchs()
    {
        Gradients.Agree(Penalty(nn.CrossEntropyLoss().call), Penalty(new TwiceDifferentiableDigitLoss().AsModule().call), 1e-7);

        // With an upstream gradient that is not 1.
        Gradients.Agree(Penalty((x, y) => 3 * nn.CrossEntropyLoss().call(x, y)), Penalty((x, y) => 3 * new TwiceDifferentiableDigitLoss().AsModule().call(x, y)), 1e-6);

        Tensor Penalty(Func<Tensor, Tensor, Tensor> loss)
        {
            using Tensor weight = full([10, 10], 0.1f).add(eye(10)).requires_grad_(true);
            Tensor slope = autograd.grad([loss(logits.mm(weight), labels)], [logits], retain_graph: true, create_graph: true)[0];
            return autograd.grad([slope.square().sum() + slope.sin().sum()], [weight])[0];
        }
    }

    [Fact]
    public void BothInputsOfASquareHaveSecondGradients()
    {
        Tensor left = randn([6, 5], dtype: ScalarType.Float64, requires_grad: true), right = randn([6, 5], dtype: ScalarType.Float64, requires_grad: true);
        Tensor[] expected = Penalties((x, y) => 0.5 * (x - y).square().sum() / 30);
        Tensor[] actual = Penalties(new TwiceDifferentiableDistance().AsModule().call);
        Gradients.Agree(expected[0], actual[0], 1e-15);
        Gradients.Agree(expected[1], actual[1], 1e-15);

        Tensor[] Penalties(Func<Tensor, Tensor, Tensor> loss)
        {
            IList<Tensor> slopes = autograd.grad([loss(left, right)], [left, right], retain_graph: true, create_graph: true);
            return [.. autograd.grad([(slopes[0] * left).sin().sum() + slopes[1].pow(3).sum()], [left, right])];
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OneInputOfASquareHasSecondGradients(bool isFirst)
    {
        Tensor left = randn([6, 5], dtype: ScalarType.Float64, requires_grad: isFirst), right = randn([6, 5], dtype: ScalarType.Float64, requires_grad: !isFirst);
        Tensor input = isFirst ? left : right;
        Gradients.Agree(Penalty((x, y) => 0.5 * (x - y).square().sum() / 30), Penalty(new TwiceDifferentiableDistance().AsModule().call), 1e-15);

        Tensor Penalty(Func<Tensor, Tensor, Tensor> loss)
        {
            Tensor slope = autograd.grad([loss(left, right)], [input], retain_graph: true, create_graph: true)[0];
            return autograd.grad([(slope * input).sin().sum()], [input])[0];
        }
    }

    [Fact]
    public void AnUpstreamGradientHasAGradientToo()
    {
        Gradients.Agree(OfFactor(nn.CrossEntropyLoss().call), OfFactor(new TwiceDifferentiableDigitLoss().AsModule().call), 1e-6);

        Tensor OfFactor(Func<Tensor, Tensor, Tensor> loss)
        {
            using Tensor factor = full(1, 2f).requires_grad_(true);
            Tensor slope = autograd.grad([(factor * loss(logits, labels)).sum()], [logits], retain_graph: true, create_graph: true)[0];
            return autograd.grad([slope.square().sum()], [factor])[0];
        }
    }

    [Fact]
    public void AThirdDerivativeIsAnError()
    {
        Tensor slope = autograd.grad([new TwiceDifferentiableDigitLoss().AsModule().call(logits, labels)], [logits], retain_graph: true, create_graph: true)[0];
        Exception exception = Assert.ThrowsAny<Exception>(() => autograd.grad([slope.square().sum()], [logits], retain_graph: true, create_graph: true));
        Assert.Contains("the second derivative of TwiceDifferentiableDigitLoss is to be differentiated, which is not supported.", exception.Message, StringComparison.Ordinal);
    }
}
