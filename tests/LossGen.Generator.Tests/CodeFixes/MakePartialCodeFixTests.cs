using LossGen.CodeFixes;
using LossGen.Generator.Analyzers;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace LossGen.Generator.Tests.CodeFixes;

/// <summary>The fix of LG0001 and LG0002; each case is fixed diagnostic by diagnostic and all at once, with the same result.</summary>
public sealed class MakePartialCodeFixTests
{
    [Theory]
    [InlineData(
        "[SquareLoss] sealed class {|LG0001:Loss|};",
        "[SquareLoss] sealed partial class Loss;")]
    [InlineData(
        "[SquareLoss]\nclass {|LG0001:Loss|}\n{\n}",
        "[SquareLoss]\npartial class Loss\n{\n}")]
    [InlineData(
        "/// <summary>Doc.</summary>\n[SquareLoss] // Why.\npublic sealed record {|LG0001:Loss|}(int Number);",
        "/// <summary>Doc.</summary>\n[SquareLoss] // Why.\npublic sealed partial record Loss(int Number);")]
    [InlineData(
        "static class Outer\n{\n    // Nested.\n    readonly struct Middle\n    {\n        [SquareLoss]\n        /* here */ class {|LG0002:{|LG0001:Loss|}|};\n    }\n}",
        "static partial class Outer\n{\n    // Nested.\n    readonly partial struct Middle\n    {\n        [SquareLoss]\n        /* here */ partial class Loss;\n    }\n}")]
    [InlineData(
        "interface IOuter\n{\n    [SquareLoss]\n    public partial class {|LG0002:Loss|};\n}",
        "partial interface IOuter\n{\n    [SquareLoss]\n    public partial class Loss;\n}")]
    public Task Fixes(string source, string expected) => Create(source, expected).RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public Task TwoLossesInOneTypeMakeItPartialOnce()
    {
        CSharpCodeFixTest<LossDeclarationAnalyzer, MakePartialCodeFixProvider, DefaultVerifier> test = Create(
            "class Outer { [SquareLoss] class {|LG0002:{|LG0001:A|}|}; [SquareLoss] partial class {|LG0002:B|}; }",
            "partial class Outer { [SquareLoss] partial class A; [SquareLoss] partial class B; }");

        // The first fix of the outer class resolves both diagnostics.
        test.NumberOfIncrementalIterations = 2;
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task FilesAreFixedTogether()
    {
        CSharpCodeFixTest<LossDeclarationAnalyzer, MakePartialCodeFixProvider, DefaultVerifier> test = Create(
            "[SquareLoss] class {|LG0001:A|};",
            "[SquareLoss] partial class A;");
        test.TestState.Sources.Add("using LossGen;\n[SquareLoss] class {|LG0001:B|};");
        test.FixedState.Sources.Add("using LossGen;\n[SquareLoss] partial class B;");
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void FixesAllOfOneKindAtOnce()
    {
        var provider = new MakePartialCodeFixProvider();

        Assert.Equal(["LG0001", "LG0002"], provider.FixableDiagnosticIds);
        Assert.Equal([FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution], provider.GetFixAllProvider().GetSupportedFixAllScopes().Take(3));
    }

    private static CSharpCodeFixTest<LossDeclarationAnalyzer, MakePartialCodeFixProvider, DefaultVerifier> Create(string source, string expected)
    {
        var test = new CSharpCodeFixTest<LossDeclarationAnalyzer, MakePartialCodeFixProvider, DefaultVerifier>
        {
            TestCode = "using LossGen;\n" + source,
            FixedCode = "using LossGen;\n" + expected,
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
        };
        test.TestState.AdditionalReferences.AddRange(Compilations.References);
        test.SolutionTransforms.Add(static (solution, project) => solution.WithProjectParseOptions(project, Compilations.ParseOptions.WithDocumentationMode(DocumentationMode.Parse)));
        return test;
    }
}
