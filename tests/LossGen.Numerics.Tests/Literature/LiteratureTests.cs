using System.Globalization;

namespace LossGen.Numerics.Tests.Literature;

/// <summary>
/// Losses from the literature, spelled as users spell them, in both types, against references of many digits: at zeros and ties, tiny, saturated and extreme
/// inputs neither values nor slopes lose digits, overflow or become NaN where the right number is one of the type.
/// </summary>
public sealed class LiteratureTests
{
    private static readonly IReadOnlyList<LiteratureCase> All = LiteratureFile.ReadAll();

    private static readonly Lazy<LiteratureLosses> Losses = new(static () => new LiteratureLosses(All));

    public static TheoryData<int, string> Cases
    {
        get
        {
            TheoryData<int, string> cases = [];
            foreach ((int index, LiteratureCase literature) in All.Index())
            {
                cases.Add(index, literature.Form.Name);
            }

            return cases;
        }
    }

    [Fact]
    public void NamesDiffer() => Assert.Equal(All.Count, All.Select(static literature => literature.Form.Name).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [MemberData(nameof(Cases))]
    public void ValuesAndSlopesAreRight(int index, string name)
    {
        string[] failures = [.. Failures(index, isDouble: false), .. Failures(index, isDouble: true)];
        Assert.True(failures.Length == 0, $"{name}: {All[index].Form.Formula}\n{string.Join('\n', failures)}");
    }

    /// <summary>Of each point, the worst of its batches.</summary>
    private static IEnumerable<string> Failures(int index, bool isDouble)
    {
        LiteratureForm form = All[index].Form;
        return
            from run in Losses.Value.Run(index, isDouble)
            let expected = run.Point.Expected
            let sensitivities = run.Point.Sensitivities
            from number in Enumerable.Range(0, expected.Length)
            where number > 0 || run.Batch != "among others"
            let ratio = LiteratureBound.Ratio(isDouble, expected[number], sensitivities[number], run.Actual[number])
            where !(ratio <= 1)
            group (run.Batch, Actual: run.Actual[number], Expected: expected[number], Ratio: ratio) by (run.Point, number) into same
            let worst = same.MaxBy(static one => one.Ratio)
            select string.Create(
                CultureInfo.InvariantCulture,
                $"  {(isDouble ? "double" : "float")} ({Point(form, same.Key.Point)}) {What(form, same.Key.number)}: {worst.Actual:R}, expected {worst.Expected:R}, {worst.Ratio:G3} bounds off, {string.Join(" and ", same.Select(static one => one.Batch))}");
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
