using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests;

/// <summary>
/// In an assembly that is CLS-compliant, an attribute with an array draws a warning, and the dimensions of a shape are one. The class is marked as what it is; generated code adds no
/// warning of its own.
/// </summary>
public sealed class ClsComplianceTests
{
    private const string Attribute = "[SoftmaxLoss(Shape.Batch, 3, Label = LabelType.UInt16)]";

    [Theory]
    [InlineData(Attribute + " public sealed partial class Loss;", "CS3016")]
    [InlineData("[CLSCompliant(false)] " + Attribute + " public sealed partial class Loss;", "")]
    [InlineData(Attribute + " internal sealed partial class Loss;", "")]
    public void TheClassSaysThatItIsNotCompliant(string declaration, string expected)
    {
        Compilation compilation = Compilations.Create(Compilations.Parse("using System; using LossGen; [assembly: CLSCompliant(true)] /// <summary>A loss.</summary>\n" + declaration));
        GeneratorDriver driver = GeneratorTester.Run(compilation);
        Compilation output = compilation.AddSyntaxTrees(driver.GetRunResult().GeneratedTrees);

        Assert.Equal(expected, string.Join(", ", Compilations.Complaints(output, [.. compilation.SyntaxTrees]).Select(static diagnostic => diagnostic.Id).Distinct()));
    }
}
