using System.Globalization;

namespace LossGen.Tests;

/// <summary>
/// How many random cases a test draws, and the seed: few in an ordinary run, many in a deep one (<c>LOSSGEN_TESTS=deep</c>), or as many as the test's own variable says.
/// The seed changes every day, so that ordinary runs eventually find what a deep one would; <c>LOSSGEN_SEED</c> repeats the cases of another day.
/// </summary>
internal sealed record RandomRun
{
    /// <summary>The seed of all tests: that of the day when they started, or the one that is set.</summary>
    public static readonly int SeedOfTheRun = Setting("LOSSGEN_SEED") ?? DateOnly.FromDateTime(DateTime.UtcNow).DayNumber;

    private readonly string variable;

    private RandomRun(string variable, int count, int seed)
    {
        this.variable = variable;
        Count = count;
        Seed = seed;
    }

    /// <summary>Whether everything is tested, however long it takes.</summary>
    public static bool IsDeep => Environment.GetEnvironmentVariable("LOSSGEN_TESTS") == "deep";

    /// <summary>Whether a case is tried: every second one each day, the others the next; all in a deep run.</summary>
    public static bool IsTried(int index) => IsTried(index, days: 2);

    /// <summary>Whether a case is tried: each day some, and all within a number of days; all in a deep run.</summary>
    public static bool IsTried(int index, int days) => IsDeep || (index + SeedOfTheRun) % days == 0;

    /// <summary>Which of two variants of a case are tried: one each day; both in a deep run. Independent of <see cref="IsTried(int)"/>, so that four days try all.</summary>
    public static T[] OneOf<T>(int index, T first, T second) => OneOf(index, days: 2, first, second);

    /// <summary>Which of two variants of a case are tried that is tried once within a number of days: one each time.</summary>
    public static T[] OneOf<T>(int index, int days, T first, T second) => IsDeep ? [first, second] : (index + (SeedOfTheRun / days)) % 2 == 0 ? [first] : [second];

    /// <summary>The number of cases.</summary>
    public int Count { get; }

    /// <summary>The seed.</summary>
    public int Seed { get; }

    /// <summary>Draws for the running test, whose output says how to draw the same again.</summary>
    /// <param name="variable">The environment variable that gives the number of cases.</param>
    /// <param name="ordinary">The number of cases in an ordinary run.</param>
    /// <param name="deep">The number of cases in a deep one.</param>
    public static RandomRun Of(string variable, int ordinary, int deep)
    {
        RandomRun run = new(variable, Setting(variable) ?? (IsDeep ? deep : ordinary), SeedOfTheRun);
        TestContext.Current.TestOutputHelper?.WriteLine(run.ToString());
        TestContext.Current.SendDiagnosticMessage("{0}", run);
        return run;
    }

    /// <summary>The number in an environment variable; null if it is not set.</summary>
    public static int? Setting(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>The settings that draw the same cases again.</summary>
    public override string ToString() => FormattableString.Invariant($"LOSSGEN_SEED={Seed} {variable}={Count}");
}
