using LossGen.Generator.Declarations;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests;

/// <summary>From the attributes to the files: what is found, what a spec contains, and what surrounds the output.</summary>
public sealed class WiringTests
{
    [Fact]
    public void NothingIsGeneratedWithoutAnAttribute() => Assert.Empty(GeneratorTester.Generate("internal sealed partial class Loss;"));

    [Fact]
    public void NothingIsGeneratedWithoutTheRuntime()
    {
        Compilation compilation = Compilations.Create(Compilations.Parse("[LossGen.SquareLoss] partial class Loss;")).RemoveAllReferences();

        Assert.Empty(GeneratorTester.Files(GeneratorTester.Run(compilation)));
    }

    [Fact]
    public void AttributeOfAnotherNamespaceIsLeftAlone() => Assert.Empty(GeneratorTester.Generate(
        """
        namespace Other.LossGen
        {
            internal sealed class SquareLossAttribute : System.Attribute;

            [SquareLoss]
            internal sealed partial class Loss;
        }
        """));

    [Theory]
    [InlineData("double Weight")]
    [InlineData("int Weight")]
    [InlineData("double[] Weight")]
    [InlineData("object Weight")]
    public async Task AttributeOfTheSameNameButOtherShapeIsLeftAlone(string property)
    {
        string value = property.StartsWith("double[]", StringComparison.Ordinal) ? "new double[] { 1 }" : "1";
        Compilation compilation = Compilations.Create(Compilations.Parse(
            "namespace LossGen { class SquareLossAttribute : System.Attribute { public SquareLossAttribute(params object[] shape) { } public " + property + " { get; set; } = " + value + "; }"
            + " [SquareLoss(1, Weight = " + value + ")] partial class First; [SquareLoss(Weight = " + value + ")] partial class Second; }"));

        Assert.Empty(GeneratorTester.Files(GeneratorTester.Run(compilation)));
        Assert.Empty(await AnalyzerTester.AnalyzeAsync(compilation));
    }

    [Fact]
    public void AliasesAreSeenThrough() => Assert.Single(GeneratorTester.Generate(
        """
        using Distance = LossGen.SquareLossAttribute;

        [Distance]
        internal sealed partial class Loss;
        """));

    [Fact]
    public void FilesAreNamedAfterTheMetadataName() => Assert.Equal(
        ["A.B.Outer`1+Loss.g.cs", "class.g.cs"],
        GeneratorTester.Generate(
            """
            using LossGen;

            [SquareLoss]
            internal sealed partial class @class;

            namespace A.B
            {
                internal static partial class Outer<T>
                {
                    [SquareLoss]
                    private sealed partial class Loss;
                }
            }
            """).Keys.Order(StringComparer.Ordinal));

    /// <summary>The output qualifies everything with <c>global::</c>, so that it compiles even where the user's own names take precedence.</summary>
    [Fact]
    public void SurroundingNamesDoNotMatter() => Assert.Equal(2, GeneratorTester.Generate(
        """
        namespace System.Samples
        {
            [global::LossGen.SoftmaxLoss(global::LossGen.Shape.Batch, 10)]
            internal sealed partial class Loss;
        }

        namespace Samples.LossGen.System
        {
            internal static class Math;
            internal static class MathF;
            internal static class Vector256;
            internal static class Span;
            internal static class ReadOnlySpan;
            internal static class MemoryMarshal;
            internal static class ILoss;
            internal static class Shape;

            [global::LossGen.SquareLoss(global::LossGen.Shape.Batch, 4)]
            internal sealed partial class Loss;
        }
        """).Count);

    [Fact]
    public void SpecHoldsWhatTheDeclarationSays()
    {
        Assert.Equal(
            new LossSpec(
                BuiltInLoss.Of(LossKind.Softmax),
                new LossType("A.@if", EquatableArray.Of(new TypeDeclaration("record struct", "Outer<T>"), new TypeDeclaration("class", "Loss")), "A.if.Outer`1+Loss"),
                new TensorShape(EquatableArray.Of(3, TensorShape.Batch, 5), ClassAxis: 2),
                ElementKind.Double,
                0.25,
                EquatableArray.Of(LossInput.Elements("x"), LossInput.Labels("y", NumberType.Int32))),
            Parse(
                """
                using LossGen;

                namespace A.@if;

                partial record struct Outer<T>
                {
                    [SoftmaxLoss(3, Shape.Batch, 5, Dim = -1, Weight = 0.25, Element = ElementType.Double, Bottoms = new[] { "x", "y" })]
                    partial class Loss;
                }
                """,
                "A.if.Outer`1+Loss"));
    }

    [Fact]
    public void SpecHoldsTheDefaults()
    {
        var type = new LossType("", EquatableArray.Of(new TypeDeclaration("class", "Loss")), "Loss");

        Assert.Equal(
            new LossSpec(BuiltInLoss.Of(LossKind.Square), type, TensorShape.Elements, ElementKind.Single, 1.0, EquatableArray.Of(LossInput.Elements("prediction"), LossInput.Elements("target"))),
            Parse("[LossGen.SquareLoss] partial class Loss;", "Loss"));
        Assert.Equal(
            new LossSpec(BuiltInLoss.Of(LossKind.Softmax), type, new TensorShape(EquatableArray.Of(10, TensorShape.Batch), ClassAxis: 0), ElementKind.Single, 1.0, EquatableArray.Of(LossInput.Elements("logits"), LossInput.Labels("labels", NumberType.Int32))),
            Parse("[LossGen.SoftmaxLoss(10, LossGen.Shape.Batch)] partial class Loss;", "Loss"));
    }

    private static LossSpec? Parse(string source, string metadataName) =>
        LossParser.Parse(Compilations.Create(Compilations.Parse(source)).GetTypeByMetadataName(metadataName)!, model: null, TestContext.Current.CancellationToken).Spec;
}
