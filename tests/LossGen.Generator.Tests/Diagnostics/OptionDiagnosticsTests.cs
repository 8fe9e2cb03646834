using LossGen.Generator.Declarations;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0045, and what else is checked of the losses that have options: their reduction, and the names of three inputs.</summary>
public sealed class OptionDiagnosticsTests
{
    /// <summary>Every option of every loss.</summary>
    public static TheoryData<string, string> All() => [.. from name in LossAttributeName.All from option in name.Template?.Options.ToArray() ?? [] select (name.ShortName, option.Name)];

    public static TheoryData<string> Losses() => [.. from name in LossAttributeName.All where name.Template is not null select name.ShortName];

    [Theory]
    [InlineData("HuberLoss([|Delta = 0|])", "Delta is 0, but must be above 0 and finite as float")]
    [InlineData("HuberLoss([|Delta = -0.0|], Element = ElementType.Double)", "Delta is -0, but must be above 0 and finite as double")]
    [InlineData("HuberLoss([|Delta = 1e-60|])", "Delta is 1E-60, but must be above 0 and finite as float")]
    [InlineData("HuberLoss([|Delta = 1e39|])", "Delta is 1E+39, but must be above 0 and finite as float")]
    [InlineData("SmoothL1Loss([|Beta = -1|])", "Beta is -1, but must be at least 0 and finite as float")]
    [InlineData("BinaryCrossEntropyWithLogitsLoss([|PositiveWeight = double.NaN|])", "PositiveWeight is NaN, but must be at least 0 and finite as float")]
    [InlineData("MarginRankingLoss([|Margin = double.NegativeInfinity|], Element = ElementType.Double)", "Margin is -Infinity, but must be finite as double")]
    [InlineData("CosineEmbeddingLoss(Shape.Batch, 3, [|Margin = -1.25|])", "Margin is -1.25, but must be from -1 to 1 as float")]
    [InlineData("TripletMarginLoss(Shape.Batch, 3, [|P = 0|])", "P is 0, but must be 1 or 2")]
    [InlineData("MultiMarginLoss(Shape.Batch, 3, [|P = int.MaxValue|])", "P is 2147483647, but must be 1 or 2")]
    [InlineData("SoftmaxLoss(Shape.Batch, 3, [|SoftCap = 1e-60|])", "SoftCap is 1E-60, but must be above 0 and finite, or 0 for none, as float")]
    [InlineData("SoftlabelSoftmaxLoss(Shape.Batch, 3, [|SoftCap = -1e-60|])", "SoftCap is -1E-60, but must be above 0 and finite, or 0 for none, as float")]
    [InlineData("SoftmaxLoss(Shape.Batch, 3, [|SoftCap = -1|], Element = ElementType.Double)", "SoftCap is -1, but must be above 0 and finite, or 0 for none, as double")]
    public Task OptionOutOfRange(string attribute, string message) => DiagnosticTester.ExpectAsync("LG0045", $"[{attribute}] sealed partial class Loss;", message);

    [Theory]
    [InlineData("SoftCap = 0")]
    [InlineData("SoftCap = -0.0")]
    [InlineData("SoftCap = 1e-60, Element = ElementType.Double")]
    public Task ACapOfZeroIsNone(string option) => DiagnosticTester.ExpectValidAsync($"[SoftmaxLoss(Shape.Batch, 3, {option})] sealed partial class Loss;");

