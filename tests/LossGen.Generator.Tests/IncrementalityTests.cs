using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests;

/// <summary>
/// What an edit re-runs. That an edit elsewhere re-runs nothing is checked on every input by <see cref="GeneratorTester"/>;
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

    /// <summary>Neither of two losses whose files would have the same name but for case can be written.</summary>
    [Fact]
    public void TwinThatAppearsRemovesBoth() => Assert.Equal(
        [IncrementalStepRunReason.Removed, IncrementalStepRunReason.Removed],
        OutputReasons("[LossGen.SoftmaxLoss(LossGen.Shape.Batch, 10)] sealed partial class DISTANCE;"));

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(string edited)
    {
        SyntaxTree digits = Compilations.Parse(Digits, "Digits.cs");
        Compilation compilation = Compilations.Create(digits, Compilations.Parse(Distance, "Distance.cs"));
        GeneratorDriver driver = GeneratorTester.Run(compilation);

        driver = GeneratorTester.Run(driver, compilation.ReplaceSyntaxTree(digits, Compilations.Parse(edited, "Digits.cs")));

        return driver.GetRunResult().Results.Single().TrackedOutputSteps.Values
            .SelectMany(static steps => steps)
            .SelectMany(static step => step.Outputs)
            .Select(static output => output.Reason)
            .OrderBy(static reason => reason.ToString(), StringComparer.Ordinal);
    }
}
