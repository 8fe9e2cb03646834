using LossGen.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace LossGen.Generator.Tests.Support;

/// <summary>A test of a fix for a call of a loss; the generator also runs, before and after the fix.</summary>
internal sealed class UsageCodeFixTest<TAnalyzer, TCodeFix> : CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
    where TAnalyzer : LossUsageAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    public UsageCodeFixTest(string source, string expected)
    {
        TestCode = source;
        FixedCode = expected;
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;
        TestState.AdditionalReferences.AddRange(Compilations.References);
        SolutionTransforms.Add(static (solution, project) => solution.WithProjectParseOptions(project, Compilations.ParseOptions.WithDocumentationMode(DocumentationMode.Parse)));
    }

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(MemberGenerator)];
}
