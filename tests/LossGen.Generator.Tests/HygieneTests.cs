using LossGen.Generator.Declarations;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Support;
using LossGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests;

/// <summary>A user may choose any identifier as a bottom, even one that the generated code uses for something else.</summary>
public sealed class HygieneTests
{
    // All of them at once would fill the memory with bound kernels, which the garbage collector would visit again and again.
    private const int LossesPerCompilation = 12;

    // Contextual keywords of C#, which may have a meaning in generated code.
    private static readonly string[] ContextualNames =
        ["_", "nameof", "var", "dynamic", "nint", "nuint", "value", "field", "await", "async", "yield", "when", "where", "record", "file", "scoped", "global", "args", "System", "LossGen"];

    /// <summary>
    /// In a deep run each name is the prediction of one loss and the ground truth of another, for every declaration and in kernels of both widths; in an ordinary one
    /// it is one of the two, and the other in another declaration; a quarter of the names are tried each day, in kernels of one width, which changes after four.
    /// </summary>
    [Theory]
    [InlineData("SoftmaxLoss(Shape.Batch, 10", false)]
    [InlineData("SquareLoss(Shape.Batch, 3", false)]
    [InlineData("HuberLoss(Shape.Batch, 3, Delta = 2", true)]
    [InlineData("BinaryCrossEntropyWithLogitsLoss(Shape.Batch, 3, PositiveWeights = [1, 2, 30]", true)]
    [InlineData("GaussianKLLoss(Shape.Batch, 3, Parallelism = LossParallelism.Auto", true)]
    [InlineData("SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerClass", true)]
    [InlineData("MultinomialLogisticLoss(2, Shape.Batch, 3, Dim = 0, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.Global", false)]
    public void EveryNameInTheOutputCanBeABottom(string declaration, bool isTruthFirst)
    {
        (SyntaxTree[] files, string[] complaints) = Generate($"using LossGen; [{declaration})] sealed partial class Loss;", Compilations.ParseOptions);
        Assert.Empty(complaints);
        string[] names = [.. Names(files).Concat(ContextualNames).Where(Identifiers.IsIdentifier).Except(OfWeights(declaration)).Distinct().Order(StringComparer.Ordinal)];
        Assert.Contains("Forward", names);

        (string Prediction, string GroundTruth)[] bottoms = [.. Bottoms(names).Select(pair => isTruthFirst ? (pair.Second, pair.First) : pair)];
        Assert.Equal(names, bottoms.SelectMany(static pair => new[] { pair.Prediction, pair.GroundTruth }).Distinct().Order(StringComparer.Ordinal));
        Assert.All(bottoms.Where(static (_, index) => RandomRun.IsTried(index, days: 4)).Chunk(LossesPerCompilation), batch =>
        {
            (files, complaints) = Generate("using LossGen;\n" + string.Concat(batch.Select((pair, index) => $"[{declaration}, Bottoms = [\"{pair.Prediction}\", \"{pair.GroundTruth}\"])] sealed partial class Loss{index};\n")), Compilations.WithoutNullableAnalysis);
            Assert.True(complaints.Length == 0, string.Join("\n", complaints));
            Assert.Equal(batch.Length, files.Length);
        });
    }

    // The weights of each call are a parameter in addition to the bottoms.
    private static string[] OfWeights(string declaration) => declaration.Contains("PerPrediction", StringComparison.Ordinal) ? [Weighting.Parameter] : [];

    // Each name and another one: in an ordinary run as few pairs as cover every name.
    private static IEnumerable<(string First, string Second)> Bottoms(string[] names)
    {
        HashSet<string> seen = [];
        for (int index = 0; index < names.Length; index++)
        {
            if (seen.Add(names[index]) || RandomRun.IsDeep)
            {
                string partner = Partner(names, index);
                seen.Add(partner);
                yield return (names[index], partner);
            }
        }
    }

    private static string Partner(string[] names, int index)
    {
        string name = names[index];
        return Enumerable.Range(index + (names.Length / 2), names.Length)
            .Select(other => names[other % names.Length])
            .First(other => other != name && other != name + "Gradient" && name != other + "Gradient");
    }

    // Flow analysis sees no names: what it says of one loss, it says of all.
    private static (SyntaxTree[] Files, string[] Complaints) Generate(string source, CSharpParseOptions options)
    {
        SyntaxTree input = Compilations.Parse(source, options);
        CSharpCompilation compilation = Compilations.Create(input);
        SyntaxTree[] files = [.. GeneratorTester.WithWarnings(GeneratorTester.RunSampled(compilation).GetRunResult().GeneratedTrees)];
        IEnumerable<string> complaints =
            from complaint in Compilations.Complaints(compilation.AddSyntaxTrees(files), input)
            group complaint by complaint.Location.SourceTree into file
            let line = file.First().Location.GetLineSpan().StartLinePosition.Line
            select $"{file.First()} in: {file.Key?.GetText(TestContext.Current.CancellationToken).Lines[line].ToString().Trim()}";
        return (files, [.. complaints]);
    }

    private static IEnumerable<string> Names(IEnumerable<SyntaxTree> trees) =>
        from tree in trees
        from token in tree.GetRoot(TestContext.Current.CancellationToken).DescendantTokens()
        where token.IsKind(SyntaxKind.IdentifierToken)
        select token.ValueText;
}
