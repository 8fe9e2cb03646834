using System.Globalization;
using System.Text.RegularExpressions;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.Literature;

/// <summary>
/// Losses from the literature, spelled as users spell them, against references of many digits: at zeros and ties, tiny, saturated and extreme inputs neither
/// values nor derivatives lose precision, overflow or become NaN where the type holds the right number. An ordinary run takes one spelling of every fourth loss,
/// alternately in float and in double. Cases that still lose precision are on a list, <c>Golden/literature-open.txt</c>, and must be removed from it once they
/// do not. Set <c>LOSSGEN_LITERATURE</c> to a regular expression for all cases whose names it matches; a dot stands for the whole corpus, which a deep run
/// takes.
/// </summary>
public sealed class LiteratureTests
{
    private const int FewestFormulas = 900;
    private const int OrdinaryStep = 4;

    private static readonly IReadOnlyList<LiteratureCase> All = LiteratureFile.ReadAll();

    private static readonly IReadOnlyList<LiteratureCase> Chosen = Environment.GetEnvironmentVariable("LOSSGEN_LITERATURE") is { Length: > 0 } pattern
        ? [.. All.Where(literature => Regex.IsMatch(literature.Name, pattern))]
        : RandomRun.IsDeep ? All
        : [.. All.GroupBy(static literature => literature.Points).Where(static (_, group) => group % OrdinaryStep == 0).Select(static (group, i) => group.ElementAt(i % group.Count()))];

    private static readonly HashSet<string> Open = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", "literature-open.txt")).Where(static line => !line.StartsWith('#'))];

    private static readonly Lazy<LiteratureLosses> Losses = new(static () => new LiteratureLosses(Chosen));

    public static TheoryData<int, string> Cases
    {
        get
        {
            TheoryData<int, string> cases = [];
            foreach ((int index, LiteratureCase literature) in Chosen.Index())
            {
                cases.Add(index, literature.Name);
            }

            return cases;
        }
    }

    [Fact]
    public void TheCorpusIsWhole()
    {
        Assert.Equal(All.Count, All.Select(static literature => literature.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(All.Count, 2 * FewestFormulas, int.MaxValue);
        Assert.Empty(Open.Except(All.Select(static literature => literature.Name)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ValuesAndSlopesAreRight(int index, string name)
    {
        string[] failures = [.. Failures(index)];
        Assert.True(failures.Length == 0 || Open.Contains(name), $"{name}: {Chosen[index].Form.Formula}\n{string.Join('\n', failures)}");
        Assert.True(failures.Length > 0 || !Open.Contains(name), $"{name} is right now: take it off the list of what is not.");
    }

    /// <summary>The worst batch of each point.</summary>
    private static IEnumerable<string> Failures(int index)
    {
        LiteratureCase literature = Chosen[index];
        return
            from run in Losses.Value.Run(index)
            let expected = run.Point.Expected
            let sensitivities = run.Point.Sensitivities
            from number in Enumerable.Range(0, expected.Length)
            where expected[number] is not null && (number > 0 || run.Batch != LiteratureLosses.AmongOthers)
            let ratio = LiteratureBound.Ratio(literature.IsDouble, expected[number]!.Value, sensitivities[number], run.Actual[number])
            where !(ratio <= 1)
            group (run.Batch, Actual: run.Actual[number], Expected: expected[number], Ratio: ratio) by (run.Point, number) into same
            let worst = same.MaxBy(static one => one.Ratio)
            select string.Create(
                CultureInfo.InvariantCulture,
                $"  ({Point(literature.Form, same.Key.Point)}) {What(literature.Form, same.Key.number)}: {worst.Actual:R}, expected {worst.Expected:R}, {worst.Ratio:G3} bounds off, {string.Join(" and ", same.Select(static one => one.Batch))}");
    }

    private static string Point(LiteratureForm form, LiteraturePoint point)
    {
        IEnumerable<string> inputs = form.Classes is null ? form.Inputs.Zip(point.X, Named) : [$"{string.Join(", ", point.X.Select(Number))}; label {form.Label}"];
        return string.Join(", ", [.. inputs, .. form.Parameters.Keys.Zip(point.P ?? [], Named)]);

        static string Named(string name, double value) => $"{name} {Number(value)}";

        static string Number(double value) => ((float)value).ToString("R", CultureInfo.InvariantCulture);
    }

    private static string What(LiteratureForm form, int number) =>
        number == 0 ? "value" : form.Classes is null ? $"slope of {form.Inputs[number - 1]}" : FormattableString.Invariant($"slope of logit {number - 1}");
}
