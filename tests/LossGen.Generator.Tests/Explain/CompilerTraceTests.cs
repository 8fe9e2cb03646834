using LossGen.Explain.Sources;
using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Lowering;
using LossGen.Generator.Lowering.Mathematics;
using LossGen.Inspection.Sources;
using LossGen.Inspection.Tracing;

namespace LossGen.Generator.Tests.Explain;

/// <summary>The passes shown are those that the compiler runs.</summary>
public sealed class CompilerTraceTests
{
    // The class axis in tiles and in rows, neither, elements, several gradients, optional gradients, threads.
    [Theory]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10)]")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 1000, Parallelism = LossParallelism.Auto)]")]
    [InlineData("[SoftlabelSoftmaxLoss(Shape.Batch, 5000, 7)]")]
    [InlineData("[MultinomialLogisticLoss(Shape.Batch, 2, Weighting = WeightingMode.PerPrediction, Element = ElementType.Double)]")]
    [InlineData("[SquareLoss(Parallelism = LossParallelism.Auto)]")]
    [InlineData("[ElementwiseLoss] partial class L { [Formula] private static float Value(float x, float y, float z) => MathF.Log(1 + MathF.Exp(x)) * y - z; }")]
    public void TheLastKernelIsTheOneThatIsCompiled(string declaration)
    {
        LossSpec spec = SpecOf(declaration);
        LossUnit unit = new LossCompiler(Dialect.IsPrintable).Compile(spec);
        Assert.All(unit.Drivers, driver =>
        {
            Check(new KernelChoice(driver.Name), driver.Main.Kernel);
            if (driver.Main.Wider is { } wider)
            {
                Check(new KernelChoice(driver.Name, IsWide: true), wider);
            }

            if (driver.FewLocations is { } few)
            {
                Check(new KernelChoice(driver.Name, IsForFew: true), few.Kernel);
            }
        });

        void Check(KernelChoice choice, LossKernel compiled)
        {
            CompilerTrace trace = CompilerTrace.Of(spec, choice);
            Assert.Null(trace.Failure);
            Assert.Equal(compiled, trace.Steps[^1].After);
        }
    }

    /// <summary>If a pass fails, its author wants to see what the passes before it did.</summary>
    [Fact]
    public void APassThatFailsEndsTheTrace()
    {
        CompilerTrace trace = CompilerTrace.Of(SpecOf("[SquareLoss]"), new KernelChoice("ForwardBackward"), static (op, type) => op != Op.Multiply && Dialect.IsPrintable(op, type));
        Assert.NotEmpty(trace.Steps);
        Assert.StartsWith($"{trace.Steps.Count + 1} {new Pipeline(Dialect.IsPrintable).Passes[trace.Steps.Count].Name}: ", trace.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void ADifferenceThatTheTextDoesNotShowIsNoted()
    {
        CompilerTrace trace = CompilerTrace.Of(SpecOf("[SoftmaxLoss(Shape.Batch, 10)]"), new KernelChoice("ForwardBackward"));
        TraceStep ranges = Assert.Single(trace.Steps, static step => step.Name == nameof(UseRanges));
        Assert.True(ranges is { IsChanged: true, IsVisible: false });
        Assert.All(trace.Steps, static step => Assert.True(step.IsChanged || !step.IsVisible));
    }

    [Theory]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10)]", "Forward, Backward and ForwardBackward")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Each = true)]", "Forward, Backward and ForwardBackward", "ForwardEach", "BackwardEach")]
    public void AKernelIsNamedAfterTheMembersThatCallIt(string declaration, params string[] expected) =>
        Assert.Equal(expected, CompilerTrace.KernelsOf(SpecOf(declaration)).Select(static kernel => kernel.Callers).Distinct());

    private static LossSpec SpecOf(string declaration) => Assert.Single(CompiledSource.Compile([SourceFile.Declaration(declaration)], InstalledReferences.All).FindLosses()).Spec!;
}
