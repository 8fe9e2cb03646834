using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0009 for formulas with parameters: members that conflict with the constructor that takes them, or with the fields that keep them.</summary>
public sealed class FormulaConstructorTests
{
    private const string Loss = "[ElementwiseLoss] partial class Loss";
    private const string Formula = "[Formula] static float Value(float x, float y, [Parameter] float delta, [Parameter] double slope = 1) => delta * x * (float)slope - y; ";
    private const string Generated = "[System.CodeDom.Compiler.GeneratedCode(\"LossGen.Generator\", \"1.0\")] ";

    private const string Primary = "it has a primary constructor, which the generated one that takes its parameters cannot call";
    private const string Unset = "its own constructor does not call the generated one that takes its parameters, as ': this(delta, slope)' would";
    private const string NoBase = "its base class 'Base' has no plain constructor without parameters for the generated one, which takes its parameters, to call";
    private const string Same = "it has a constructor of its own with the parameter types (float, double), as the generated one that takes its parameters";

    [Theory]
    [InlineData(Loss + " { " + Formula + "int [|delta|]; }", "it has a member 'delta' of its own, the name of the field that would keep its parameters")]
    [InlineData(Loss + " { " + Formula + "public double [|slope|] => 1; }", "it has a member 'slope' of its own, the name of the field that would keep its parameters")]
    [InlineData(Loss + " { " + Formula + "} partial class Loss { void [|slope|]() { } }", "it has a member 'slope' of its own, the name of the field that would keep its parameters")]
    [InlineData(Loss + " { [Formula] static float [|Value|](float x, [Parameter] float Value) => Value * x; }", "it has a member 'Value' of its own, the name of the field that would keep its parameters")]
    [InlineData("class Base { protected int delta; } " + "[ElementwiseLoss] partial class [|Loss|] : Base { " + Formula + "}", "it inherits a member 'delta', which the field that would keep its parameters hides")]
    [InlineData("[ElementwiseLoss] partial class [|Loss|] { [Formula] static float Value(float x, [Parameter] float ToString) => ToString * x; }", "it inherits a member 'ToString', which the field that would keep its parameters hides")]
    [InlineData("[ElementwiseLoss] partial class Loss[|(int number)|] { " + Formula + "public int Number => number; }", Primary)]
    [InlineData("[ElementwiseLoss] partial record Loss[|(int Number)|] { " + Formula + "}", Primary)]
    [InlineData(Loss + " { " + Formula + "[|Loss|](float a, double b) { } }", Same)]
    [InlineData(Loss + " { " + Formula + "[|Loss|](int number) { } }", Unset)]
    [InlineData(Loss + " { " + Formula + "public [|Loss|]() : base() { } }", Unset)]
    [InlineData("class Base(int number) { public int Number => number; } [ElementwiseLoss] partial class [|Loss|] : Base { " + Formula + "Loss(int number) : base(number) { } }", NoBase)]
    [InlineData("class Base { protected Base(int number = 1) { } } [ElementwiseLoss] partial class [|Loss|] : Base { " + Formula + "}", NoBase)]
    public Task CannotTakeParameters(string source, string reason) => DiagnosticTester.ExpectAsync("LG0009", source, "The class 'Loss' cannot carry a loss: " + reason);

    [Fact]
    public Task ClassNamedLikeAParameter() => DiagnosticTester.ExpectAsync(
        "LG0009",
        "[ElementwiseLoss] partial class [|Delta|] { [Formula] static float Value(float x, [Parameter] float Delta) => Delta * x; }",
        "The class 'Delta' cannot carry a loss: it has the name of the field that would keep its parameters");

    [Theory]
    [InlineData("Forward")]
    [InlineData("Backward")]
    [InlineData("ForwardBackward")]
    public Task FormulaNamedLikeAGeneratedMember(string name) => DiagnosticTester.ExpectAsync(
        "LG0009",
        "[ElementwiseLoss] partial class Loss { [Formula] static float [|" + name + "|](float x) => x; }",
        "The class 'Loss' cannot carry a loss: it has a member '" + name + "' of its own, the name of one that it would be given");

    [Theory]
    [InlineData(Loss + " { " + Formula + "public Loss() : this(1f) { } public Loss(int number) : this(number, number) { } }")]
    [InlineData(Loss + " { " + Formula + "static Loss() { } Loss(double a, float b) : this() { } Loss() : this(2, 3) { } }")]
    [InlineData("[ElementwiseLoss] partial record Loss { " + Formula + "public int Number { get; init; } }")]
    [InlineData("class Base { protected Base() { } int delta => 1; public int Sum => delta; } [ElementwiseLoss] partial class Loss : Base { " + Formula + "}")]
    public async Task CanTakeParameters(string source) => Assert.Empty(await AnalyzerTester.AnalyzeAsync("using LossGen;\n" + source));

    /// <summary>The analyzer sees the class with its generated part as well.</summary>
    [Fact]
    public async Task GeneratedMembersAreInNobodysWay() => Assert.Empty(await AnalyzerTester.AnalyzeAsync(
        "using LossGen;\n" + Loss + " { " + Formula + Generated + "float delta; " + Generated + "double slope; " + Generated + "public Loss(float delta, double slope = 1) { this.delta = delta; this.slope = slope; } }"));

    /// <summary>Without parameters there is no constructor, and nothing that could conflict with it.</summary>
    [Theory]
    [InlineData("partial class Loss(int number) { public int delta => number; [Formula] static float Value(float x) => x; }")]
    [InlineData("partial record Loss(int Number) { [Formula] static float Value(float x, float y) => x - y; }")]
    public Task FormulaWithoutParametersNeedsNone(string declaration) => DiagnosticTester.ExpectValidAsync("[ElementwiseLoss] " + declaration);
}
