using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests;

/// <summary>
/// In a CLS-compliant assembly, an attribute with an array, such as the dimensions of a shape, causes a warning, even on an internal class. A user marks a public class as
/// not compliant and, for an internal one, which needs no mark, turns the warning off; generated code adds no further warning.
/// </summary>
public sealed class ClsComplianceTests
{
    private const string Attribute = "[SoftmaxLoss(Shape.Batch, 3, Label = LabelType.UInt16)]";

    [Theory]
    [InlineData(Attribute + " public sealed partial class Loss;", "CS3016")]
    [InlineData("[CLSCompliant(false)] " + Attribute + " public sealed partial class Loss;", "")]
    [InlineData(Attribute + " internal sealed partial class Loss;", "CS3016")]
    [InlineData("#pragma warning disable CS3016\n" + Attribute + " internal sealed partial class Loss;", "")]
    public void TheClassSaysThatItIsNotCompliant(string declaration, string expected)
    {
        Compilation compilation = Compilations.Create(Compilations.Parse("using System; using LossGen; [assembly: CLSCompliant(true)] /// <summary>A loss.</summary>\n" + declaration));
        GeneratorDriver driver = GeneratorTester.Run(compilation);
        Compilation output = compilation.AddSyntaxTrees(driver.GetRunResult().GeneratedTrees);

        Assert.Equal(expected, string.Join(", ", Compilations.Complaints(output, [.. compilation.SyntaxTrees]).Select(static diagnostic => diagnostic.Id).Distinct()));
    }
}
