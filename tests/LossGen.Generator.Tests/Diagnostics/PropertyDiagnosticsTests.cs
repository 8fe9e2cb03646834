using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0006, LG0007, LG0012, LG0014, LG0023, LG0025 and LG0029: weight, bottoms, element and label type, parallelism.</summary>
public sealed class PropertyDiagnosticsTests
{
    [Theory]
    [InlineData("[|Weight = -1|]", "Weight is -1, but must be at least 0 and finite as float")]
    [InlineData("[|Weight = double.NaN|]", "Weight is NaN, but must be at least 0 and finite as float")]
    [InlineData("[|Weight = double.PositiveInfinity|]", "Weight is Infinity, but must be at least 0 and finite as float")]
    [InlineData("[|Weight = 1e39|]", "Weight is 1E+39, but must be at least 0 and finite as float")]
    [InlineData("Element = ElementType.Double, [|Weight = -double.Epsilon|]", "Weight is -5E-324, but must be at least 0 and finite as double")]
    [InlineData("[|Weight = double.NegativeInfinity|], Element = ElementType.Double", "Weight is -Infinity, but must be at least 0 and finite as double")]
    public Task WeightOutOfRange(string property, string message) =>
        DiagnosticTester.ExpectAsync("LG0006", "[SquareLoss(Shape.Batch, 3, " + property + ")] sealed partial class Loss;", message);

    [Theory]
    [InlineData("[|Weight = 0|]", "0")]
    [InlineData("[|Weight = -0.0|], Element = ElementType.Double", "0")]
    [InlineData("[|Weight = 1e-60|]", "1E-60, which is 0 as float")]
    public Task WeightWithoutEffect(string property, string found) => DiagnosticTester.ExpectWarningAsync(
        "LG0023",
        "[SquareLoss(Shape.Batch, 3, " + property + ")] sealed partial class Loss;",
        "Weight is " + found + ", so value and gradients are always 0: only a weight above 0 has an effect");

    [Theory]
    [InlineData("[|Bottoms = null!|]", "Bottoms has null, but two names are needed: prediction, ground truth")]
    [InlineData("[|Bottoms = new string[0]|]", "Bottoms has an array of 0, but two names are needed: prediction, ground truth")]
    [InlineData("[|Bottoms = new[] { \"x\" }|]", "Bottoms has an array of 1, but two names are needed: prediction, ground truth")]
    [InlineData("[|Bottoms = [\"x\", \"y\", \"z\"]|]", "Bottoms has an array of 3, but two names are needed: prediction, ground truth")]
    [InlineData("Bottoms = new[] { [|null!|], \"y\" }", "Bottoms has null, but a C# identifier that is no keyword is needed")]
    [InlineData("Bottoms = new[] { [|\"1x\"|], \"y\" }", "Bottoms has '1x', but a C# identifier that is no keyword is needed")]
    [InlineData("Bottoms = new[] { \"x\", [|\"\"|] }", "Bottoms has '', but a C# identifier that is no keyword is needed")]
    [InlineData("Bottoms = [\"x\", [|\"a b\"|]]", "Bottoms has 'a b', but a C# identifier that is no keyword is needed")]
    [InlineData("Bottoms = new string[] { [|\"class\"|], \"y\" }", "Bottoms has 'class', but a C# identifier that is no keyword is needed")]
    [InlineData("Bottoms = new string[2] { [|\"@x\"|], \"y\" }", "Bottoms has '@x', but a C# identifier that is no keyword is needed")]
    [InlineData("Bottoms = [\"x\", [|\"x\\u200Dy\"|]]", "Bottoms has 'x\u200Dy', but a C# identifier that is no keyword is needed")]
    [InlineData("Bottoms = [\"x\", [|\"x\"|]]", "Bottoms has 'x', but the two names must differ")]
    [InlineData("Bottoms = [\"x\", [|\"xGradient\"|]]", "Bottoms has 'xGradient', but that is the name of the prediction's gradient")]
    [InlineData("Bottoms = [[|\"yGradient\"|], \"y\"]", "Bottoms has 'yGradient', but that is the name of the ground truth's gradient")]
    public Task Bottoms(string property, string message) =>
        DiagnosticTester.ExpectAsync("LG0007", "[SoftmaxLoss(Shape.Batch, 3, " + property + ")] sealed partial class Loss;", message);

    [Fact]
    public async Task BothBottomsAreReported() => Assert.Equal(
        ["Bottoms has 'if', but a C# identifier that is no keyword is needed", "Bottoms has 'else', but a C# identifier that is no keyword is needed"],
        await DiagnosticTester.ExpectAsync("LG0007", "[SquareLoss(Bottoms = new[] { [|\"if\"|], [|\"else\"|] })] sealed partial class Loss;"));

