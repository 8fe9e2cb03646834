using System.Collections.Concurrent;
using System.Diagnostics;
using LossGen.Generator.Emit;
using LossGen.Generator.Losses;
using LossGen.Generator.Tests.Support;
using LossGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.RandomEdits;

/// <summary>
/// Random edits of a project, most with syntax errors in between: after each, the output of an editor's driver is that of a fresh driver.
/// Set <c>LOSSGEN_EDITS</c> for more of them, and <c>LOSSGEN_SEED</c> for others.
/// </summary>
public sealed class RandomEditTests(ITestOutputHelper output)
{
    private const int OrdinaryCount = 400;
    internal const int DeepCount = 20_000;

    // The least share of steps of each kind, so that the promise is not vacuous.
    private const double LeastChanges = 0.1;
    private const double LeastWithErrors = 0.3, LeastWithoutErrors = 0.1;
    private const double LeastWithLosses = 0.7;

    private static readonly ConcurrentDictionary<LossSpec, string> Texts = new();

    [Fact]
    public void EveryStepGivesWhatAFreshRunGives()
    {
        RandomRun run = RandomRun.Of("LOSSGEN_EDITS", OrdinaryCount, DeepCount);
        Stopwatch time = Stopwatch.StartNew();
        var project = new EditedProject(ProjectFiles.All);
        var edit = new RandomEdit(new Random(run.Seed), project);
        Assert.All(project.Compilation.SyntaxTrees, static tree => Assert.Empty(tree.GetDiagnostics(TestContext.Current.CancellationToken)));
        GeneratorDriver driver = GeneratorTester.Run(Driver(), project.Compilation);
        string before = Generated(driver);
        (int steps, int changes, int withErrors, int withLosses) = (0, 0, 0, 0);
        while (steps < run.Count)
        {
            string previous = project.ToString();
            foreach (string what in edit.Steps())
            {
                steps++;
                driver = GeneratorTester.Run(driver, project.Compilation);
                CSharpCompilation anew = project.Anew();
                string now = Generated(driver);
                string expected = Generated(GeneratorTester.Run(Driver(), anew));
                Assert.True(now == expected, FormattableString.Invariant($"{run}, step {steps}, {what}\nkept:  {Names(now)}\nfresh: {Names(expected)}\n\n{previous}\n\nbecame\n\n{project}"));
                changes += now == before ? 0 : 1;
                withErrors += anew.SyntaxTrees.Any(static tree => tree.GetRoot(TestContext.Current.CancellationToken).ContainsDiagnostics) ? 1 : 0;
                withLosses += now.Length == 0 ? 0 : 1;
                (before, previous) = (now, project.ToString());
            }
        }

        output.WriteLine(FormattableString.Invariant($"{changes} changes, {withErrors} with errors of syntax, {withLosses} with losses, {Texts.Count} different losses, {time.Elapsed.TotalSeconds:F1} s"));
        Assert.True(changes >= LeastChanges * steps, "Too few edits change what is generated.");
        Assert.True(withErrors >= LeastWithErrors * steps, "Too few edits leave an error of syntax.");
        Assert.True(steps - withErrors >= LeastWithoutErrors * steps, "Too few edits leave no error of syntax.");
        Assert.True(withLosses >= LeastWithLosses * steps, "Too few edits leave a loss.");
    }

    // As a compiler runs it: if steps are tracked, Roslyn 5.9 loses the outputs of a combined provider two runs after an item was removed.
    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new LossGenerator(static spec => Texts.GetOrAdd(spec, static spec => LossFilePrinter.Print(LossGenerator.Compiler.Compile(spec)))).AsSourceGenerator()], parseOptions: Compilations.ParseOptions);

    private static string Generated(GeneratorDriver driver) =>
        string.Concat(GeneratorTester.Files(driver).OrderBy(static file => file.HintName, StringComparer.Ordinal).Select(static file => $"### {file.HintName}\n{file.SourceText}"));

    private static string Names(string generated) => string.Join(", ", generated.Split('\n').Where(static line => line.StartsWith("### ", StringComparison.Ordinal)));
}
