using System.Globalization;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>
/// The table of docs/trust.md with the worst error of each function of floats, and the argument where it is. Each row has what was measured; with <c>LOSSGEN_ACCEPT=1</c>, a
/// measurement of more floats than the row's replaces it.
/// </summary>
internal static class WorstErrors
{
    private const string Document = "docs/trust.md";
    private const string Head = "| function | worst error in ULP | at | allowed | of the floats |\n|---|---|---|---|---|\n";

    /// <summary>Requires that a function's row says no less than was measured over every <paramref name="stride"/>-th float, and that its argument has that very error.</summary>
    public static void Match(MeasuredFunction function, int stride, Sweep.Worst worst)
    {
        Row measured = new(function.Name, Row.Rounded(worst.Error), (float)worst.Argument, function.OfFloats, stride);
        Row? said = GeneratedSections.Read(Document, "worst errors").Split('\n').Select(Row.Parse).SingleOrDefault(row => row?.Name == function.Name);
        if (GeneratedSections.IsAcceptAsked && (said is null || stride <= said.Stride))
        {
            Write(said = measured);
        }

        Assert.True(said is not null, $"{Document} has no row for {function.Name}: run the tests with LOSSGEN_ACCEPT=1.");
        Assert.Equal(function.OfFloats, said.Allowed);
        Assert.Equal(said.Error, Row.Rounded(function.ErrorAt(said.Argument)));
        Assert.True(measured.Error <= said.Error, $"{Document} says {said}, but the error is {measured}.");
    }

    // In the order of the functions, whichever of them are measured.
    private static void Write(Row measured) => GeneratedSections.Match(Document, (name, current) => name != "worst errors" ? current : Head + string.Join(
        "\n", current.Split('\n').Select(Row.Parse).OfType<Row>().Where(row => row.Name != measured.Name).Append(measured).OrderBy(static row => Index(row.Name))));

    private static int Index(string name) => MeasuredFunction.All.TakeWhile(function => function.Name != name).Count();

    private sealed record Row(string Name, double Error, float Argument, double Allowed, int Stride)
    {
        public static double Rounded(double error) => Math.Round(error, 4);

        public static Row? Parse(string line)
        {
            string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
            return cells.Length != 7 || !double.TryParse(cells[2], CultureInfo.InvariantCulture, out double error)
                ? null
                : new Row(
                    cells[1].Trim('`'),
                    error,
                    float.Parse(cells[3], CultureInfo.InvariantCulture),
                    double.Parse(cells[4], CultureInfo.InvariantCulture),
                    cells[5] == "all" ? 1 : int.Parse(cells[5]["one in ".Length..], NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"| `{Name}` | {Error:F4} | {Argument:R} | {Allowed} | {(Stride == 1 ? "all" : string.Create(CultureInfo.InvariantCulture, $"one in {Stride:N0}"))} |");
    }
}
