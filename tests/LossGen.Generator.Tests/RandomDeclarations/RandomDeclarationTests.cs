using System.Diagnostics;
using LossGen.Tests;

namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>
/// Random texts through generator, analyzer and compiler (C# 14, nullable, every warning on). Set <c>LOSSGEN_ATTRIBUTES</c> for more of them, and
/// <c>LOSSGEN_SEED</c> for others. Checked for every text:
/// <list type="bullet">
/// <item>neither generator nor analyzer throws, and no class is both reported as an error and generated;</item>
/// <item>the analyzer reports the same, at the same places, whether it sees the generated part or not: in an editor it sees it;</item>
/// <item>no generated file has an error.</item>
/// </list>
/// For half-typed text that hides the library with a global type named System or LossGen, only exceptions are checked.
/// Also checked for a text that is C#: each class that carries a loss attribute is either reported as an error or generated, and the generated file compiles
/// without error or warning and causes none in the class. Thus "no error reported" and "generated and clean" are the same thing.
/// A text is C# if the compiler accepts it without the generated part or with it: a class that calls generated members is accepted only
/// with it, and one that the generated part would harm only without it. For any other text the compiler already reports what is wrong; there the parser
/// may stay silent (half-typed arguments) or use what the compiler bound (so that a slip in a method body does not remove the members).
/// </summary>
public sealed class RandomDeclarationTests(ITestOutputHelper output)
{
    private const int OrdinaryCount = 480;
    internal const int DeepCount = 3_000;

    // Each is shrunk, which takes many compilations.
    private const int MostReported = 3;

    private const int MostDetails = 1_000;

    // The least share of each kind of text, so that no promise is vacuous.
    private const double LeastShare = 0.15;
    private const int LeastIds = 15;

    // They differ in their formulas, which are not drawn.
    private const int LeastLossesWithOptions = 3;

    [Fact]
    public async Task WhatTheAnalyzerLetsPassIsGeneratedAndCompiles()
    {
        RandomRun run = RandomRun.Of("LOSSGEN_ATTRIBUTES", OrdinaryCount, DeepCount);
        Stopwatch time = Stopwatch.StartNew();
        IReadOnlyList<TextOutcome> outcomes = await TextBatch.RunAllAsync(DeclarationTexts.Draw(run.Count, (uint)run.Seed));
        output.WriteLine(FormattableString.Invariant($"{run}, {time.Elapsed.TotalSeconds:F0} s"));
        output.WriteLine(Mix.Describe(outcomes));

        TextOutcome[] failures = [.. outcomes.Where(static outcome => outcome.Fault is not null)];
        Assert.True(failures.Length == 0, await ReportAsync(failures, FormattableString.Invariant($"{failures.Length} of {run.Count} texts fail, {run}.")));
        if (run.Count >= OrdinaryCount)
        {
            RequireMix(outcomes);
        }
    }

    private static void RequireMix(IReadOnlyList<TextOutcome> outcomes)
    {
        Assert.All(
            [TextKind.Accepted, TextKind.Refused, TextKind.NotCSharp],
            kind => Assert.True(outcomes.Count(outcome => outcome.Kind == kind) >= LeastShare * outcomes.Count, "Too few are " + kind));
        Assert.True(outcomes.SelectMany(static outcome => outcome.Ids).Distinct().Count() >= LeastIds, "Too few ids are reported");
        string[] accepted = [.. outcomes.Where(static outcome => outcome.Kind == TextKind.Accepted).SelectMany(static outcome => outcome.Losses).Distinct()];
        Assert.Subset(accepted.ToHashSet(), Declarations.LossAttributeName.All.Where(static name => name.Template is null).Select(static name => name.ShortName + "Attribute").ToHashSet());
        Assert.True(accepted.Count(static name => OptionTexts.Losses.Contains(name[..^"Attribute".Length])) >= LeastLossesWithOptions, "Too few losses with options are accepted");
    }

    // One of each kind of fault: many texts fail for the same reason.
    private static async Task<string> ReportAsync(TextOutcome[] failures, string head)
    {
        IGrouping<string?, TextOutcome>[] kinds = [.. failures.GroupBy(static failure => failure.Fault).OrderByDescending(static kind => kind.Count())];
        var report = new List<string> { head };
        report.AddRange(kinds.Select(static kind => FormattableString.Invariant($"{kind.Count(),5} {kind.Key}")));
        foreach (IGrouping<string?, TextOutcome> kind in kinds.Take(RandomRun.Setting("LOSSGEN_REPORTED") ?? MostReported))
        {
            TextOutcome first = kind.MinBy(static failure => failure.Text.Body.Length)!;
            DeclarationText smallest = await TextShrinker.SmallestAsync(first.Text, async text => (await TextBatch.RunAsync(text)).Fault == kind.Key);
            TextOutcome shrunk = await TextBatch.RunAsync(smallest);
            report.Add($"{kind.Key}\n{first.Text}{Start(first.Details)}\nsmallest:\n{smallest}{Start(shrunk.Details)}");
        }

        return string.Join("\n\n", report);
    }

    private static string Start(string details) => details.Length <= MostDetails ? details : details[..MostDetails] + "…";
}
