using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests;

/// <summary>
/// In an assembly that is CLS-compliant, an attribute with an array draws a warning, also on an internal class, and the dimensions of a shape are one. A public class is marked as what it is, and
/// for an internal one, which needs no mark, the warning is turned off; generated code adds none of its own.
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
