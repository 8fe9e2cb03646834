using LossGen.Mutation.Compilation;
using LossGen.Mutation.Places;
using LossGen.Mutation.Running;
using Spectre.Console;

namespace LossGen.Mutation;

/// <summary>Tries a random sample of the mutants of each area.</summary>
internal sealed class MutationRun
{
    // How many times as long as with the unchanged code tests may take, and how many seconds in any case.
    private const double TimeFactor = 3;
    private const double LeastSeconds = 10;

    private readonly MutationOptions options;
    private readonly OutcomeFile outcomes;
    private readonly TestBed bed;
    private readonly string work;
    private readonly Dictionary<string, SourceProject> projects = [];
    private readonly Dictionary<string, double> limits = [];

    public MutationRun(MutationOptions options)
    {
        this.options = options;
        work = Directory.CreateDirectory(Path.Combine(BuildFacts.Repository, "artifacts", "mutation")).FullName;
        outcomes = new OutcomeFile(Path.Combine(work, $"{options.Seed}.tsv"));
        bed = new TestBed(Path.Combine(work, "tests"), options.Seed);
    }

    /// <summary>Tries what is not known yet: all mutants with the first tests before any with the next, which take longer.</summary>
    /// <returns>The outcomes of the sample of each area.</returns>
    public IReadOnlyList<AreaResult> Run()
    {
        var areas = options.Areas.Select(area => (Area: area, Sample: Sample(area), Stages: Stages(area))).ToList();
        foreach (string project in areas.SelectMany(static area => area.Stages).Select(static stage => stage.Project).Distinct())
        {
            bed.Prepare(project);
        }

        // The areas take turns, so that a run that is ended early has some of each.
        for (int stage = 0; stage < areas.Max(static area => area.Stages.Count); stage++)
        {
            for (int i = 0; i < options.Count; i++)
            {
                foreach ((Area area, IReadOnlyList<Mutant> sample, IReadOnlyList<TestStage> stages) in areas)
                {
                    if (stage < stages.Count && i < sample.Count && IsNext(sample[i], stage))
                    {
                        Try(area, sample[i], stages[stage], stage);
                    }
                }
            }
        }

        return [.. areas.Select(area => new AreaResult(area.Area, [.. area.Sample.Select(mutant => (mutant, outcomes.Of(mutant.Key)!.Value.Outcome))]))];
    }

    private bool IsNext(Mutant mutant, int stage) => outcomes.Of(mutant.Key) is { } known ? known.Outcome == Outcome.Survived && known.Stages <= stage : stage == 0;

    // Shuffled as a whole, so that a larger sample contains a smaller one.
    private IReadOnlyList<Mutant> Sample(Area area)
    {
        Mutant[] mutants = [.. Project(area).Mutants(area.Folder)];
        new Random(options.Seed).Shuffle(mutants);
        AnsiConsole.WriteLine($"{area.Name}: {mutants.Length} mutants, of which {Math.Min(options.Count, mutants.Length)} are tried");
        return [.. mutants.Take(options.Count)];
    }

    private IReadOnlyList<TestStage> Stages(Area area) => options.IsWhole ? [.. area.Tests, .. Area.WholeProjects] : area.Tests;

    private void Try(Area area, Mutant mutant, TestStage tests, int stage)
    {
        double limit = Limit(area, tests);
        string assembly = Path.Combine(Directory.CreateDirectory(Path.Combine(work, "mutant")).FullName, Project(area).Assembly);
        Finished? finished = Project(area).Compile(mutant, assembly) ? bed.Run(tests, assembly, limit) : null;
        (Outcome outcome, string detail) = finished switch
        {
            null => (Outcome.DoesNotCompile, string.Empty),
            { ExitCode: 0 } => (Outcome.Survived, tests.ToString()),
            { ExitCode: null } => (Outcome.TimedOut, tests.ToString()),
            _ => (Outcome.Killed, FirstFailure(finished)),
        };
        outcomes.Add(mutant.Key, outcome, stage + 1, detail);
        AnsiConsole.WriteLine($"{outcome,-14} {mutant}");
    }

    // The tests pass with the unchanged code, compiled in the same way, or a mutant's failure would say nothing.
    private double Limit(Area area, TestStage stage)
    {
        string key = $"{area.Project} {stage}";
        if (!limits.TryGetValue(key, out double limit))
        {
            string assembly = Path.Combine(Directory.CreateDirectory(Path.Combine(work, "unchanged")).FullName, Project(area).Assembly);
            if (!Project(area).Compile(null, assembly))
            {
                throw new InvalidOperationException($"{area.Project} does not compile.");
            }

            Finished finished = bed.Run(stage, assembly, double.PositiveInfinity);
            if (finished.ExitCode != 0 || !finished.Output.Contains("Failed: 0", StringComparison.Ordinal) || finished.Output.Contains("Total: 0", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{stage} fails without a mutant, or has no tests: {finished.Output}");
            }

            AnsiConsole.WriteLine($"{finished.Seconds,6:F1} s without a mutant: {stage}");
            limits[key] = limit = LeastSeconds + (TimeFactor * finished.Seconds);
        }

        return limit;
    }

    private static string FirstFailure(Finished finished) =>
        finished.Output.Split('\n').FirstOrDefault(static line => line.Contains("[FAIL]", StringComparison.Ordinal))?.Trim().Replace('\t', ' ') ?? $"exit code {finished.ExitCode}";

    private SourceProject Project(Area area)
    {
        if (!projects.TryGetValue(area.Project, out SourceProject? project))
        {
            projects[area.Project] = project = SourceProject.Load(area.Project);
        }

        return project;
    }
}
