using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests.Support;

/// <summary>Checks that an edit elsewhere re-runs nothing, and that no step keeps a compiler object alive.</summary>
internal static class IncrementalityCheck
{
    private static readonly string[] UnrelatedEdits =
    [
        "// A comment.",
        "// A comment.\ninternal sealed class UnrelatedType;",
    ];

    public static void Run(GeneratorDriver driver, Compilation compilation)
    {
        CheckModels(driver);

        SyntaxTree unrelated = Compilations.Parse("", Compilations.ParseOptionsOf(compilation), "Unrelated.cs");
        Compilation current = compilation.AddSyntaxTrees(unrelated);
        foreach (string edit in UnrelatedEdits)
        {
            SyntaxTree edited = Compilations.Parse(edit, Compilations.ParseOptionsOf(compilation), unrelated.FilePath);
            current = current.ReplaceSyntaxTree(unrelated, edited);
            unrelated = edited;
            driver = GeneratorTester.Run(driver, current);
            CheckCached(driver, edit);
        }
    }

    private static void CheckCached(GeneratorDriver driver, string edit)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        foreach (string name in StepNames.All.Where(result.TrackedSteps.ContainsKey))
        {
            foreach ((object _, IncrementalStepRunReason reason) in result.TrackedSteps[name].SelectMany(static step => step.Outputs))
            {
                Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"Step {name} is {reason} after the edit '{edit}'.");
            }
        }

        foreach ((object _, IncrementalStepRunReason reason) in result.TrackedOutputSteps.Values.SelectMany(static steps => steps).SelectMany(static step => step.Outputs))
        {
            Assert.True(reason is IncrementalStepRunReason.Cached, $"An output is {reason} after the edit '{edit}'.");
        }
    }

    private static void CheckModels(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();

        // A name that no step has would make every check of it vacuous.
        if (result.GeneratedSources.Length > 0)
        {
            Assert.All(StepNames.All, name => Assert.Contains(name, result.TrackedSteps.Keys));
        }

        IEnumerable<object> values = StepNames.All.Where(result.TrackedSteps.ContainsKey)
            .SelectMany(name => result.TrackedSteps[name])
            .SelectMany(static step => step.Outputs)
            .Select(static output => output.Value);
        Assert.All(values, static value => Assert.Null(ObjectGraph.FindCompilerObject(value)));
    }
}
