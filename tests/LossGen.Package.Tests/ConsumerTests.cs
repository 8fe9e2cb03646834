using LossGen.Package.Tests.Support;

namespace LossGen.Package.Tests;

/// <summary>
/// A fresh program that references only the package builds without a warning and computes what the formulas say, with
/// the same bits whatever the compiler's settings and the processor's instructions are.
/// </summary>
public sealed class ConsumerTests(BuiltConsumer built, CheckedConsumer checkedConsumer) : IClassFixture<BuiltConsumer>, IClassFixture<CheckedConsumer>
{
    [Fact]
    public void SoftmaxIsTheFormula()
    {
        (double value, double[] gradient) = Expected.Softmax(static _ => 1.0);
        Assert.Equal(value, Assert.Single(built.Numbers["softmax value"]), 2e-6 * value);
        AssertClose(gradient, built.Numbers["softmax gradient"], relative: 1e-5);

        Assert.Equal(built.Numbers["softmax value"], built.Numbers["softmax forward"]);
        Assert.Equal(built.Numbers["softmax gradient"], built.Numbers["softmax backward"]);
    }

    [Fact]
    public void WeightedSoftmaxIsTheFormula()
    {
        double scale = Consumer.Inputs.Classes / Consumer.Inputs.ClassWeights.Sum(static weight => (double)weight);
        (double value, double[] gradient) = Expected.Softmax(label => scale * Consumer.Inputs.ClassWeights[label]);
        Assert.Equal(value, Assert.Single(built.Numbers["weighted value"]), 2e-6 * value);
        AssertClose(gradient, built.Numbers["weighted gradient"], relative: 1e-5);
    }

    [Fact]
    public void SquareIsTheFormula()
    {
        (double value, double[] gradient) = Expected.Square();
        Assert.Equal(value, Assert.Single(built.Numbers["square value"]), 2e-6 * value);
        AssertClose(gradient, built.Numbers["square gradient"], relative: 2.4e-7);
        AssertClose([.. gradient.Select(static g => -g)], built.Numbers["square target gradient"], relative: 2.4e-7);
    }

    [Fact]
    public void ACustomLossIsTheFormula()
    {
        (double value, double[] gradient) = Expected.Huber(delta: 0.5);
        Assert.Equal(value, Assert.Single(built.Numbers["huber value"]), 2e-6 * value);
        AssertClose([.. gradient, .. gradient.Select(static g => -g)], built.Numbers["huber gradient"], relative: 2.4e-7);
    }

    [Fact]
    public void ALossWithOptionsIsTheFormula()
    {
        (double value, double[] gradient) = Expected.Huber(delta: 2);
        Assert.Equal(value, Assert.Single(built.Numbers["robust value"]), 2e-6 * value);
        AssertClose([.. gradient, .. gradient.Select(static g => -g)], built.Numbers["robust gradient"], relative: 2.4e-7);
    }

    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic", 128)]
    [InlineData("DOTNET_EnableAVX2", 128)]
    [InlineData("DOTNET_EnableAVX512", 256)]
    public async Task ALesserProcessorGivesTheSameBits(string instructions, int mostVectorBits)
    {
        PrintedNumbers numbers = await built.Project.RunAsync((instructions, "0"));
        Assert.InRange(numbers.VectorBits, 128, mostVectorBits);
        Assert.Equal(built.Numbers.Text, numbers.Text);
    }

    [Fact]
    public async Task FullyOptimisedCodeGivesTheSameBits()
    {
        PrintedNumbers numbers = await built.Project.RunAsync(("DOTNET_TieredCompilation", "0"));
        Assert.Equal(built.Numbers.Text, numbers.Text);
    }

    [Fact]
    public async Task OverflowChecksChangeNothing()
    {
        checkedConsumer.Build.RequireSuccess();
        Assert.Equal(built.Numbers.Text, (await checkedConsumer.Project.RunAsync()).Text);
    }

    [Fact]
    public void TrimmingAndNativeCompilationFindNothing() => checkedConsumer.Build.RequireSuccess();

    private static void AssertClose(double[] expected, float[] actual, double relative)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= relative * Math.Abs(expected[i]), $"[{i}] is {actual[i]:R}, expected {expected[i]:R}");
        }
    }
}
