using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests;

/// <summary>
/// What an edit re-runs. <see cref="GeneratorTester"/> checks for every input that an edit elsewhere re-runs nothing;
/// here is the other half: an edit that matters is seen, and re-runs one file only.
/// </summary>
public sealed class IncrementalityTests
{
    private const string Digits = "[LossGen.SoftmaxLoss(LossGen.Shape.Batch, 10)] sealed partial class DigitLoss;";
    private const string Distance = "[LossGen.SquareLoss] sealed partial class Distance;";

    [Theory]
    [InlineData("[LossGen.SoftmaxLoss(LossGen.Shape.Batch, 11)] sealed partial class DigitLoss;")]
    [InlineData("[LossGen.SoftmaxLoss(LossGen.Shape.Batch, 10, Weight = 0.5)] sealed partial class DigitLoss;")]
    [InlineData("[LossGen.SoftmaxLoss(LossGen.Shape.Batch, 10, Element = LossGen.ElementType.Double)] sealed partial class DigitLoss;")]
    [InlineData("[LossGen.SoftmaxLoss(LossGen.Shape.Batch, 10, Parallelism = LossGen.LossParallelism.Auto)] sealed partial class DigitLoss;")]
    [InlineData("[LossGen.SoftmaxLoss(LossGen.Shape.Batch, 10, Bottoms = [\"x\", \"y\"])] sealed partial class DigitLoss;")]
    [InlineData("namespace Samples { [LossGen.SoftmaxLoss(LossGen.Shape.Batch, 10)] sealed partial class DigitLoss; }")]
    public void EditOfADeclarationEmitsItAlone(string edited) =>
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], OutputReasons(edited));

    [Theory]
    [InlineData("/* A comment. */ [LossGen.SoftmaxLoss(LossGen.Shape.Batch, 10)] sealed partial class DigitLoss;")]
    [InlineData("[LossGen.SoftmaxLoss(LossGen.Shape.Batch, 5 + 5, Weight = 1)] public partial class DigitLoss { int field; }")]
    [InlineData("[LossGen.SoftmaxLoss(LossGen.Shape.Batch, 10, Dim = -1)] sealed partial class DigitLoss;")]
    public void EditThatLeavesTheMeaningEmitsNothing(string edited) =>
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached], OutputReasons(edited));

    [Fact]
    public void DeclarationThatBreaksIsRemoved() =>
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Removed], OutputReasons("[LossGen.SoftmaxLoss(10)] sealed partial class DigitLoss;"));

    /// <summary>Neither of two losses whose file names differ only in case is generated.</summary>
    [Fact]
    public void TwinThatAppearsRemovesBoth() => Assert.Equal(
        [IncrementalStepRunReason.Removed, IncrementalStepRunReason.Removed],
        OutputReasons("[LossGen.SoftmaxLoss(LossGen.Shape.Batch, 10)] sealed partial class DISTANCE;"));

    [Theory]
    [InlineData("x + y", 1)]
    [InlineData("x - 2 * y", 1)]
    [InlineData("Half(y)", 1)]
    [InlineData("x - y; private static int other", 0)]
    [InlineData("/* A comment. */ (x - (y))", 0)]
    public void EditOfAFormulaEmitsItAlone(string body, int changed) => Assert.Equal(
        [IncrementalStepRunReason.Cached, changed == 1 ? IncrementalStepRunReason.Modified : IncrementalStepRunReason.Cached],
        OutputReasons(Formula("x - y"), Formula(body)));

    [Theory]
    [InlineData("a / 2", "a / 3", 1)]
    [InlineData("a / 2", "a /* half */ / 2", 0)]
    [InlineData("a / 2; public static float Other() => 1", "a / 2; public static float Other() => 2", 0)]
    public void EditOfWhatAFormulaCallsEmitsIt(string before, string after, int changed) => Assert.Equal(
        [IncrementalStepRunReason.Cached, changed == 1 ? IncrementalStepRunReason.Modified : IncrementalStepRunReason.Cached],
        OutputReasons(Formula("Half(x - y)", before), Formula("Half(x - y)", after)));

    [Theory]
    [InlineData("float slope = 1f", "float slope = 2f")]
    [InlineData("float slope = 1f", "float slope")]
    [InlineData("float slope = 1f", "double slope = 1")]
    [InlineData("float slope = 1f", "float steepness = 1f")]
    public void EditOfAParameterEmitsIt(string before, string after) => Assert.Equal(
        [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified],
        OutputReasons(Formula("x - y").Replace("float y", "float y, [LossGen.Parameter] " + before, StringComparison.Ordinal), Formula("x - y").Replace("float y", "float y, [LossGen.Parameter] " + after, StringComparison.Ordinal)));

    [Fact]
    public void FormulaThatBreaksIsRemoved() =>
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Removed], OutputReasons(Formula("x - y"), Formula("x % y")));

    /// <summary>A constant that a formula uses may be in another file.</summary>
    [Theory]
    [InlineData("static class Constants { public const float Two = 2; }", "static class Constants { public const float Two = 3; }", 1)]
    [InlineData("static class Constants { public const float Two = 2; static int F() => 1; }", "static class Constants { public const float Two = 2; static int F() => 2; }", 0)]
    public void EditOfAnotherFileCountsWhereAFormulaSeesIt(string before, string after, int changed)
    {
        SyntaxTree constants = Compilations.Parse(before, "Constants.cs");
        Compilation compilation = Compilations.Create(Compilations.Parse(Formula("Constants.Two * x"), "Loss.cs"), constants);
        GeneratorDriver driver = GeneratorTester.Run(compilation);
        driver = GeneratorTester.Run(driver, compilation.ReplaceSyntaxTree(constants, Compilations.Parse(after, "Constants.cs")));
        Assert.Equal([changed == 1 ? IncrementalStepRunReason.Modified : IncrementalStepRunReason.Cached], Reasons(driver));
    }

    /// <summary>The methods that a formula calls, directly or not, may be in another file, where the bodies that no formula can call do not matter.</summary>
    [Theory]
    [InlineData("static class Other { public static float Half(float a) => a / 2; }", "static class Other { public static float Half(float a) => a / 3; }", true)]
    [InlineData("static class Other { public static float Half(float a) { return a / 2; } }", "static class Other { public static float Half(float a) { return a / 3; } }", true)]
    [InlineData("static class Other { public static float Half(float a) => a / By(); static float By() => 2; }", "static class Other { public static float Half(float a) => a / By(); static float By() => 3; }", true)]
    [InlineData("static class Other { public static float Half(float a) => a / By; static readonly float By = 2; }", "static class Other { public static float Half(float a) => a / By; static readonly float By = 3; }", true)]
    [InlineData("static class Other { public static float Half(float a) => a / By; static readonly float By = F(); static float F() => 2; }", "static class Other { public static float Half(float a) => a / By; static readonly float By = F(); static float F() => 3; }", true)]
    [InlineData("static class Other { public static float Half(float a) => a / By; static readonly float By = 2; static Other() { } }", "static class Other { public static float Half(float a) => a / By; static readonly float By = 2; static Other() { By = 3; } }", true)]
    [InlineData("static class Other { extension(float a) { public float Part() => a / 2; } public static float Half(float b) => b.Part(); }", "static class Other { extension(float a) { public float Part() => a / 3; } public static float Half(float b) => b.Part(); }", true)]
    [InlineData("static class Other { public static float Half(float a) => a / 2; }", "static class Other { public static float Half(float a) => a % 2; }", true)]
    [InlineData("static class Other { public static float Half(float a) => a / 2; }", "static class Other { public static float Half(float a) => /* Half of it. */ a / 2; }", false)]
    [InlineData("static class Other { public static float Half(float a) => a / 2; } class Others { float Twice(float a) => 2 * a; }", "static class Other { public static float Half(float a) => a / 2; } class Others { float Twice(float a) => a + a; }", false)]
    [InlineData("static class Other { public static float Half(float a) => a / 2; } class Others { int Number { get { return 1; } } }", "static class Other { public static float Half(float a) => a / 2; } class Others { int Number { get { return 2; } } }", false)]
    public void EditOfABodyInAnotherFileCountsWhereAFormulaCallsIt(string before, string after, bool isSeen)
    {
        (string[] files, string[] fresh, IncrementalStepRunReason surface) = Edit(Formula("Other.Half(x - y)"), before, after);
        Assert.Equal(fresh, files);
        Assert.Equal(isSeen ? IncrementalStepRunReason.Modified : IncrementalStepRunReason.Unchanged, surface);
    }

    /// <summary>A formula may be in another file than the attribute of its loss, whatever its own attribute is called there.</summary>
    [Theory]
    [InlineData("partial class Loss { [LossGen.Formula] static float Value(float x, float y) => x - y; }", "partial class Loss { [LossGen.Formula] static float Value(float x, float y) => x + y; }")]
    [InlineData("using F = LossGen.FormulaAttribute; partial class Loss { [F] static float Value(float x, float y) { return x - y; } }", "using F = LossGen.FormulaAttribute; partial class Loss { [F] static float Value(float x, float y) { return x * y; } }")]
    [InlineData("partial class Loss { [LossGen.Formula] private static partial float Value(float x, float y); private static partial float Value(float x, float y) => x - y; }", "partial class Loss { [LossGen.Formula] private static partial float Value(float x, float y); private static partial float Value(float x, float y) => x + y; }")]
    [InlineData("partial class Loss { [LossGen.Formula] static float Value(float x, float y) => Half(x) - y; static float Half(float a) => a / 2; }", "partial class Loss { [LossGen.Formula] static float Value(float x, float y) => Half(x) - y; static float Half(float a) => a / 4; }")]
    public void EditOfAFormulaInAnotherFileIsSeen(string before, string after)
    {
        (string[] files, string[] fresh, _) = Edit("[LossGen.ElementwiseLoss] partial class Loss;", before, after);
        Assert.Equal(fresh, files);
        Assert.Single(files);
        Assert.NotEqual(Edit("[LossGen.ElementwiseLoss] partial class Loss;", before, before).Files, files);
    }

    private static (string[] Files, string[] Fresh, IncrementalStepRunReason Surface) Edit(string loss, string before, string after)
    {
        SyntaxTree other = Compilations.Parse(before, "Other.cs");
        Compilation compilation = Compilations.Create(Compilations.Parse(loss, "Loss.cs"), other);
        GeneratorDriver driver = GeneratorTester.Run(compilation);
        compilation = compilation.ReplaceSyntaxTree(other, Compilations.Parse(after, "Other.cs"));
        driver = GeneratorTester.Run(driver, compilation);
        return (Texts(driver), Texts(GeneratorTester.Run(compilation)), driver.GetRunResult().Results.Single().TrackedSteps[StepNames.Surface].Single().Outputs.Single().Reason);
    }

    private static string[] Texts(GeneratorDriver driver) => [.. GeneratorTester.Files(driver).Select(static file => file.SourceText.ToString())];

    private static string Formula(string body, string half = "a / 2") =>
        $"[LossGen.ElementwiseLoss] sealed partial class DigitLoss {{ [LossGen.Formula] private static float Value(float x, float y) => {body}; private static float Half(float a) => {half}; }}";

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(string edited) => OutputReasons(Digits, edited);

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(string before, string edited)
    {
        SyntaxTree digits = Compilations.Parse(before, "Digits.cs");
        Compilation compilation = Compilations.Create(digits, Compilations.Parse(Distance, "Distance.cs"));
        GeneratorDriver driver = GeneratorTester.Run(compilation);

        driver = GeneratorTester.Run(driver, compilation.ReplaceSyntaxTree(digits, Compilations.Parse(edited, "Digits.cs")));

        return Reasons(driver);
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorDriver driver) => driver.GetRunResult().Results.Single().TrackedOutputSteps.Values
        .SelectMany(static steps => steps)
        .SelectMany(static step => step.Outputs)
        .Select(static output => output.Reason)
        .OrderBy(static reason => reason.ToString(), StringComparer.Ordinal);
}
