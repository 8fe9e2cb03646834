using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0005, LG0011, LG0022, LG0025, LG0031 and LG0032 for custom losses over classes.</summary>
public sealed class OverClassesFormulaTests
{
    private const string LabelOnly = "the label, or a known class from 0 to C - 1, says which logit: logits[label], logits.LogProbability(label), logits.Probability(0)";
    private const string Needed = "its first parameter has to be the ClassLogits<float> or ClassLogits<double> of a location, its second the label: an sbyte, byte, short, ushort, int, uint or long";

    [Theory]
    [InlineData("=> logits[[|-1|]];", "-1", LabelOnly)]
    [InlineData("=> logits[[|label + 1|]];", "label + 1", LabelOnly)]
    [InlineData("=> -logits.LogProbability([|10|]);", "10", LabelOnly)]
    [InlineData("=> logits.Probability([|logits.Count|]);", "logits.Count", LabelOnly)]
    [InlineData("=> [|Twice(logits)|];", "Twice(logits)", "a method that a formula calls takes float, double, bool, an integer or a span by value, and the parameter 'x' of 'Loss.Twice' is none of these", "static float Twice(ClassLogits<float> x) => 2 * x.Sum();")]
    [InlineData("{ ClassLogits<float> [|all = logits|]; return all[label]; }", "all = logits", "values of a formula are float, double or bool: write one of these for each number")]
    public async Task Refused(string body, string excerpt, string reason, string method = "")
    {
        string message = Assert.Single(await DiagnosticTester.ExpectAsync("LG0032", Loss("ClassLogits<float> logits, int label", body + method)));
        Assert.Contains(excerpt, message, StringComparison.Ordinal);
        Assert.EndsWith(reason, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("float prediction, float target")]
    [InlineData("ClassLogits<float> logits")]
    [InlineData("int label, ClassLogits<float> logits")]
    [InlineData("ClassLogits<float> logits, ulong label")]
    [InlineData("ClassLogits<float> logits, bool label")]
    [InlineData("ClassLogits<double> logits, int label")]
    [InlineData("ClassLogits<float> logits, in int label")]
    [InlineData("ClassLogits<float> logits, int label = 0")]
    public async Task Signature(string parameters) => Assert.EndsWith(
        Needed,
        Assert.Single(await DiagnosticTester.ExpectAsync("LG0031", $"[ClassAxisLoss(Shape.Batch, 10)] partial class Loss {{ [Formula] static float [|Value|]({parameters}) => 0; }}")),
        StringComparison.Ordinal);

    [Fact]
    public async Task AScalarHasToBeMarked() => Assert.EndsWith(
        "parameter 'gamma' is neither the logits nor the label: mark it with [Parameter] if it is one number for all locations",
        Assert.Single(await DiagnosticTester.ExpectAsync("LG0031", Loss("ClassLogits<float> logits, int label, float [|gamma|]", "=> gamma * logits[label];"))),
        StringComparison.Ordinal);

    [Fact]
    public async Task TheLabelIsNotNamedAsTheGradient() => Assert.EndsWith(
        "'xGradient' is the name of the gradient of 'x', and cannot be that of another parameter",
        Assert.Single(await DiagnosticTester.ExpectAsync("LG0031", Loss("ClassLogits<float> x, int [|xGradient|]", "=> -x.LogProbability(xGradient);"))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("byte", 257, "", "255, but the shape (Batch, 257) has 257 classes: ushort holds them")]
    [InlineData("ushort", 65_537, "", "65535, but the shape (Batch, 65537) has 65537 classes: int holds them")]
    [InlineData("sbyte", 129, "", "127, but the shape (Batch, 129) has 129 classes: byte holds them")]
    [InlineData("sbyte", 129, ", IgnoreLabel = -100", "127, but the shape (Batch, 129) has 129 classes: short holds them")]
    [InlineData("short", 32_769, "", "32767, but the shape (Batch, 32769) has 32769 classes: ushort holds them")]
    public async Task TheTypeOfLabelsHoldsEveryClass(string type, int classes, string option, string found) => Assert.EndsWith(
        $"The label 'label' is of type {type}, which holds the classes 0 to {found}",
        Assert.Single(await DiagnosticTester.ExpectAsync("LG0025", Loss($"ClassLogits<float> logits, {type} [|label|]", "=> -logits.LogProbability(label);", $"Shape.Batch, {classes}{option}"))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("LG0005", "Shape.Batch, 10, [|Dim = 0|]")]
    [InlineData("LG0011", "3, [|Shape.Batch|], 5")]
    [InlineData("LG0011", "[|Shape.Batch|]")]
    public Task Shapes(string id, string shape) => DiagnosticTester.ExpectAsync(id, Loss("ClassLogits<float> logits, int label", "=> -logits.LogProbability(label);", shape));

    [Fact]
    public async Task ASingleClassIsDoubted() =>
        Assert.Single(await DiagnosticTester.ExpectAsync("LG0022", Loss("ClassLogits<float> logits, int label", "=> -logits.LogProbability(label);", "Shape.Batch, [|1|]"), validLosses: 1));

    [Theory]
    [InlineData("ClassLogits<float> logits, byte label", "=> -logits.LogProbability(label);", "Shape.Batch, 256")]
    [InlineData("ClassLogits<float> logits, sbyte label", "=> -logits.LogProbability(label);", "Shape.Batch, 128, IgnoreLabel = -100")]
    [InlineData("ClassLogits<float> logits, short label", "=> label < 3 ? -logits.LogProbability(label) : 0;", "Shape.Batch, 32768")]
    [InlineData("ClassLogits<float> logits, uint label", "=> logits.LogSumExp() - logits[label];", "Shape.Batch, 10")]
    [InlineData("ClassLogits<float> scores, long kind", "{ float margin = scores[kind] - scores.Sum() / scores.Count; return -margin; }", "10, Shape.Batch, Weight = 2")]
    [InlineData("ClassLogits<float> logits, int label, [Parameter] float a = 1", "=> logits.Probability(label) > 0.5f ? 0 : a * (logits.LogSumExp() - logits[label]);", "Shape.Batch, 3, 8, 8, Dim = -1")]
    public Task Valid(string parameters, string body, string shape) => DiagnosticTester.ExpectValidAsync(Loss(parameters, body, shape));

    private static string Loss(string parameters, string body, string shape = "Shape.Batch, 10") =>
        $"[ClassAxisLoss({shape})] partial class Loss {{ [Formula] static float Value({parameters}) {body} }}";
}
