using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests;

/// <summary>The generated files compile with C# 13 and not with C# 12, which is why LG0026 requires C# 13.</summary>
public sealed class LanguageVersionTests
{
    private const string Constants = "Weighting = WeightingMode.PerClass, Weights = new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }";

    public static TheoryData<string> Declarations() =>
    [
        .. from element in new[] { "", ", Element = ElementType.Double" }
           from declaration in new[]
           {
               "SquareLoss(Shape.Batch, 3", "HingeLoss(Shape.Batch, 64", "BinaryCrossEntropyLoss(Shape.Batch", "GaussianKLLoss(5, Shape.Batch, 7",
               "SoftmaxLoss(Shape.Batch, 10", "SoftmaxLoss(10, Shape.Batch", "SoftmaxLoss(Shape.Batch, 1000, Label = LabelType.UInt16", "SoftlabelSoftmaxLoss(Shape.Batch, 10, 8, 8",
               "SoftmaxLoss(Shape.Batch, 10, " + Constants, "MultinomialLogisticLoss(Shape.Batch, 10, 4, Weighting = WeightingMode.PerDataPoint",
               "GaussianKLLoss(Parallelism = LossParallelism.Auto", "SoftmaxLoss(10, Shape.Batch, Parallelism = LossParallelism.Auto, " + Constants,
               "SoftmaxLoss(Shape.Batch, 10, 4, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.Global, Label = LabelType.Int64",
               "GaussianNLLLoss(Shape.Batch, 3, Full = true", "CosineEmbeddingLoss(Shape.Batch, 10", "MultiMarginLoss(Shape.Batch, 10, P = 2, " + Constants,
               "BinaryCrossEntropyWithLogitsLoss(Shape.Batch, 3, PositiveWeights = new[] { 1.0, 2, 30 }",
           }
           select declaration + element,
    ];

    /// <summary>Without a warning, and without unsafe code, which the compilation does not allow.</summary>
    [Theory]
    [MemberData(nameof(Declarations))]
    public void GeneratedFilesCompileWithTheLowestVersion(string declaration) =>
        Assert.Single(GeneratorTester.Generate(Compile(declaration, LanguageVersion.CSharp13)));

    [Theory]
    [InlineData("float Value(float x) => x > 0 ? System.MathF.Exp(-x) : x * x;")]
    [InlineData("double Value(double prediction, double target, [Parameter(Minimum = 0)] double delta = 1) { double e = System.Math.Abs(prediction - target); return e <= delta ? e * e / 2 : delta * (e - delta / 2); }")]
    [InlineData("float Value(float a, float b, float c, [Parameter] float p) => System.MathF.Pow(a, p) + System.MathF.Min(b, c) * System.MathF.Tanh(a);")]
    public void FilesOfFormulasCompileWithTheLowestVersion(string formula)
    {
        SyntaxTree tree = Compilations.Parse("using LossGen; [ElementwiseLoss] partial class Loss { [Formula] static " + formula + " }", Compilations.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp13));
        Assert.Single(GeneratorTester.Generate(Compilations.Create(tree)));
    }

    [Fact]
    public void GeneratedFilesDoNotCompileWithTheVersionBelow()
    {
        string file = GeneratorTester.Generate(Compile("SoftmaxLoss(Shape.Batch, 10", LanguageVersion.CSharp13)).Values.Single();

        CSharpCompilation below = Compile("SoftmaxLoss(Shape.Batch, 10", LanguageVersion.CSharp12);
        below = below.AddSyntaxTrees(Compilations.Parse(file, Compilations.ParseOptionsOf(below), "Loss.g.cs"));

        Assert.Contains(below.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Id == "CS9202");
    }

    /// <summary>The compiler turns an array that initialises a span into data of the assembly.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    public void ConstantsAllocateNothing(LanguageVersion language)
    {
        CSharpCompilation compilation = Compile("SoftmaxLoss(Shape.Batch, 10, " + Constants, language);
        compilation = compilation.AddSyntaxTrees(GeneratorTester.Run(compilation, new LossGenerator(PrintedLosses.WithoutKernels)).GetRunResult().GeneratedTrees);
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);

        ImmutableArray<byte> table = Body(image, "get_Weights");

        // One token to load, one call, one return: no newarr.
        Assert.Equal([ILOpCode.Ldtoken, ILOpCode.Call, ILOpCode.Ret], [(ILOpCode)table[0], (ILOpCode)table[5], (ILOpCode)table[10]]);
        Assert.Equal(11, table.Length);
    }

    private static CSharpCompilation Compile(string declaration, LanguageVersion language) => Compilations.Create(
        Compilations.Parse("using LossGen; [" + declaration + ")] partial class Loss { }", Compilations.ParseOptions.WithLanguageVersion(language)));

    private static ImmutableArray<byte> Body(MemoryStream image, string method)
    {
        image.Position = 0;
        using var reader = new PEReader(image);
        MetadataReader metadata = reader.GetMetadataReader();
        MethodDefinition definition = metadata.MethodDefinitions.Select(metadata.GetMethodDefinition).Single(candidate => metadata.GetString(candidate.Name) == method);
        return reader.GetMethodBody(definition.RelativeVirtualAddress).GetILContent();
    }
}
