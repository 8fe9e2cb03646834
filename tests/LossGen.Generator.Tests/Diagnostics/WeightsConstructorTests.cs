using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0009 for weights that the constructor takes: members that conflict with it, or with the field that keeps them.</summary>
public sealed class WeightsConstructorTests
{
    private const string PerClass = "[SoftmaxLoss(Shape.Batch, 3, Weighting = WeightingMode.PerClass)] ";
    private const string PerDataPoint = "[MultinomialLogisticLoss(Shape.Batch, 3, Weighting = WeightingMode.PerDataPoint, Element = ElementType.Double)] ";

    private const string Generated = "[System.CodeDom.Compiler.GeneratedCode(\"LossGen.Generator\", \"1.0\")] ";

    private const string Field = "it has a member 'normalizedWeights' of its own, the name of the field that would keep its weights";
    private const string Primary = "it has a primary constructor, which the generated one that takes its weights cannot call";
    private const string Unset = "its own constructor does not call the generated one that takes its weights, as ': this(weights)' would";
    private const string NoBase = "its base class 'Base' has no plain constructor without parameters for the generated one, which takes its weights, to call";
    private const string Same = "it has a constructor of its own with one ReadOnlySpan<";

    [Theory]
    [InlineData(PerClass + "partial class Loss { int [|normalizedWeights|]; }", Field)]
    [InlineData(PerDataPoint + "partial class Loss; partial class Loss { void [|normalizedWeights|]() { } }", Field)]
    [InlineData(PerClass + "partial class Loss { class [|normalizedWeights|]; }", Field)]
    [InlineData(PerClass + "partial class Loss[|(int number)|] { public int Number => number; }", Primary)]
    [InlineData(PerDataPoint + "partial class Loss[|()|];", Primary)]
    [InlineData(PerClass + "partial record Loss[|(int Number)|];", Primary)]
    [InlineData(PerClass + "partial record Loss; partial record Loss[|(int Number)|];", Primary)]
    [InlineData(PerClass + "partial class Loss[|(System.ReadOnlySpan<float> weights)|];", Primary)]
    [InlineData(PerClass + "partial class Loss { public [|Loss|](System.ReadOnlySpan<float> other) { } }", Same + "float>, as the generated one that takes its weights")]
    [InlineData(PerDataPoint + "partial class Loss { [|Loss|](params System.ReadOnlySpan<double> other) { } }", Same + "double>, as the generated one that takes its weights")]
    [InlineData("class Base(int number) { public int Number => number; } " + PerClass + "partial class [|Loss|] : Base { Loss() : base(1) { } }", "its base class 'Base' has no plain constructor without parameters for the generated one, which takes its weights, to call")]
    [InlineData(PerClass + "partial class Loss { [|Loss|](int number) { } }", Unset)]
    [InlineData("class Base { } " + PerClass + "partial class Loss : Base { Loss(int number) : this() { } [|Loss|]() : base() { } }", Unset)]
    [InlineData("class Base { private Base() { } protected Base(int number) { } } " + PerClass + "partial class [|Loss|] : Base { Loss() : base(1) { } }", NoBase)]
    [InlineData("class Base { protected Base(int x = 0) { } protected Base(string s = \"\") { } } " + PerClass + "partial class [|Loss|] : Base { Loss() : base(1) { } }", NoBase)]
    [InlineData("class Base { [System.Obsolete] protected Base() { } protected Base(int number) { } } " + PerClass + "partial class [|Loss|] : Base { Loss() : base(1) { } }", NoBase)]
    [InlineData("class Base { protected int normalizedWeights; } " + PerClass + "partial class [|Loss|] : Base;", "it inherits a member 'normalizedWeights', which the field that would keep its weights hides")]
    public Task CannotTakeWeights(string source, string reason) =>
        DiagnosticTester.ExpectAsync("LG0009", source, "The class 'Loss' cannot carry a loss: " + reason);

    [Fact]
    public Task ClassNamedLikeTheField() => DiagnosticTester.ExpectAsync(
        "LG0009",
        PerClass + "partial class [|normalizedWeights|];",
        "The class 'normalizedWeights' cannot carry a loss: it has the name of the field that would keep its weights");

    [Theory]
    [InlineData(PerClass + "partial class Loss { public Loss(int number) : this([1f, number, 1]) { } }")]
    [InlineData(PerClass + "partial class Loss { static Loss() { } }")]
    [InlineData(PerClass + "partial class Loss { public Loss(System.ReadOnlySpan<double> other) : this([(float)other[0], 1, 1]) { } }")]
    [InlineData(PerDataPoint + "partial class Loss { public Loss(float[] other) : this([other[0], 1.0, 1]) { } }")]
    [InlineData(PerDataPoint + "partial class Loss { public Loss(System.ReadOnlySpan<double> other, int number) : this(other[number..]) { } }")]
    [InlineData(PerDataPoint + "partial class Loss { public Loss(System.Span<double> other) : this((System.ReadOnlySpan<double>)other) { } }")]
    [InlineData(PerClass + "partial record Loss { public int Number { get; init; } }")]
    [InlineData(PerClass + "abstract partial class Loss;")]
    [InlineData("class Base { protected Base() { } private Base(int number) { } } " + PerClass + "partial class Loss : Base;")]
    [InlineData("class Base { private protected Base() { } Base(int number) : this() { } int normalizedWeights() => 1; } " + PerClass + "partial class Loss : Base;")]
    [InlineData(PerClass + "partial record Loss { protected Loss(Loss original) { normalizedWeights = original.normalizedWeights; } " + Generated + "double[] normalizedWeights; " + Generated + "public Loss(System.ReadOnlySpan<float> weights) { normalizedWeights = new double[3]; } }")]
    [InlineData("partial class Outer { Outer() { } " + PerClass + "partial class Loss : Outer; }")]
    [InlineData(PerClass + "partial class Loss { " + Generated + "float[] normalizedWeights; " + Generated + "public Loss(System.ReadOnlySpan<float> weights) { } }")]
    public async Task CanTakeWeights(string source) => Assert.Empty(await AnalyzerTester.AnalyzeAsync("using LossGen;\n" + source));

    /// <summary>Neither constants nor the weights of each call need a constructor.</summary>
    [Theory]
    [InlineData("Weighting = WeightingMode.PerClass, Weights = new[] { 1.0, 2, 3 }")]
    [InlineData("Weighting = WeightingMode.PerDataPoint, Weights = new[] { 1.0, 2, 3 }")]
    [InlineData("Weighting = WeightingMode.PerPrediction")]
    [InlineData("Weighting = WeightingMode.None")]
    public Task WeightsThatComeFromElsewhereNeedNoConstructor(string properties) => DiagnosticTester.ExpectValidAsync(
        "[SoftmaxLoss(Shape.Batch, 3, " + properties + ")] partial class Loss(int number) { public int normalizedWeights() => number; public Loss(System.ReadOnlySpan<float> weights) : this(weights.Length) { } }");
}
