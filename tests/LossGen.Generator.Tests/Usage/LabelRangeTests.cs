using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Usage;

/// <summary>LG0105: literal labels that are not classes.</summary>
public sealed class LabelRangeTests
{
    private const string Softmax = "SoftmaxLoss(Shape.Batch, 3)";

    [Theory]
    [InlineData("float v = loss.Forward(x, [0, 2, [|3|]]);", "2", "3")]
    [InlineData("loss.Backward(x, new[] { [|-1|], 0 }, g);", "0", "-1")]
    [InlineData("float v = loss.ForwardBackward(labels: new int[] { 0, [|1 + 2|] }, logits: x, logitsGradient: g);", "1", "3")]
    [InlineData("float v = loss.Forward(x, stackalloc int[] { labels[0], [|int.MaxValue|] });", "1", "2147483647")]
    [InlineData("const int none = 255; int[] l = [1, none, none]; float v = loss.Forward(x, [|l|]);", "1", "255")]
    [InlineData("ReadOnlySpan<int> l = [4]; float v = loss.Forward(x, [|l|]);", "0", "4")]
    public Task NoClass(string statements, string index, string label) =>
        UsageTester.ExpectAsync("LG0105", Softmax, statements, "Element " + index + " of 'labels' is " + label + ", but the classes of shape (Batch, 3) are 0 to 2");

    [Fact]
    public Task EachOfThem() => UsageTester.ExpectAsync(
        "LG0105",
        "MultinomialLogisticLoss(2, Shape.Batch, Label = LabelType.Byte, Bottoms = [\"p\", \"kind\"])",
        "float v = loss.Forward(x, [[|2|], 1, [|255|]]);",
        "Element 0 of 'kind' is 2, but the classes of shape (2, Batch) are 0 to 1",
        "Element 2 of 'kind' is 255, but the classes of shape (2, Batch) are 0 to 1");

    [Theory]
    [InlineData("SByte", "[1, [|-1|], [|sbyte.MinValue|]]", "-1", "-128")]
    [InlineData("Int16", "new short[] { [|-1|], 0, [|200|] }", "-1", "200")]
    [InlineData("UInt32", "[[|3|], 2, [|4_000_000_000|]]", "3", "4000000000")]
    [InlineData("Int64", "new long[] { [|-1|], [|long.MaxValue|] }", "-1", "9223372036854775807")]
    public Task NoClassOfAnyType(string type, string labels, string first, string last) => UsageTester.ExpectAsync(
        "LG0105",
        $"SoftmaxLoss(Shape.Batch, 3, Label = LabelType.{type}, IgnoreLabel = 100)",
        $"float v = loss.Forward(x, {labels});",
        $"Element {Place(labels, 0)} of 'labels' is {first}, but the classes of shape (Batch, 3) are 0 to 2, and 100 is ignored",
        $"Element {Place(labels, 1)} of 'labels' is {last}, but the classes of shape (Batch, 3) are 0 to 2, and 100 is ignored");

    [Fact]
    public Task EveryTruthValueIsAClass() => UsageTester.ExpectNothingAsync("SoftmaxLoss(Shape.Batch, 2, Label = LabelType.Boolean)", "float v = loss.Forward(x, [true, false, true]);");

    [Theory]
    [InlineData("float v = loss.Forward(x, [0, 1, 2]);")]
    [InlineData("float v = loss.Forward(x, [0, labels[0], labels.Length]);")]
    [InlineData("int[] l = [0, 3]; l[1]--; float v = loss.Forward(x, l);")]
    [InlineData("int[] l = [0, 3]; Array.Clear(l); float v = loss.Forward(x, l);")]
    [InlineData("ThrowsAny<Exception>(() => { loss.Forward(x, [3]); }); static void ThrowsAny<T>(Action call) => call();")]
    public Task Classes(string statements) => UsageTester.ExpectNothingAsync(Softmax, statements);

    [Theory]
    [InlineData("float v = loss.Forward(x, [0, -100, 2]);")]
    [InlineData("const int none = -100; int[] l = [1, none, none]; float v = loss.Forward(x, l);")]
    public Task AnIgnoredLabel(string statements) => UsageTester.ExpectNothingAsync("SoftmaxLoss(Shape.Batch, 3, IgnoreLabel = -100)", statements);

    [Fact]
    public Task NoClassBesideAnIgnoredLabel() => UsageTester.ExpectAsync(
        "LG0105",
        "SoftmaxLoss(Shape.Batch, 3, IgnoreLabel = -100)",
        "float v = loss.Forward(x, [0, -100, [|-1|]]);",
        "Element 2 of 'labels' is -1, but the classes of shape (Batch, 3) are 0 to 2, and -100 is ignored");

    // The number of commas before a mark.
    private static int Place(string labels, int mark) => labels.Split("[|")[..(mark + 1)].Sum(static part => part.Count(static letter => letter == ','));

    [Fact]
    public Task ATargetHoldsNoLabels() => UsageTester.ExpectNothingAsync("SoftlabelSoftmaxLoss(Shape.Batch, 3)", "float v = loss.Forward(x, [0, 4, 0]);");
}