    [Theory]
    [InlineData("[|Element = (ElementType)2|]", "Element is 2, but must be ElementType.Single or ElementType.Double")]
    [InlineData("[|Element = (ElementType)(-1)|]", "Element is -1, but must be ElementType.Single or ElementType.Double")]
    public Task UnknownElementType(string property, string message) =>
        DiagnosticTester.ExpectAsync("LG0012", "[SquareLoss(" + property + ")] sealed partial class Loss;", message);

    [Theory]
    [InlineData("[|Parallelism = (LossParallelism)2|]", "2")]
    [InlineData("[|Parallelism = (LossParallelism)(-1)|]", "-1")]
    public Task UnknownParallelism(string property, string number) => DiagnosticTester.ExpectAsync(
        "LG0029",
        "[SquareLoss(" + property + ")] sealed partial class Loss;",
        "Parallelism is " + number + ", but must be LossParallelism.None or LossParallelism.Auto");

    [Theory]
    [InlineData("[|Label = (LabelType)4|]", "4")]
    [InlineData("[|Label = (LabelType)(-1)|]", "-1")]
    public Task UnknownLabelType(string property, string number) => DiagnosticTester.ExpectAsync(
        "LG0014",
        "[SoftmaxLoss(Shape.Batch, 3, " + property + ")] sealed partial class Loss;",
        "Label is " + number + ", but must be LabelType.Int32, LabelType.Byte, LabelType.UInt16 or LabelType.Int64");

    [Theory]
    [InlineData("SoftmaxLoss(Shape.Batch, 257, [|Label = LabelType.Byte|])", "Byte, which holds the classes 0 to 255, but the shape (Batch, 257) has 257 classes: LabelType.UInt16 holds them")]
    [InlineData("MultinomialLogisticLoss(65536, Shape.Batch, [|Label = LabelType.Byte|])", "Byte, which holds the classes 0 to 255, but the shape (65536, Batch) has 65536 classes: LabelType.UInt16 holds them")]
    [InlineData("SoftmaxLoss(Shape.Batch, 2, 65537, Dim = -1, [|Label = LabelType.Byte|])", "Byte, which holds the classes 0 to 255, but the shape (Batch, 2, 65537) has 65537 classes: LabelType.Int32, the default, holds them")]
    [InlineData("SoftmaxLoss(Shape.Batch, 65537, [|Label = LabelType.UInt16|])", "UInt16, which holds the classes 0 to 65535, but the shape (Batch, 65537) has 65537 classes: LabelType.Int32, the default, holds them")]
    public Task LabelTypeTooSmall(string attribute, string found) =>
        DiagnosticTester.ExpectAsync("LG0025", "[" + attribute + "] sealed partial class Loss;", "Label is LabelType." + found);

    [Theory]
    [InlineData("SoftmaxLoss(Shape.Batch, 256, 300, Label = LabelType.Byte)")]
    [InlineData("MultinomialLogisticLoss(Shape.Batch, 65536, Label = LabelType.UInt16)")]
    [InlineData("SoftmaxLoss(Shape.Batch, 65537, Label = LabelType.Int64)")]
    public Task LabelTypeThatHoldsEveryClass(string attribute) => DiagnosticTester.ExpectValidAsync("[" + attribute + "] sealed partial class Loss;");

    [Theory]
    [InlineData("Weight = 1e-45")]
    [InlineData("Weight = double.Epsilon, Element = ElementType.Double")]
    [InlineData("Weight = 1f / 3")]
    [InlineData("Weight = 3e38")]
    [InlineData("Weight = 1e300, Element = ElementType.Double")]
    [InlineData("Element = (ElementType)1")]
    [InlineData("Parallelism = LossParallelism.Auto")]
    [InlineData("Bottoms = new[] { \"x\", \"y\" }")]
    [InlineData("Bottoms = new[] { \"_\", \"__\" }")]
    [InlineData("Bottoms = [\"value\", \"field\"]")]
    [InlineData("Bottoms = [\"logits\", \"Logits\"]")]
    [InlineData("Bottoms = [\"\u03B8\", \"\u5024\"]")]
    [InlineData("Bottoms = [nameof(Shape), \"gradient\"]")]
    public Task ValidProperty(string property) =>
        DiagnosticTester.ExpectValidAsync("[SquareLoss(Shape.Batch, 3, " + property + ")] sealed partial class Loss;");

    [Fact]
    public async Task EveryPropertyIsCheckedAtOnce()
    {
        string[] ids = [.. (await AnalyzerTester.AnalyzeAsync(
            "[LossGen.SoftmaxLoss(1, 0, Weight = -1, Element = (LossGen.ElementType)9, Bottoms = null!)] sealed class Loss;")).Select(static diagnostic => diagnostic.Id)];

        Assert.Equal(["LG0003", "LG0004", "LG0006", "LG0012", "LG0007", "LG0001"], ids);
    }
}
