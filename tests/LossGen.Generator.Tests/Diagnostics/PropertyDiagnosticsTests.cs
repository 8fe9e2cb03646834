using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0006, LG0007, LG0012, LG0014, LG0023, LG0025, LG0029 and LG0053: weight, bottoms, element and label type, parallelism, outputs.</summary>
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
    [InlineData("SoftmaxLoss(Shape.Batch, 3, [|Outputs = LossOutputs.Statistics | LossOutputs.Accuracy|])", "statistics of shards of the classes do not say which predictions are right: leave out LossOutputs.Accuracy")]
    [InlineData("SoftmaxLoss(Shape.Batch, 3, [|Outputs = LossOutputs.Statistics|], Temperature = 2)", "statistics of shards of the classes do not go with Temperature: leave out one of them")]
    [InlineData("SoftmaxLoss(Shape.Batch, 3, [|Outputs = LossOutputs.Statistics|], IgnoreLabel = 3)", "statistics need an IgnoreLabel that is not a class of any shard: a negative one")]
    [InlineData("FocalLoss(Shape.Batch, 3, [|Outputs = LossOutputs.Statistics|])", "the loss is not a SoftmaxLoss: leave out LossOutputs.Statistics")]
    public async Task StatisticsThatDoNotFit(string declaration, string reason) =>
        Assert.EndsWith(reason, Assert.Single(await DiagnosticTester.ExpectAsync("LG0053", "[" + declaration + "] sealed partial class Loss;")), StringComparison.Ordinal);

    [Theory]
    [InlineData("[|Parallelism = (LossParallelism)2|]", "2")]
    [InlineData("[|Parallelism = (LossParallelism)(-1)|]", "-1")]
    public Task UnknownParallelism(string property, string number) => DiagnosticTester.ExpectAsync(
        "LG0029",
        "[SquareLoss(" + property + ")] sealed partial class Loss;",
        "Parallelism is " + number + ", but must be LossParallelism.None or LossParallelism.Auto");

    [Theory]
    [InlineData("[|Label = (LabelType)8|]", "8")]
    [InlineData("[|Label = (LabelType)(-1)|]", "-1")]
    public Task UnknownLabelType(string property, string number) => DiagnosticTester.ExpectAsync(
        "LG0014",
        "[SoftmaxLoss(Shape.Batch, 3, " + property + ")] sealed partial class Loss;",
        "Label is " + number + ", but must be a member of LabelType: Int32, Byte, UInt16, Int64, SByte, Int16, UInt32 or Boolean");

    [Theory]
    [InlineData("SoftmaxLoss(Shape.Batch, 257, [|Label = LabelType.Byte|])", "Byte, which holds the classes 0 to 255, but the shape (Batch, 257) has 257 classes: LabelType.UInt16 holds them")]
    [InlineData("MultinomialLogisticLoss(65536, Shape.Batch, [|Label = LabelType.Byte|])", "Byte, which holds the classes 0 to 255, but the shape (65536, Batch) has 65536 classes: LabelType.UInt16 holds them")]
    [InlineData("SoftmaxLoss(Shape.Batch, 2, 65537, Dim = -1, [|Label = LabelType.Byte|])", "Byte, which holds the classes 0 to 255, but the shape (Batch, 2, 65537) has 65537 classes: LabelType.Int32, the default, holds them")]
    [InlineData("SoftmaxLoss(Shape.Batch, 65537, [|Label = LabelType.UInt16|])", "UInt16, which holds the classes 0 to 65535, but the shape (Batch, 65537) has 65537 classes: LabelType.Int32, the default, holds them")]
    [InlineData("SoftmaxLoss(Shape.Batch, 200, [|Label = LabelType.SByte|])", "SByte, which holds the classes 0 to 127, but the shape (Batch, 200) has 200 classes: LabelType.Byte holds them")]
    [InlineData("SoftmaxLoss(Shape.Batch, 200, IgnoreLabel = -100, [|Label = LabelType.SByte|])", "SByte, which holds the classes 0 to 127, but the shape (Batch, 200) has 200 classes: LabelType.Int16 holds them")]
    [InlineData("FocalLoss(Shape.Batch, 300, [|Label = LabelType.SByte|])", "SByte, which holds the classes 0 to 127, but the shape (Batch, 300) has 300 classes: LabelType.Int16 holds them")]
    [InlineData("SoftmaxLoss(Shape.Batch, 32769, [|Label = LabelType.Int16|])", "Int16, which holds the classes 0 to 32767, but the shape (Batch, 32769) has 32769 classes: LabelType.UInt16 holds them")]
    [InlineData("SoftmaxLoss(Shape.Batch, 40000, IgnoreLabel = -1, [|Label = LabelType.Int16|])", "Int16, which holds the classes 0 to 32767, but the shape (Batch, 40000) has 40000 classes: LabelType.Int32, the default, holds them")]
    [InlineData("SoftmaxLoss(Shape.Batch, 3, [|Label = LabelType.Boolean|])", "Boolean, which is for two classes, false and true, but the shape (Batch, 3) has 3 classes: LabelType.Byte holds them")]
    public Task LabelTypeTooSmall(string attribute, string found) =>
        DiagnosticTester.ExpectAsync("LG0025", "[" + attribute + "] sealed partial class Loss;", "Label is LabelType." + found);

    [Fact]
    public Task TruthValuesOfOneClass() => DiagnosticTester.ExpectAsync(
        "LG0025",
        "#pragma warning disable LG0022\n[MultinomialLogisticLoss(1, Shape.Batch, Dim = 0, [|Label = LabelType.Boolean|])] sealed partial class Loss;",
        "Label is LabelType.Boolean, which is for two classes, false and true, but the shape (1, Batch) has 1 class: LabelType.Byte holds it");

    [Theory]
    [InlineData("SoftmaxLoss(Shape.Batch, 256, 300, Label = LabelType.Byte)")]
    [InlineData("MultinomialLogisticLoss(Shape.Batch, 65536, Label = LabelType.UInt16)")]
    [InlineData("SoftmaxLoss(Shape.Batch, 65537, Label = LabelType.Int64)")]
    [InlineData("SoftmaxLoss(Shape.Batch, 65537, Label = LabelType.UInt32)")]
    [InlineData("SoftmaxLoss(Shape.Batch, 128, Label = LabelType.SByte, IgnoreLabel = -100)")]
    [InlineData("MultiMarginLoss(Shape.Batch, 32768, Label = LabelType.Int16, IgnoreLabel = -1)")]
    [InlineData("FocalLoss(Shape.Batch, 2, 3, Dim = 1, Label = LabelType.Boolean, Weighting = WeightingMode.PerClass, Denominator = LossDenominator.WeightSum)")]
    public Task LabelTypeThatHoldsEveryClass(string attribute) => DiagnosticTester.ExpectValidAsync("[" + attribute + "] sealed partial class Loss;");

    [Theory]
    [InlineData("SoftmaxLoss(Shape.Batch, 10, Label = LabelType.Byte, [|IgnoreLabel = -100|])", "-100, but labels are Byte, from 0 to 255: LabelType.SByte holds it")]
    [InlineData("SoftmaxLoss(Shape.Batch, 200, Label = LabelType.Byte, [|IgnoreLabel = -100|])", "-100, but labels are Byte, from 0 to 255: LabelType.Int16 holds it")]
    [InlineData("SoftmaxLoss(Shape.Batch, 10, Label = LabelType.Byte, [|IgnoreLabel = 256|])", "256, but labels are Byte, from 0 to 255: LabelType.UInt16 holds it")]
    [InlineData("SoftmaxLoss(Shape.Batch, 10, Label = LabelType.UInt16, [|IgnoreLabel = -1|])", "-1, but labels are UInt16, from 0 to 65535: LabelType.Int16 holds it")]
    [InlineData("FocalLoss(Shape.Batch, 10, Label = LabelType.UInt32, [|IgnoreLabel = -100|])", "-100, but labels are UInt32, from 0 to 4294967295: LabelType.Int32, the default, holds it")]
    [InlineData("SoftmaxLoss(Shape.Batch, 10, Label = LabelType.SByte, [|IgnoreLabel = 255|])", "255, but labels are SByte, from -128 to 127: LabelType.Byte holds it")]
    [InlineData("SoftmaxLoss(Shape.Batch, 10, Label = LabelType.Int16, [|IgnoreLabel = 32768|])", "32768, but labels are Int16, from -32768 to 32767: LabelType.UInt16 holds it")]
    [InlineData("SoftmaxLoss(Shape.Batch, 2, Label = LabelType.Boolean, [|IgnoreLabel = -100|])", "-100, but labels are Boolean, and false and true are classes: LabelType.SByte holds others")]
    [InlineData("SoftmaxLoss(Shape.Batch, 2, Label = LabelType.Boolean, [|IgnoreLabel = 0|])", "0, but labels are Boolean, and false and true are classes: LabelType.Byte holds others")]
    public Task LabelThatItsTypeDoesNotHold(string attribute, string found) =>
        DiagnosticTester.ExpectAsync("LG0048", "[" + attribute + "] sealed partial class Loss;", "IgnoreLabel is " + found);

    [Theory]
    [InlineData("uint", "labels are of type uint, from 0 to 4294967295: int holds it")]
    [InlineData("byte", "labels are of type byte, from 0 to 255: sbyte holds it")]
    public Task LabelThatTheTypeOfAFormulaDoesNotHold(string type, string found) => DiagnosticTester.ExpectAsync(
        "LG0048",
        $"[ClassAxisLoss(Shape.Batch, 10, [|IgnoreLabel = -100|])] partial class Loss {{ [Formula] static float Value(ClassLogits<float> x, {type} label) => -x[label]; }}",
        "IgnoreLabel is -100, but " + found);

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
