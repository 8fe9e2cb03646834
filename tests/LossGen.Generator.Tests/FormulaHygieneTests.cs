using System.Text;
using LossGen.Generator.Declarations;
using LossGen.Generator.Tests.Support;
using LossGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests;

/// <summary>Inputs, parameters and local variables of a formula may have any name, even one that the generated code uses for something else.</summary>
public sealed class FormulaHygieneTests
{
    // Names from the code around a kernel, from kernels themselves, of types and members that they use, and C# keywords.
    private static readonly string[] Others =
    [
        "sum", "scale", "index", "start", "end", "count", "samples", "stride", "item", "local0", "Vector256", "Vector512", "VectorMath", "MathF", "Math", "Lanes", "LossGuard", "BlockSum", "System", "LossGen",
        "xStart", "xGradient", "yGradientStart", "value", "field", "var", "nameof", "await", "record", "file", "scoped", "_", "nint", "when", "where", "async", "yield", "global", "args", "dynamic", "crossEntropy",
        "zero", "one", "loss", "Loss", "Value", "TStore", "CachedStore", "BlockSize", "Kernels", "é", "値",
    ];

    /// <summary>
    /// Each name is an input of one loss, a parameter of another and a local variable of a third; in an ordinary run a quarter of the losses are compiled each day.
    /// </summary>
    [Fact]
    public void EveryNameInTheOutputCanBeOneOfAFormula()
    {
        string[] names = [.. NamesInOutput().Concat(Others).Where(Identifiers.IsIdentifier).Distinct().Order(StringComparer.Ordinal)];
        Assert.Contains("sumVector", names);

        var source = new StringBuilder("using LossGen;\n");
        string[] own = [.. names.Except([.. CarrierRules.GeneratedMembers, "Value", "ToString", "Equals", "GetHashCode", "GetType"])];
        string Parameter(int index, int shift) => own[(index + shift) % own.Length];
        string Local(int index, int shift) => names[(index + shift) % names.Length];
        int[] indices = [.. Enumerable.Range(0, names.Length)];
        int parameters = indices.First(shift => shift > 0 && indices.All(index => AreApart(names[index], Parameter(index, shift))));
        int locals = indices.First(shift => shift > parameters && indices.All(index => AreApart(names[index], Parameter(index, parameters), Local(index, shift))));
        int[] tried = [.. indices.Where(static index => RandomRun.IsTried(index, days: 4))];
        foreach (int index in tried)
        {
            source.Append(Declaration("Loss" + index, names[index], Parameter(index, parameters), Local(index, locals)));
        }

        (SyntaxTree[] files, string[] complaints) = Generate(source.ToString(), Compilations.WithoutNullableAnalysis);
        Assert.True(complaints.Length == 0, string.Join("\n", complaints));
        Assert.Equal(tried.Length, files.Length);
    }

    [Theory]
    [InlineData("partial class A { partial record B<T> { ", " } }")]
    [InlineData("namespace @class.@event { partial struct A { ", " } }")]
    [InlineData("partial interface IA { static partial class @record { ", " } }")]
    public void NestedInPartialTypes(string before, string after)
    {
        (SyntaxTree[] files, string[] complaints) = Generate("using LossGen; " + before + Declaration("Loss", "x", "y", "z").Replace("partial class Loss", "partial record Loss", StringComparison.Ordinal) + after, Compilations.ParseOptions);
        Assert.True(complaints.Length == 0, string.Join("\n", complaints));
        Assert.Single(files);
    }

    // No name is equal to another, or to the name of another's gradient.
    private static bool AreApart(params string[] names) => names.Concat(names.Select(static name => name + "Gradient")).Distinct().Count() == 2 * names.Length;

    private static string Declaration(string type, string input, string parameter, string local)
    {
        string other = input == "other" ? "another" : "other";
        return $$"""
            [ElementwiseLoss] partial class {{type}}
            {
                [Formula] static float Value(float {{input}}, float {{other}}, [Parameter] float {{parameter}} = 1f)
                {
                    float {{local}} = ({{input}} - {{other}}) * {{parameter}};
                    return {{local}} > 0 ? {{local}} * {{local}} : global::System.MathF.Exp({{local}}) * {{input}};
                }
            }

            """;
    }

    private static IEnumerable<string> NamesInOutput()
    {
        (SyntaxTree[] files, string[] complaints) = Generate("using LossGen;\n" + Declaration("Sample", "first", "second", "third"), Compilations.ParseOptions);
        Assert.Empty(complaints);
        return files.SelectMany(static file => file.GetRoot(TestContext.Current.CancellationToken).DescendantTokens())
            .Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(static token => token.ValueText)
            .Except(["first", "second", "third", "other", "Sample", "firstGradient", "otherGradient"]);
    }

    // Flow analysis sees no names: what it says of one loss, it says of all.
    private static (SyntaxTree[] Files, string[] Complaints) Generate(string source, CSharpParseOptions options)
    {
        SyntaxTree input = Compilations.Parse(source, options);
        CSharpCompilation compilation = Compilations.Create(input);
        SyntaxTree[] files = [.. GeneratorTester.WithWarnings(GeneratorTester.RunSampled(compilation).GetRunResult().GeneratedTrees)];
        return (files, [.. Compilations.Complaints(compilation.AddSyntaxTrees(files), input).Select(static complaint => complaint.ToString())]);
    }
}
