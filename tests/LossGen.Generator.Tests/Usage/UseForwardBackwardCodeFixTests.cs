using LossGen.CodeFixes;
using LossGen.Generator.Analyzers;
using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Usage;

/// <summary>The fix of LG0101; each case is fixed diagnostic by diagnostic and all at once, with the same result.</summary>
public sealed class UseForwardBackwardCodeFixTests
{
    [Theory]
    [InlineData(
        """
        var value = {|LG0101:loss.Forward(x, y)|};
        loss.Backward(x, y, g);
        """,
        """
        var value = loss.ForwardBackward(x, y, g);
        """)]
    [InlineData(
        """
        // The gradient.
        loss.Backward(targetGradient: h, prediction: x, target: y, predictionGradient: g); // of both

        // The value.
        float value = /* here */ {|LG0101:loss.Forward(x, y)|}; // last
        System.Console.WriteLine(value);
        """,
        """
        // The gradient.
        // The value.
        float value = /* here */ loss.ForwardBackward(targetGradient: h, prediction: x, target: y, predictionGradient: g); // of both // last
        System.Console.WriteLine(value);
        """)]
    [InlineData(
        """
        double sum = 0;
        for (int step = 0; step < 3; step++)
        {
            sum += {|LG0101:loss.Forward(x, y)|};
            // In place.
            loss.Backward(
                x,
                y,
                x);
        }
        """,
        """
        double sum = 0;
        for (int step = 0; step < 3; step++)
        {
            // In place.
            sum += loss.ForwardBackward(
                x,
                y,
                x);
        }
        """)]
    [InlineData(
        """
        float first = {|LG0101:loss.Forward(x, y)|};
        loss.Backward(x, y, g);
        float second = {|LG0101:loss.Forward(x, y)|};
        loss.Backward(x, y, h);
        """,
        """
        float first = loss.ForwardBackward(x, y, g);
        float second = loss.ForwardBackward(x, y, h);
        """)]
    [InlineData(
        """
        float Compute(ILoss<float, float> any)
        {
            any.Backward(x, y, g);
            return {|LG0101:any.Forward(x, y)|};
        }
        """,
        """
        float Compute(ILoss<float, float> any)
        {
            return any.ForwardBackward(x, y, g);
        }
        """)]
    public Task Fix(string statements, string expected) => RunAsync(Source(statements), Source(expected));

    [Fact]
    public Task WithinTheLossItself() => RunAsync(
        Declaration("        float value = {|LG0101:Forward(x, y, w)|};\n        Backward(x, y, w, g);\n"),
        Declaration("        float value = ForwardBackward(x, y, w, g);\n"));

    [Fact]
    public Task TopLevelStatements()
    {
        UsageCodeFixTest<FusableCallsAnalyzer, UseForwardBackwardCodeFixProvider> test = new(
            Program("loss.Backward(x, y, g);\nfloat value = {|LG0101:loss.Forward(x, y)|};\n"),
            Program("float value = loss.ForwardBackward(x, y, g);\n"));
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task FilesAreFixedTogether()
    {
        UsageCodeFixTest<FusableCallsAnalyzer, UseForwardBackwardCodeFixProvider> test = new(
            Source("float value = {|LG0101:loss.Forward(x, y)|};\nloss.Backward(x, y, g);"),
            Source("float value = loss.ForwardBackward(x, y, g);"));
        test.TestState.Sources.Add(Other("        loss.Backward(x, y, x);\n        loss.Backward(x, y, g);\n        float value = {|LG0101:loss.Forward(x, y)|};\n"));
        test.FixedState.Sources.Add(Other("        loss.Backward(x, y, x);\n        float value = loss.ForwardBackward(x, y, g);\n"));
        return test.RunAsync(TestContext.Current.CancellationToken);

        static string Other(string statements) => "class Other\n{\n    void Run(Loss loss, float[] x, float[] y, float[] g)\n    {\n" + statements + "    }\n}\n";
    }

    private static Task RunAsync(string source, string expected) =>
        new UsageCodeFixTest<FusableCallsAnalyzer, UseForwardBackwardCodeFixProvider>(source, expected).RunAsync(TestContext.Current.CancellationToken);

    private static string Source(string statements) =>
        "using LossGen;\n\n[SquareLoss]\npublic sealed partial class Loss;\n\nclass Program\n{\n    void Run(Loss loss, float[] x, float[] y, float[] g, float[] h)\n    {\n        "
        + statements.ReplaceLineEndings("\n        ") + "\n    }\n}\n";

    private static string Declaration(string statements) =>
        "using LossGen;\n\n[SoftmaxLoss(Shape.Batch, 3, Weighting = WeightingMode.PerPrediction)]\npublic sealed partial class Loss\n{\n    public void Run(float[] x, int[] y, float[] w, float[] g)\n    {\n"
        + statements + "    }\n}\n";

    private static string Program(string statements) =>
        "using LossGen;\n\nvar loss = new Loss();\nfloat[] x = [1], y = [2], g = [0];\n" + statements + "\n[SquareLoss]\npublic sealed partial class Loss;\n";
}