    /// <summary>An option with a number for each class: their number, each of them, and what it cannot be given with.</summary>
    [Theory]
    [InlineData("LG0017", "Shape.Batch, 3, [|PositiveWeights = new[] { 1.0, 2 }|]", "PositiveWeights has 2 elements, but needs 3, one for each class of the shape (Batch, 3)")]
    [InlineData("LG0017", "Shape.Batch, 3, 2, [|PositiveWeights = new[] { 1.0, 2 }|], Dim = 1", "PositiveWeights has 2 elements, but needs 3, one for each class of the shape (Batch, 3, 2)")]
    [InlineData("LG0017", "Shape.Batch, 3, [|PositiveWeights = new double[0]|]", "PositiveWeights has 0 elements, but needs 3, one for each class of the shape (Batch, 3)")]
    [InlineData("LG0045", "Shape.Batch, 2, PositiveWeights = new[] { 1.0, [|-2|] }", "PositiveWeights[1] is -2, but must be at least 0 and finite as float")]
    [InlineData("LG0045", "Shape.Batch, 2, PositiveWeights = [[|1e39|], 1]", "PositiveWeights[0] is 1E+39, but must be at least 0 and finite as float")]
    [InlineData("LG0045", "Shape.Batch, 2, PositiveWeights = [[|double.NaN|], 1e39], Element = ElementType.Double", "PositiveWeights[0] is NaN, but must be at least 0 and finite as double")]
    [InlineData("LG0054", "Shape.Batch, 2, [|PositiveWeight = 1|], PositiveWeights = [1, 2]", "PositiveWeight is given beside PositiveWeights, which has a number for each class instead of one for all: remove one of them")]
    [InlineData("LG0003", "[|BinaryCrossEntropyWithLogitsLoss(PositiveWeights = [1, 2])|]", "The shape () must have exactly one dimension Shape.Batch, but has none: list the dimensions, as in (Shape.Batch, 10)")]
    [InlineData("LG0005", "Shape.Batch, 2, PositiveWeights = [1, 2], [|Dim = 0|]", "Dim is 0, the batch, but the class axis of (Batch, 2) can only be 1, -1")]
    public Task OptionOfClasses(string id, string arguments, string message) => DiagnosticTester.ExpectAsync(
        id, arguments.StartsWith("[|B", StringComparison.Ordinal) ? $"[{arguments}] sealed partial class Loss;" : $"[BinaryCrossEntropyWithLogitsLoss({arguments})] sealed partial class Loss;", message);

    [Fact]
    public async Task AnAxisIsThatOfClasses()
    {
        const string Attribute = "BinaryCrossEntropyWithLogitsLoss";
        await DiagnosticTester.ExpectValidAsync($"[{Attribute}(Shape.Batch, 2, 3, PositiveWeights = [1, 2, 3], Dim = -1)] sealed partial class Loss;");
        await DiagnosticTester.ExpectValidAsync($"[{Attribute}(Shape.Batch, 3, PositiveWeights = [1, 2, 3], Curvature = true, Each = true)] sealed partial class Loss;");
        Assert.Equal(
            ["Dim is 1, but has no effect, as the loss has no class axis: set PositiveWeights, or remove Dim"],
            await DiagnosticTester.ExpectAsync("LG0050", $"[{Attribute}(Shape.Batch, 2, [|Dim = 1|])] sealed partial class Loss;", validLosses: 1));
    }

    [Fact]
    public async Task PairsOfClassesHaveACost()
    {
        const string Formula = "float s = 0; foreach (float a in x) { foreach (float b in x) { s += a * b * b; } } return s;";
        await DiagnosticTester.ExpectValidAsync("[MultiLabelMarginLoss(Shape.Batch, 32)] sealed partial class Loss;");
        await DiagnosticTester.ExpectAsync(
            "LG0055",
            "[MultiLabelMarginLoss(3, Shape.Batch, [|500|], Dim = 2)] sealed partial class Loss;",
            "The loss visits all 250000 pairs of its 500 classes at each location, so it takes up to 500 times as long as one that visits each class once",
            validLosses: 1);
        await DiagnosticTester.ExpectAsync(
            "LG0055",
            "[AxisLoss(Shape.Batch, [|2048|])] sealed partial class Loss { [Formula] static float Value(System.ReadOnlySpan<float> x) { " + Formula + " } }",
            "The loss visits all 4194304 pairs of its 2048 classes at each location, so it takes up to 2048 times as long as one that visits each class once",
            validLosses: 1);
        await DiagnosticTester.ExpectAsync(
            "LG0055",
            "[MultiLabelMarginLoss(Shape.Batch, [|2049|])] sealed partial class Loss;",
            "The loss visits all 4198401 pairs of its 2049 classes at each location, but a kernel has memory for the pairs of 2048: write the loss as sums that a loop over the classes needs once");
    }

    [Fact]
    public async Task EveryOptionIsReported() => Assert.Equal(
        ["Smooth is NaN, but must be at least 0 and finite as float", "Alpha is -1, but must be at least 0 and finite as float"],
        await DiagnosticTester.ExpectAsync("LG0045", "[TverskyLoss(Shape.Batch, 3, [|Smooth = double.NaN|], [|Alpha = -1|])] sealed partial class Loss;"));

