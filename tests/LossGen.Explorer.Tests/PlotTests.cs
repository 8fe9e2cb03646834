using LossGen.Explorer.Compilation;
using LossGen.Explorer.Plotting;
using LossGen.Inspection.Sources;

namespace LossGen.Explorer.Tests;

/// <summary>What is plotted is what the compiled kernel computes, beside the same loss in float64.</summary>
public sealed class PlotTests
{
    [Fact]
    public async Task TheSquareLossIsItsFormula()
    {
        Plot plot = await DrawAsync("[SquareLoss] public sealed partial class Distance;", new PlotPreset("prediction", -3, 3, ("target", "0.5")));
        Assert.Equal(["value", "slope by prediction", "slope by target"], plot.Curves.Select(static curve => curve.Name));
        Assert.All(plot.Points.Zip(plot.Curves[0].Reference!), static point => Assert.Equal((point.First - 0.5) * (point.First - 0.5) / 2, point.Second, 12));
        Assert.All(plot.Points.Zip(plot.Curves[1].Reference!), static point => Assert.Equal(point.First - 0.5, point.Second, 12));
        Assert.All(plot.Curves, static curve => Assert.All(curve.Differences!, static difference => Assert.InRange(difference, -2, 2)));
    }

    [Fact]
    public async Task LostDigitsAreSeen()
    {
        Plot plot = await DrawAsync(ExampleTests.Named("LostDigits").Text, ExampleTests.Named("LostDigits").Plot);
        Curve value = plot.Curves[0];
        Assert.True(Math.Abs(value.Differences![value.Worst!.Value]) > 100);
    }

    [Fact]
    public async Task WhatOverflowsInThePaperDoesNotHere()
    {
        Plot plot = await DrawAsync(ExampleTests.Named("Softplus").Text, ExampleTests.Named("Softplus").Plot);
        Assert.Equal(120, plot.Curves[0].Computed[^1]);
    }

    [Fact]
    public async Task AParameterMayVary()
    {
        Plot plot = await DrawAsync(ExampleTests.Named("Huber").Text, new PlotPreset("delta", 0, 4, ("prediction", "2"), ("target", "0")));
        Assert.All(plot.Points.Zip(plot.Curves[0].Reference!), static point => Assert.Equal(point.First >= 2 ? 2 : point.First * (2 - (point.First / 2)), point.Second, 6));
    }

    [Fact]
    public async Task ALossOfDoublesIsComparedWithNothing()
    {
        CompiledDeclaration compiled = await CompiledDeclaration.CompileAsync("[SquareLoss(Element = ElementType.Double)] public sealed partial class Distance;");
        LossProbe probe = LossProbe.Load(compiled.Source, Assert.Single(compiled.Losses).Declared);
        Assert.Equal(NumberKind.Double, probe.Signature.Value);
    }

    [Theory]
    [InlineData("[SoftmaxLoss(Shape.Batch, 3, Weighting = WeightingMode.PerClass)] public sealed partial class L;", "weights", "logits", "labels")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 3, 2, Weighting = WeightingMode.PerLocation)] public sealed partial class L;", "logits", "labels", "weights")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Label = LabelType.Boolean)] public sealed partial class L;", "logits", "labels")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 3, Outputs = LossOutputs.Predictions)] public sealed partial class L;", "logits", "labels")]
    [InlineData("[SoftlabelSoftmaxLoss(Shape.Batch, 3)] public sealed partial class L;", "logits", "target")]
    [InlineData("[BinaryCrossEntropyLoss] public sealed partial class L;", "prediction", "target")]
    [InlineData("[ElementwiseLoss] public sealed partial class L { [Formula] private static float Value(float x, [Learned] float s, [Parameter] bool b = false) => b ? x * s : x * x + s; }", "b", "x", "s")]
    public async Task EverySignatureIsCalled(string declaration, params string[] inputs)
    {
        CompiledDeclaration compiled = await CompiledDeclaration.CompileAsync(declaration);
        ExploredLoss loss = Assert.Single(compiled.Losses);
        LossProbe probe = LossProbe.Load(compiled.Source, loss.Declared);
        Assert.Equal(inputs, probe.Signature.Inputs.Select(static input => input.Name));
        Plot plot = await Plot.DrawAsync(probe, InDouble(compiled), PlotSettings.Of(probe.Signature, loss.Spec, preset: null));
        Assert.All(plot.Curves, static curve => Assert.All(curve.Computed, static number => Assert.True(double.IsFinite(number))));
        Assert.All(plot.Curves, static curve => Assert.NotNull(curve.Reference));
    }

    [Theory]
    [InlineData("1, x", "'x' is not a number: write those of target as 1, -0.5, 2e3.")]
    [InlineData("1, 2", "target has 1 elements for one sample, not 2.")]
    [InlineData("", "target needs at least one number: the last one is taken for all others.")]
    public async Task WhatIsTypedWronglyIsNamed(string typed, string message)
    {
        CompiledDeclaration compiled = await CompiledDeclaration.CompileAsync("[SquareLoss] public sealed partial class Distance;");
        ExploredLoss loss = Assert.Single(compiled.Losses);
        LossProbe probe = LossProbe.Load(compiled.Source, loss.Declared);
        PlotSettings settings = PlotSettings.Of(probe.Signature, loss.Spec, preset: null);
        settings.Elements[1] = typed;
        Assert.Equal(message, (await Assert.ThrowsAsync<PlotException>(() => Plot.DrawAsync(probe, null, settings))).Message);
    }

    [Theory]
    [InlineData(-3, 3, -3, 3)]
    [InlineData(0.013, 0.987, 0, 1)]
    [InlineData(5, 5, 2, 8)]
    public void AnAxisEndsAtRoundNumbers(double least, double most, double from, double to)
    {
        Axis axis = Axis.Over([least, most, double.NaN, double.PositiveInfinity], 6);
        Assert.Equal((from, to), (axis.Least, axis.Most));
        Assert.InRange(axis.Ticks.Count, 4, 9);
    }

    internal static LossProbe InDouble(CompiledDeclaration compiled)
    {
        CompiledSource source = DoubleVariant.Of(compiled);
        return LossProbe.Load(source, Assert.Single(source.FindLosses()));
    }

    private static async Task<Plot> DrawAsync(string text, PlotPreset preset)
    {
        CompiledDeclaration compiled = await CompiledDeclaration.CompileAsync(text);
        ExploredLoss loss = Assert.Single(compiled.Losses);
        LossProbe kernel = LossProbe.Load(compiled.Source, loss.Declared);
        return await Plot.DrawAsync(kernel, InDouble(compiled), PlotSettings.Of(kernel.Signature, loss.Spec, preset));
    }
}
