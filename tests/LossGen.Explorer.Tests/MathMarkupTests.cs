using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LossGen.Explorer.Compilation;
using LossGen.Explorer.Mathematics;
using LossGen.Inspection.Sources;

namespace LossGen.Explorer.Tests;

/// <summary>What the compiler writes into comments is read as mathematics.</summary>
public sealed partial class MathMarkupTests
{
    private const string Cut = "…";

    [Fact]
    public void EveryLineOfTheZooReads()
    {
        IReadOnlyList<DeclaredLoss> losses = CompiledSource.Compile(Zoo(), LoadedReferences.All).FindLosses();
        Assert.True(losses.Count > 50);
        Assert.All(losses, static loss =>
        {
            LossMathematics mathematics = LossMathematics.Of(loss.Spec!);
            MathLine[] lines = [.. mathematics.Formulas, .. mathematics.Definitions, .. mathematics.Gradients];
            Assert.NotEmpty(lines);
            Assert.All(lines, static line => Assert.Equal(line.Text.EndsWith(Cut, StringComparison.Ordinal), line.Markup is null));
            Assert.All(lines, static line => _ = line.Markup is null ? null : XElement.Parse(line.Markup));
        });
    }

    [Theory]
    [InlineData("a/b·c", "<mfrac><mrow>a</mrow><mrow>b</mrow></mfrac>⋅c")]
    [InlineData("a·(b + c)", "a⋅<mrow>(b+c)</mrow>")]
    [InlineData("−(a − b)²", "−<msup><mrow><mrow>(a−b)</mrow></mrow><mrow>2</mrow></msup>")]
    [InlineData("c = label ? 1 : 0", "[<mrow>c=label</mrow>]")]
    [InlineData("[a > b]·−1", "[<mrow>a&gt;b</mrow>]⋅−1")]
    [InlineData("a·b, c", "<mrow>a⋅b</mrow>,<mspace width=\"0.17em\"></mspace><mrow>c</mrow>")]
    [InlineData("√(a² + 1E-06)", "<msqrt><msup><mrow>a</mrow><mrow>2</mrow></msup>+1E-06</msqrt>")]
    public void AFormulaIsSet(string text, string structure)
    {
        string withoutLeaves = Leaf().Replace(MathMarkup.Expression(text)!, "");
        Assert.Equal($"<math display=\"block\"><mrow>{structure}</mrow></math>", withoutLeaves);
    }

    [Theory]
    [InlineData("xGradient = scale·x", "<mfrac><mrow>∂L</mrow><mrow>∂x</mrow></mfrac>=scale⋅x")]
    [InlineData("xGradient = x[c]", "<mfrac><mrow>∂L</mrow><mrow>∂<msub>xc</msub></mrow></mfrac>=<msub>x<mrow>c</mrow></msub>")]
    [InlineData("error = a", "error=a")]
    public void AnEquationHasALeftSide(string text, string structure) =>
        Assert.Equal($"<math display=\"block\"><mrow>{structure}</mrow></math>", Leaf().Replace(MathMarkup.Equation(text)!, ""));

    [Theory]
    [InlineData("a +")]
    [InlineData("(a")]
    [InlineData("a b ÷ c")]
    [InlineData("log(a, …")]
    public void WhatIsNoMathematicsIsLeftAsText(string text) => Assert.Null(MathMarkup.Expression(text));

    private static SourceFile[] Zoo()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. from name in assembly.GetManifestResourceNames()
               where name.StartsWith("Zoo/", StringComparison.Ordinal)
               let reader = new StreamReader(assembly.GetManifestResourceStream(name)!)
               select SourceFile.File(name, reader.ReadToEnd()),
        ];
    }

    [GeneratedRegex("</?(mi|mn|mo)( [^>]*)?>", RegexOptions.ExplicitCapture)]
    private static partial Regex Leaf();
}