    /// <summary>Which is what the option is where the declaration does not say: the files are the same.</summary>
    [Theory]
    [MemberData(nameof(Losses))]
    public async Task EveryOptionMayHaveItsDefault(string attribute)
    {
        LossTemplate template = LossAttributeName.All.Single(each => each.ShortName == attribute).Template!;
        string[] shape = template.IsAlongAxis ? ["Shape.Batch", "3"] : [];
        string[] options = [.. template.Options.Select(static option => option.Name + " = " + (option.Type == OptionType.Truth ? (option.Default.Value != 0 ? "true" : "false") : ExactDouble.Shortest(option.Default.Value)))];
        string written = Declared([.. shape, .. options, $"Reduction = LossReduction.{template.Reduction}"]);
        await DiagnosticTester.ExpectValidAsync(written);
        Assert.Equal(GeneratorTester.Print("using LossGen; " + Declared(shape)), GeneratorTester.Print("using LossGen; " + written));

        string Declared(string[] arguments) => $"[{attribute}({string.Join(", ", arguments)})] public sealed partial class Loss;";
    }

    [Theory]
    [MemberData(nameof(All))]
    public void EveryOptionIsAPropertyWithItsDefault(string attribute, string name)
    {
        LossOption option = LossAttributeName.All.Single(each => each.ShortName == attribute).Template!.Options.Single(each => each.Name == name);
        Type type = typeof(LossAttribute).Assembly.GetType($"LossGen.{attribute}Attribute", throwOnError: true)!;
        object value = type.GetProperty(name)!.GetValue(Activator.CreateInstance(type, new int[] { Shape.Batch, 3 }))!;
        Assert.Equal(option.Type switch { OptionType.Truth => typeof(bool), OptionType.Integer => typeof(int), _ => typeof(double) }, value.GetType());
        Assert.Equal(option.Default.Value, Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void EveryLossOfATemplateHasItsReduction() => Assert.All(LossAttributeName.All.Where(static name => name.Template is not null), static name =>
    {
        var type = Type.GetType($"{name.MetadataName}, LossGen", throwOnError: true)!;
        var reduction = (LossReduction)type.GetProperty("Reduction")!.GetValue(Activator.CreateInstance(type, new int[] { Shape.Batch, 3 }))!;
        Assert.Equal(name.Template!.Reduction, (ReductionKind)reduction);
        Assert.Equal(name.Loss, name.Template.Kind);
    });

    [Theory]
    [InlineData("[|Reduction = (LossReduction)3|]", "3")]
    [InlineData("[|Reduction = (LossReduction)(-1)|]", "-1")]
    public Task UnknownReduction(string property, string number) => DiagnosticTester.ExpectAsync(
        "LG0035",
        $"[L1Loss({property})] sealed partial class Loss;",
        $"Reduction is {number}, but must be LossReduction.Mean, LossReduction.MeanElements or LossReduction.Sum");

    [Theory]
    [InlineData("[|Bottoms = [\"x\", \"y\"]|]", "Bottoms has an array of 2, but 3 names are needed, in place of first, second, target")]
    [InlineData("Bottoms = [\"x\", \"y\", [|\"x\"|]]", "Bottoms has 'x', but the names must differ")]
    [InlineData("Bottoms = [\"x\", [|\"zGradient\"|], \"z\"]", "Bottoms has 'zGradient', but that is the name of the gradient of 'z'")]
    [InlineData("Bottoms = [\"x\", \"y\", [|\"else\"|]]", "Bottoms has 'else', but a C# identifier that is no keyword is needed")]
    public Task BottomsOfThreeInputs(string property, string message) => DiagnosticTester.ExpectAsync("LG0007", $"[MarginRankingLoss({property})] sealed partial class Loss;", message);

    [Theory]
    [InlineData("MultiMarginLoss", "there is no other class and the loss is 0")]
    [InlineData("FocalLoss", "the softmax is always 1 and the loss 0")]
    public async Task ASingleClassHasNoEffect(string attribute, string effect) => Assert.Contains(
        effect, Assert.Single(await DiagnosticTester.ExpectAsync("LG0022", $"[{attribute}(Shape.Batch, [|1|])] sealed partial class Loss;", validLosses: 1)), StringComparison.Ordinal);

    [Theory]
    [InlineData("CosineEmbeddingLoss")]
    [InlineData("TripletMarginLoss")]
    [InlineData("DiceLoss")]
    [InlineData("MultiLabelSoftMarginLoss")]
    public Task AlongAnyOtherAxisOneElementIsEnough(string attribute) => DiagnosticTester.ExpectValidAsync($"[{attribute}(Shape.Batch, 1)] sealed partial class Loss;");
}
