using System.Globalization;
using LossGen.Generator.Emit;
using LossGen.Generator.Lowering;
using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Explain;

/// <summary>What the program shows for a loss.</summary>
public sealed class ExplainTests
{
    private const string Softmax = "[SoftmaxLoss(Shape.Batch, 10)]";

    [Fact]
    public void EveryPassIsNamedWithWhatItDoes()
    {
        string[] lines = ExplainRun.OutputOf(Softmax).Split('\n');
        IReadOnlyList<Pass> passes = new Pipeline(Dialect.IsPrintable).Passes;
        Assert.All(passes, (pass, index) =>
        {
            string number = (index + 1).ToString(CultureInfo.InvariantCulture);
            int head = Array.FindIndex(lines, line => line.StartsWith($"{number} {pass.Name}  ", StringComparison.Ordinal));
            Assert.True(head >= 0, number + " " + pass.Name);
            Assert.Equal(pass.Summary, lines[head + 1]);
            Assert.Contains(lines, line => line.StartsWith($"│ {number,2} │ {pass.Name} ", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void ThePassesStartAtTheKernelAsBuilt()
    {
        string output = ExplainRun.OutputOf(Softmax);
        Assert.StartsWith("ExampleLoss  softmax loss of shape (Batch, 10)\n\nas built\n\n// formula   log Σ[j] exp(logits[j]) − logits[label]\nkernel Compute(", output, StringComparison.Ordinal);
        Assert.Contains("∂logits[c]\n", output[..output.IndexOf("1 RecogniseFunctions", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void APassIsShownByWhatItChanges()
    {
        string output = ExplainRun.OutputOf("[SquareLoss]", "--pass", "Vectorise");
        Assert.Contains("\nbefore 33 Vectorise\n", output, StringComparison.Ordinal);
        string[] lines = output[output.IndexOf("@@", StringComparison.Ordinal)..].Split('\n');
        Assert.Contains(lines, static line => line.StartsWith('-') && line.Contains(" over elements lanes 8 ", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.StartsWith('+') && line.Contains("f32x8", StringComparison.Ordinal));
        Assert.Contains("│ 33 │ Vectorise │ Lanes │", output, StringComparison.Ordinal);
        Assert.DoesNotContain(" Unroll ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void ANumberStandsForOneOfThePassesOfAName()
    {
        Assert.Equal(4, Count(ExplainRun.OutputOf("[SquareLoss]", "--pass", "Simplify"), "│ Simplify"));
        Assert.Equal(1, Count(ExplainRun.OutputOf("[SquareLoss]", "--pass", "13"), "│ Simplify"));
    }

    [Fact]
    public void ARangeReachesFromTheFirstOfANameToTheLast()
    {
        string[] rows = [.. ExplainRun.OutputOf("[SquareLoss]", "--from", "KeepDigits", "--to", "Simplify").Split('\n').Where(static line => line.StartsWith("│ ", StringComparison.Ordinal))];
        Assert.Contains(" 5 │ KeepDigits ", rows[1], StringComparison.Ordinal);
        Assert.Contains("49 │ Simplify ", rows[^2], StringComparison.Ordinal);
        Assert.Equal(1 + 45 + 1, rows.Length);
    }

    [Fact]
    public void WithoutADifferenceTheWholeKernelIsShown()
    {
        string output = ExplainRun.OutputOf("[SquareLoss]", "--no-diff", "--pass", "Differentiate");
        Assert.Equal(2, Count(output, "\nkernel Compute("));
        Assert.DoesNotContain("@@", output, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileIsWrittenAsItIsGenerated()
    {
        string source = File.ReadAllText(ExplainRun.Custom("HuberLoss"));
        Assert.Equal(
            GeneratorTester.Print("using System;\n" + source)["LossZoo.Custom.HuberLoss.g.cs"],
            ExplainRun.OutputOf(ExplainRun.Custom("HuberLoss"), "--file"));
    }

    [Fact]
    public void AFormulaIsExplainedWithWhatIsSaidOfIt()
    {
        ExplainRun run = ExplainRun.Of(ExplainRun.Custom("OverClasses", "FocalSoftmaxLoss"), "--member", "Forward", "--to", "1");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("kernel Compute(logits: f32[], label: i32[], logitsGradient: out f32[], gamma: f32, ", run.Output, StringComparison.Ordinal);
        Assert.Contains("FocalSoftmaxLoss.cs(", run.Error, StringComparison.Ordinal);
        Assert.Contains("info LG0036: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AClassMayBeGivenWithItsFormula() => Assert.Contains(
        "MyLoss  elementwise loss of shape (Batch)",
        ExplainRun.OutputOf("[ElementwiseLoss] public sealed partial class MyLoss { [Formula] private static float Value(float x, float y) => MathF.Abs(x - y); }", "--to", "1"),
        StringComparison.Ordinal);

    [Fact]
    public void SeveralFilesAreOneProject() => Assert.Contains(
        "LossZoo.Custom.LogCoshLoss  ",
        ExplainRun.OutputOf(ExplainRun.Custom("HuberLoss"), ExplainRun.Custom("LogCoshLoss"), "--loss", "LogCoshLoss", "--to", "1"),
        StringComparison.Ordinal);

    [Fact]
    public void ARefusedDeclarationIsAnErrorAsTheCompilerPrintsIt()
    {
        ExplainRun run = ExplainRun.Of("[SoftmaxLoss(10, 10)]");
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("declaration(1,14): error LG0003: The shape (10, 10) must have exactly one dimension Shape.Batch", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNoCSharpIsRefused()
    {
        ExplainRun run = ExplainRun.Of("[SoftmaxLoss(Shape.Batches, 10)]");
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("declaration(1,20): error CS0117: ", run.Error, StringComparison.Ordinal);
    }

    /// <summary>A file of a project may use what its other files declare.</summary>
    [Fact]
    public void WhatIsWrongElsewhereIsSaidAndTheLossExplained()
    {
        const string Source = "[SquareLoss] public sealed partial class A; internal sealed class B : Missing;";
        ExplainRun run = ExplainRun.Of(Source, "--to", "1");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("declaration(1,71): error CS0246: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("kernel Compute(", run.Output, StringComparison.Ordinal);

        ExplainRun machineCode = ExplainRun.Of(Source, "--asm");
        Assert.Equal((2, ""), (machineCode.ExitCode, machineCode.Output));
        Assert.EndsWith("--asm takes source without errors, and declaration has some: fix them, or add the missing files.\n", machineCode.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AWarningIsSaidAndTheLossExplained()
    {
        ExplainRun run = ExplainRun.Of("[SoftmaxLoss(Shape.Batch, 1)]", "--to", "1");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(": warning LG", run.Error, StringComparison.Ordinal);
        Assert.Contains("kernel Compute(", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is nothing to explain: write a declaration such as '[SoftmaxLoss(Shape.Batch, 10)]', in quotes, or the path of a .cs file; --help has the options.")]
    [InlineData("'SquareLoss' is neither a declaration in brackets nor a .cs file: write '[SoftmaxLoss(Shape.Batch, 10)]', in quotes, or the path of a .cs file.", "SquareLoss")]
    [InlineData("--bits takes 256 or 512, not '128': write --bits=256.", "[SquareLoss]", "--bits", "128")]
    [InlineData("--asm takes loop or all, not 'Loss.cs': write --asm=loop.", "--asm", "Loss.cs")]
    [InlineData("--member takes one of Forward, Backward, ForwardBackward, Compute for ExampleLoss, not 'Both'.", "[SquareLoss]", "--member", "Both")]
    [InlineData("--few: ExampleLoss has no kernel for a few locations, as its kernels have no tiles to fill. Omit it.", "[SquareLoss]", "--few")]
    [InlineData("--few and --bits 512: the kernel for a few locations exists only for 256 bits. Omit one of them.", Softmax, "--few", "--bits", "512")]
    [InlineData("--pass shows one pass and --from and --to a range: give one or the other.", "[SquareLoss]", "--pass", "1", "--from", "2")]
    [InlineData("--from 9 is pass 9, after --to 3, which is pass 3: exchange them.", "[SquareLoss]", "--from", "9", "--to", "3")]
    [InlineData("--loss takes one of ExampleLoss, not 'Other'.", "[SquareLoss]", "--loss", "Other")]
    [InlineData("2 losses are declared there: choose one of A, B with --loss.", "[SquareLoss] partial class A; [SquareLoss] partial class B;")]
    [InlineData("No loss is declared there: a loss is a partial class with an attribute such as [SoftmaxLoss(Shape.Batch, 10)].", "[Obsolete] class A;")]
    public void AWrongArgumentIsNamedWithWhatToWriteInstead(string message, params string[] args)
    {
        ExplainRun run = ExplainRun.Of(args);
        Assert.Equal((2, "", message + "\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void AnUnknownPassIsAnsweredWithThePasses()
    {
        ExplainRun run = ExplainRun.Of("[SquareLoss]", "--pass", "Vectorize");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("--pass takes a number from 1 to 55 or one of RecogniseFunctions, Differentiate, ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith(", not 'Vectorize'.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFileIsNamed()
    {
        ExplainRun run = ExplainRun.Of("Missing.cs");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("'Missing.cs' cannot be read: ", run.Error, StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
