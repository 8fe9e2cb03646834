using System.Globalization;

namespace LossGen.Tests;

/// <summary>
/// How many random cases a test draws, and the seed: few in an ordinary run, many in a deep one (<c>LOSSGEN_TESTS=deep</c>), or as many as a variable of the test's own says.
/// The seed is another one each day, so that ordinary runs find in time what a deep one would; <c>LOSSGEN_SEED</c> draws the cases of another day again.
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

    /// <summary>How many.</summary>
    public int Count { get; }

    /// <summary>The seed.</summary>
    public int Seed { get; }

    /// <summary>Draws for the running test, in whose output stands how to draw the same again.</summary>
    /// <param name="variable">The environment variable that says how many.</param>
    /// <param name="ordinary">How many in an ordinary run.</param>
    /// <param name="deep">How many in a deep one.</param>
    public static RandomRun Of(string variable, int ordinary, int deep)
    {
        RandomRun run = new(variable, Setting(variable) ?? (IsDeep ? deep : ordinary), SeedOfTheRun);
        TestContext.Current.TestOutputHelper?.WriteLine(run.ToString());
        TestContext.Current.SendDiagnosticMessage("{0}", run);
        return run;
    }

    /// <summary>A number that an environment variable says; null where it is not set.</summary>
    public static int? Setting(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>The settings that draw the same cases again.</summary>
    public override string ToString() => FormattableString.Invariant($"LOSSGEN_SEED={Seed} {variable}={Count}");
}
