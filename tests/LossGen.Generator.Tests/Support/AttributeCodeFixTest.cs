using LossGen.CodeFixes;
using LossGen.Generator.Analyzers;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace LossGen.Generator.Tests.Support;

/// <summary>Checks a fix of a loss's attribute, applied to one diagnostic after the other.</summary>
internal sealed class AttributeCodeFixTest<TCodeFix> : CSharpCodeFixTest<LossDeclarationAnalyzer, TCodeFix, DefaultVerifier>
    where TCodeFix : AttributeCodeFixProvider, new()
{
    public const string Prelude = "using LossGen;\n";

    private AttributeCodeFixTest(string source, string expected, string equivalenceKey)
    {
        TestCode = source;
        FixedCode = expected;
        CodeActionEquivalenceKey = equivalenceKey;
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(Compilations.References);
        SolutionTransforms.Add(static (solution, project) => solution.WithProjectParseOptions(project, Compilations.ParseOptions.WithDocumentationMode(Microsoft.CodeAnalysis.DocumentationMode.Parse)));
    }

    /// <summary>Fixes an attribute and expects another, with a title.</summary>
    public static Task FixAsync(string attribute, string expected, string equivalenceKey, string title) =>
        RunAsync(Prelude + attribute + " partial class Loss;", Prelude + expected + " partial class Loss;", equivalenceKey, title);

    public static Task RunAsync(string source, string expected, string equivalenceKey, string? title = null)
    {
        var test = new AttributeCodeFixTest<TCodeFix>(source, expected, equivalenceKey);
        if (title is not null)
        {
            test.CodeActionVerifier = (action, verifier) => verifier.Equal(title, action.Title);
        }

        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Expects that no fix is offered for what is reported at an attribute.</summary>
    public static Task OfferNothingAsync(string attribute)
    {
        string source = Prelude + attribute + " partial class Loss;";
        return new AttributeCodeFixTest<TCodeFix>(source, source, "").RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Checks what the provider fixes.</summary>
    public static void CheckProvider(params string[] ids) => Assert.Equal(ids, new TCodeFix().FixableDiagnosticIds);
}
