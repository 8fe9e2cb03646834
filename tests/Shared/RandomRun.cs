using System.Globalization;

namespace LossGen.Tests;

/// <summary>
/// How many random cases a test draws, and the seed: few in an ordinary run, many in a deep one (<c>LOSSGEN_TESTS=deep</c>), or as many as a variable of the test's own says.
/// <c>LOSSGEN_SEED</c> gives other cases.
/// </summary>
/// <param name="Count">How many.</param>
/// <param name="Seed">The seed.</param>
internal sealed record RandomRun(int Count, int Seed)
{
    public const int OrdinarySeed = 1;

    /// <summary>Whether everything is tested, however long it takes.</summary>
    public static bool IsDeep => Environment.GetEnvironmentVariable("LOSSGEN_TESTS") == "deep";

    /// <param name="variable">The environment variable that says how many.</param>
    /// <param name="ordinary">How many in an ordinary run.</param>
    /// <param name="deep">How many in a deep one.</param>
    public static RandomRun Of(string variable, int ordinary, int deep) => new(Setting(variable) ?? (IsDeep ? deep : ordinary), Setting("LOSSGEN_SEED") ?? OrdinarySeed);

    /// <summary>A number that an environment variable says; null where it is not set.</summary>
    public static int? Setting(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
