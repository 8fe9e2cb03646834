using TorchSharp;
using static TorchSharp.torch;

namespace LossGen.Tests;

/// <summary>What a loss does not take is refused before anything is computed, in words that say what to write.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly Loss<Tensor, Tensor, Tensor> loss = new DigitLoss().AsModule();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void AnotherOrderOfDimensionsIsNotReinterpreted() =>
        Refused("logits", "logits has the shape [10, 64], but DigitLoss is of shape (Batch, 10): transpose or permute it, as the elements are not reinterpreted.", () => loss.call(randn(10, 64), Labels(64)));

    [Fact]
    public void AFlatTensorIsNotReinterpreted() =>
        Refused("logits", "logits has the shape [640], but DigitLoss is of shape (Batch, 10): the elements are not reinterpreted.", () => loss.call(randn(640), Labels(64)));

    [Fact]
    public void AClassAxisAtAnotherPlaceIsNotReinterpreted() =>
        Refused("logits", "logits has the shape [2, 4, 3, 5], but PixelLoss is of shape (Batch, 5, 4, 3): transpose or permute it, as the elements are not reinterpreted.", () => new PixelLoss().AsModule().call(randn([2, 4, 3, 5], dtype: ScalarType.Float64), Labels(2, 4, 3)));

    [Fact]
    public void LabelsOfAnotherBatch() =>
        Refused("labels", "labels has the shape [32], but must have [64], as logits has the shape [64, 10] and DigitLoss takes labels of shape (Batch).", () => loss.call(randn(64, 10), Labels(32)));

    [Fact]
    public void LabelsWithADimensionTooMany() =>
        Refused("labels", "labels has the shape [64, 1], but must have [64], as logits has the shape [64, 10] and DigitLoss takes labels of shape (Batch).", () => loss.call(randn(64, 10), Labels(64, 1)));

    [Fact]
    public void TargetsAreNotBroadcast() =>
        Refused("target", "target has the shape [1, 5], but prediction has [6, 5]: they must be the same.", () => new Distance().AsModule().call(randn(6, 5), randn(1, 5)));

    [Fact]
    public void OneNumberForACall() =>
        Refused("logScale", "logScale has the shape [2], but is one number for the whole call: give a tensor with one element.", () => new ScaledDistance().AsTensorLoss().call(randn(3), randn(3), randn(2), randn(3)));

    [Theory]
    [InlineData(ScalarType.Float64, "logits is Float64, but DigitLoss takes Float32: give logits.to(torch.float32), or declare Element = ElementType.Double.")]
    [InlineData(ScalarType.Float16, "logits is Float16, but DigitLoss takes Float32: give logits.to(torch.float32).")]
    [InlineData(ScalarType.BFloat16, "logits is BFloat16, but DigitLoss takes Float32: give logits.to(torch.float32).")]
    [InlineData(ScalarType.Int32, "logits is Int32, but DigitLoss takes Float32: give logits.to(torch.float32).")]
    [InlineData(ScalarType.ComplexFloat32, "logits is ComplexFloat32, but DigitLoss takes Float32: give logits.to(torch.float32).")]
    public void AnotherElementType(ScalarType type, string message) =>
        Refused("logits", message, () => loss.call(zeros([64, 10], dtype: type), Labels(64)));

    [Fact]
    public void LabelsThatAreNotIntegers() =>
        Refused("labels", "labels is Float32, but DigitLoss takes integers: give labels.to(torch.int32).", () => loss.call(randn(64, 10), randn(64)));

    [Fact]
    public void AProbabilityForEachClassAsLabels() =>
        Refused("labels", "labels is Float32, but DigitLoss takes integers: for a probability of each class declare [SoftlabelSoftmaxLoss], or give argmax(1), which makes labels of one-hot classes.", () => loss.call(randn(64, 10), randn(64, 10)));

    [Fact]
    public void OneHotLabels() =>
        Refused("labels", "labels has the shape [64, 10], but must have [64], as logits has the shape [64, 10] and DigitLoss takes labels of shape (Batch): for a probability of each class declare [SoftlabelSoftmaxLoss], or give argmax(1), which makes labels of one-hot classes.", () => loss.call(randn(64, 10), Labels(64, 10)));

    [Fact]
    public void LabelsBeforeTheLogits() =>
        Refused("logits", "logits is Int64, but DigitLoss takes Float32: logits comes first, then labels.", () => loss.call(Labels(64), randn(64, 10)));

    [Fact]
    public void ATensorWithoutElements() =>
        Refused("logits", "logits is a meta tensor, which has no elements; DigitLoss computes on the CPU.", () => loss.call(empty([64, 10], device: META), Labels(64)));

    [Fact]
    public void ASparseTensor() =>
        Refused("logits", "logits is sparse, but DigitLoss takes dense tensors: give logits.to_dense().", () => loss.call(sparse_coo_tensor(zeros([2, 1], dtype: ScalarType.Int64), ones(1), [64, 10]), Labels(64)));

    [Fact]
    public void AGradientThatWouldBeLost() =>
        Refused("target", "target requires a gradient, but EmbeddingLoss computes none by it: give target.detach().", () => new EmbeddingLoss().AsModule().call(randn(8), randn([8], requires_grad: true)));

    [Fact]
    public void AnotherNumberOfTensors() =>
        Refused("tensors", "DigitLoss has 2 inputs: logits, labels; 1 tensor is given.", () => new DigitLoss().AsTensorLoss().call(randn(64, 10)));

    [Fact]
    public void NoTensor() => Assert.Equal("labels", Assert.Throws<ArgumentNullException>(() => loss.call(randn(64, 10), null!)).ParamName);

    [Theory]
    [InlineData(10)]
    [InlineData(-1)]
    public void ALabelThatIsNotAClass(long label)
    {
        Tensor labels = Labels(64);
        labels[3] = label;
        Assert.StartsWith($"The label at location 3 is {label}, which is not a class", Assert.Throws<ArgumentOutOfRangeException>(() => loss.call(randn(64, 10), labels)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5_000_000_000, -2147483648, 2147483647, nameof(Int32))]
    [InlineData(-5_000_000_000, -2147483648, 2147483647, nameof(Int32))]
    public void ALabelThatDoesNotFit(long label, long minimum, long maximum, string type) => DoesNotFit(loss, label, minimum, maximum, type);

    [Theory]
    [InlineData(256)]
    [InlineData(-1)]
    public void ALabelThatDoesNotFitAByte(long label) => DoesNotFit(new ByteLabelLoss().AsModule(), label, 0, 255, nameof(Byte));

    [Theory]
    [InlineData(-1)]
    [InlineData(5_000_000_000)]
    public void ALabelThatDoesNotFitAnUnsignedInteger(long label) => DoesNotFit(new UnsignedLabelLoss().AsModule(), label, 0, uint.MaxValue, nameof(UInt32));

    private static void DoesNotFit(Loss<Tensor, Tensor, Tensor> loss, long label, long minimum, long maximum, string type)
    {
        Tensor labels = Labels(64);
        labels[3] = label;
        Assert.StartsWith(
            $"Element 3 of labels is {label}, which is not from {minimum} to {maximum}, as {type} is, the type that the loss declares.",
            Assert.Throws<ArgumentOutOfRangeException>(() => loss.call(randn(64, 10), labels)).Message,
            StringComparison.Ordinal);
    }

    private static Tensor Labels(params long[] shape) => zeros(shape, dtype: ScalarType.Int64);

    private static void Refused(string argument, string message, Action call)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(call);
        Assert.Equal(argument, exception.ParamName);
        Assert.Equal($"{message} (Parameter '{argument}')", exception.Message);
    }
}
