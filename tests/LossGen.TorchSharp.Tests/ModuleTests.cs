using TorchSharp;
using static TorchSharp.torch;

namespace LossGen.Tests;

/// <summary>A generated loss takes the place of one of torch's: the same values and gradients, whatever autograd does with it.</summary>
public sealed class ModuleTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly Tensor logits;
    private readonly Tensor labels;

    public ModuleTests()
    {
        manual_seed(7);
        logits = randn(64, 10, requires_grad: true);
        labels = randint(0, 10, [64]);
    }

    public void Dispose() => scope.Dispose();

    [Fact]
    public void AModuleHasTheNameOfItsLoss() => Assert.Equal(("DigitLoss", "DigitLoss"), (new DigitLoss().AsModule().GetName(), new DigitLoss().AsModule().ToString()));

    /// <summary>The gradient comes with the value, also where it is itself to be differentiated; a pass computes it for another upstream gradient, or for a second time.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnUpstreamGradientOf1TakesNoSecondPass(bool createsGraph)
    {
        CountedLoss counted = new(new DigitLoss());
        TensorLoss function = counted.AsTensorLoss();
        Tensor leaf = randn([64, 10], requires_grad: true), target = arange(64) % 10, value = function.call(leaf, target);
        Tensor first = Slope(), second = Slope();
        Gradients.Agree(first, second, 0);
        Assert.Equal(2, counted.Passes);
        Gradients.Agree(2 * first, autograd.grad([2 * function.call(leaf, target)], [leaf])[0], 0);
        Assert.Equal(4, counted.Passes);

        Tensor Slope() => autograd.grad([value], [leaf], retain_graph: true, create_graph: createsGraph)[0].detach();
    }

    [Fact]
    public void ValueAndGradientAreThoseOfCrossEntropy()
    {
        (double expected, Tensor[] slopes) = Gradients.Of(() => nn.CrossEntropyLoss().call(logits, labels), logits);
        Loss<Tensor, Tensor, Tensor> loss = new DigitLoss().AsModule();
        (double value, Tensor[] gradients) = Gradients.Of(() => loss.call(logits, labels), logits);
        Assert.Equal(expected, value, 1e-6);
        Gradients.Agree(slopes[0], gradients[0], 1e-8);
    }

    [Fact]
    public void AGradientFlowsIntoAModel()
    {
        using var linear = nn.Linear(32, 10);
        Tensor inputs = randn(64, 32);
        Tensor[] leaves = [linear.weight, linear.bias!];
        (_, Tensor[] slopes) = Gradients.Of(() => nn.CrossEntropyLoss().call(linear.call(inputs), labels), leaves);
        (_, Tensor[] gradients) = Gradients.Of(() => new DigitLoss().AsModule().call(linear.call(inputs), labels), leaves);
        Gradients.Agree(slopes[0], gradients[0], 1e-7);
        Gradients.Agree(slopes[1], gradients[1], 1e-7);
    }

    [Theory]
    [InlineData(ScalarType.Byte)]
    [InlineData(ScalarType.Int8)]
    [InlineData(ScalarType.Int16)]
    [InlineData(ScalarType.Int32)]
    [InlineData(ScalarType.Int64)]
    public void LabelsHaveAnyIntegerType(ScalarType type)
    {
        Tensor converted = labels.to(type);
        double expected = nn.functional.cross_entropy(logits, labels).item<float>();
        Assert.Equal(expected, new DigitLoss().AsModule().call(logits, converted).item<float>(), 1e-6);
        Assert.Equal(expected, new ByteLabelLoss().AsModule().call(logits, converted).item<float>(), 1e-6);
        Assert.Equal(expected, new UnsignedLabelLoss().AsModule().call(logits, converted).item<float>(), 1e-6);
    }

    [Fact]
    public void IgnoredLabelsAreTorchsToo()
    {
        labels[0] = -100;
        labels[63] = -100;
        (double expected, Tensor[] slopes) = Gradients.Of(() => nn.CrossEntropyLoss(ignore_index: -100).call(logits, labels), logits);
        (double value, Tensor[] gradients) = Gradients.Of(() => new TokenLoss().AsModule().call(logits, labels), logits);
        Assert.Equal(expected, value, 1e-6);
        Gradients.Agree(slopes[0], gradients[0], 1e-8);
    }

    [Fact]
    public void TheClassAxisMayBeInside()
    {
        Tensor pixels = randn([2, 5, 4, 3], dtype: ScalarType.Float64, requires_grad: true);
        Tensor classes = randint(0, 5, [2, 4, 3]);
        (double expected, Tensor[] slopes) = Gradients.Of(() => nn.functional.cross_entropy(pixels, classes), pixels);
        (double value, Tensor[] gradients) = Gradients.Of(() => new PixelLoss().AsModule().call(pixels, classes), pixels);
        Assert.Equal(expected, value, 1e-13);
        Gradients.Agree(slopes[0], gradients[0], 1e-15);
    }

    [Fact]
    public void AnUpstreamGradientIsAFactor()
    {
        (_, Tensor[] plain) = Gradients.Of(() => new DigitLoss().AsModule().call(logits, labels), logits);
        (_, Tensor[] scaled) = Gradients.Of(() => 1000 * new DigitLoss().AsModule().call(logits, labels), logits);
        float[] expected = new float[640];
        new DigitLoss().Backward(logits.detach().data<float>().ToArray(), labels.to(ScalarType.Int32).data<int>().ToArray(), expected, scale: 1000);
        Assert.Equal(expected, scaled[0].data<float>().ToArray());
        Gradients.Agree(1000 * plain[0], scaled[0], 1e-5);
    }

    [Fact]
    public void BothGradientsFlow()
    {
        Tensor left = randn([6, 5], requires_grad: true), right = randn([6, 5], requires_grad: true);
        (double value, Tensor[] gradients) = Gradients.Of(() => new Distance().AsModule().call(left, right), left, right);
        Assert.Equal((0.5 * (left - right).square().sum() / 30).item<float>(), value, 1e-6);
        Gradients.Agree((left - right) / 30, gradients[0], 1e-8);
        Gradients.Agree(-gradients[0], gradients[1], 0);
    }

    [Fact]
    public void TheSecondGradientAloneFlows()
    {
        Tensor left = randn(30), right = randn(30, requires_grad: true);
        (_, Tensor[] gradients) = Gradients.Of(() => new Distance().AsModule().call(left, right), right);
        Gradients.Agree((right - left) / 30, gradients[0], 1e-8);
    }

    [Fact]
    public void OneInputThreeInputsAndWeights()
    {
        Tensor weight = randn(40, requires_grad: true);
        (double value, Tensor[] gradients) = Gradients.Of(() => new Penalty(strength: 2).AsModule().call(weight), weight);
        Assert.Equal(2 * weight.square().sum().item<float>(), value, 1e-4);
        Gradients.Agree(4 * weight, gradients[0], 1e-6);

        Tensor[] vectors = [randn([9, 16], requires_grad: true), randn([9, 16], requires_grad: true), randn([9, 16], requires_grad: true)];
        (double expected, Tensor[] slopes) = Gradients.Of(() => nn.TripletMarginLoss().call(vectors[0], vectors[1], vectors[2]), vectors);
        (value, gradients) = Gradients.Of(() => new SpeakerLoss().AsModule().call(vectors[0], vectors[1], vectors[2]), vectors);
        Assert.Equal(expected, value, 1e-5);
        Assert.All(Enumerable.Range(0, 3), i => Gradients.Agree(slopes[i], gradients[i], 1e-6));

        Tensor x = randn(50, requires_grad: true), y = randn(50), w = rand(50);
        (value, gradients) = Gradients.Of(() => new WeightedDistance().AsModule().call(x, y, w), x);
        Assert.Equal((0.5 * w * (x - y).square()).sum().item<float>() / w.sum().item<float>(), value, 1e-5);
        Gradients.Agree(w * (x - y) / w.sum(), gradients[0], 1e-7);
    }

    [Fact]
    public void ALossOfManyInputsIsAFunction()
    {
        Tensor prediction = randn([4, 6], requires_grad: true), logScale = full(1, 0.3f).requires_grad_(true), target = randn(4, 6), importance = rand(4, 6);
        (double expected, Tensor[] slopes) = Gradients.Of(() => (importance * ((prediction - target).square() * (-logScale).exp() + logScale)).mean(), prediction, logScale);
        TensorLoss loss = new ScaledDistance().AsTensorLoss();
        (double value, Tensor[] gradients) = Gradients.Of(() => loss.call(prediction, target, logScale, importance), prediction, logScale);
        Assert.Equal(expected, value, 1e-6);
        Gradients.Agree(slopes[0], gradients[0], 1e-7);
        Gradients.Agree(slopes[1], gradients[1], 1e-6);
    }

    [Fact]
    public void WithoutGradientsOnlyTheValueIsComputed()
    {
        Loss<Tensor, Tensor, Tensor> loss = new DigitLoss().AsModule();
        Assert.True(loss.call(logits, labels).requires_grad);
        Assert.False(loss.call(logits.detach(), labels).requires_grad);
        using (no_grad())
        {
            Assert.False(loss.call(logits, labels).requires_grad);
        }
    }

    [Fact]
    public void AnEmptyBatchHasTheValueZero()
    {
        Tensor none = empty([0, 10], requires_grad: true);
        (double value, Tensor[] gradients) = Gradients.Of(() => new DigitLoss().AsModule().call(none, empty([0], dtype: ScalarType.Int64)), none);
        Assert.Equal(0, value);
        Assert.Equal([0, 10], gradients[0].shape);
    }

    [Fact]
    public void TensorsThatAreNotContiguousAreCopied()
    {
        Tensor transposed = randn([10, 64], requires_grad: true);
        (double expected, Tensor[] slopes) = Gradients.Of(() => nn.CrossEntropyLoss().call(transposed.t(), labels), transposed);
        (double value, Tensor[] gradients) = Gradients.Of(() => new DigitLoss().AsModule().call(transposed.t(), labels), transposed);
        Assert.Equal(expected, value, 1e-6);
        Gradients.Agree(slopes[0], gradients[0], 1e-8);

        // A part of a larger tensor, with labels of which every second counts.
        Tensor large = randn(200, 30);
        Tensor part = large[TensorIndex.Slice(5, 133, 2), TensorIndex.Slice(7, 17)];
        Tensor every = randint(0, 10, [128])[TensorIndex.Slice(step: 2)];
        Assert.Equal(nn.functional.cross_entropy(part, every).item<float>(), new DigitLoss().AsModule().call(part, every).item<float>(), 1e-6);
    }

    [Fact]
    public void ATensorThatIsNegatedLaterIsReadAsItIs()
    {
        Tensor conjugate = view_as_complex(randn([64, 10, 2])).conj();
        Tensor negated = conjugate.imag;
        Assert.True(negated.is_neg());
        Assert.Equal(nn.functional.cross_entropy(negated, labels).item<float>(), new DigitLoss().AsModule().call(negated, labels).item<float>(), 1e-6);
    }

    [Fact]
    public void ReductionsOfSeveralCallsAddUp()
    {
        Loss<Tensor, Tensor, Tensor> loss = new DigitLoss().AsModule();
        (_, Tensor[] plain) = Gradients.Of(() => loss.call(logits, labels), logits);
        (_, Tensor[] sum) = Gradients.Of(() => loss.call(logits, labels) + 3 * loss.call(logits, labels), logits);
        Gradients.Agree(4 * plain[0], sum[0], 1e-7);

        loss.call(logits, labels).backward();
        loss.call(logits, labels).backward();
        Gradients.Agree(2 * plain[0], logits.grad!, 1e-8);
    }

    [Fact]
    public void AGraphMayBeUsedTwice()
    {
        Tensor value = new DigitLoss().AsModule().call(logits, labels);
        value.backward(retain_graph: true);
        Tensor first = logits.grad!.clone();
        value.backward();
        Gradients.Agree(2 * first, logits.grad!, 0);
    }
}
