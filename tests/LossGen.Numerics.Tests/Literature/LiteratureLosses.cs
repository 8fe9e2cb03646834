using System.Numerics;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Literature;

/// <summary>All spellings of the corpus in both types, compiled together.</summary>
internal sealed class LiteratureLosses(IReadOnlyList<LiteratureCase> cases)
{
    // Whole steps of the unrolled loop in either width; a power of two, so that a mean of as many keeps its bits.
    private const int Copies = 256;

    private readonly CompiledLosses compiled = CompiledLosses.CompileSources(cases.Index().SelectMany(static pair => new[]
    {
        "using System;\nusing LossGen;\n" + LiteratureSource.Text(pair.Item.Form, Name(pair.Index, isDouble: false), isDouble: false),
        "using System;\nusing LossGen;\n" + LiteratureSource.Text(pair.Item.Form, Name(pair.Index, isDouble: true), isDouble: true),
    }));

    /// <summary>Value and slopes at every point, computed alone, in a batch of copies, and, the slopes, in a batch of all points.</summary>
    public IEnumerable<(LiteraturePoint Point, string Batch, double[] Actual)> Run(int index, bool isDouble) =>
        isDouble ? Run<double>(cases[index], Name(index, isDouble)) : Run<float>(cases[index], Name(index, isDouble));

    private IEnumerable<(LiteraturePoint Point, string Batch, double[] Actual)> Run<T>(LiteratureCase literature, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Func<T[], T[][], int[], T[][], T> call = compiled.Method<Func<T[], T[][], int[], T[][], T>>(name + "Calls", "Run");
        foreach (IGrouping<string, LiteraturePoint> sameParameters in literature.Points.GroupBy(static point => string.Join(' ', point.P ?? [])))
        {
            T[] parameters = [.. (sameParameters.First().P ?? []).Select(T.CreateChecked)];
            foreach (LiteraturePoint point in sameParameters)
            {
                yield return (point, "alone", [Value([point], out T[][] alone), .. At(alone, 0, T.One)]);
                yield return (point, "among copies", [Value([.. Enumerable.Repeat(point, Copies)], out T[][] copies), .. At(copies, Copies - 1, Scale(Copies))]);
            }

            LiteraturePoint[] all = [.. sameParameters];
            LiteraturePoint[] filled = [.. Enumerable.Repeat(all, (Copies / all.Length) + 1).SelectMany(static points => points).Take(Math.Max(Copies, all.Length))];
            filled = literature.Form.Classes is null ? filled : filled[..Copies];
            _ = Value(filled, out T[][] among);
            for (int i = 0; i < Math.Min(all.Length, filled.Length); i++)
            {
                yield return (all[i], "among others", [double.NaN, .. At(among, i, Scale(filled.Length))]);
            }

            // The mean value and the slopes of the sum's or the mean's terms.
            double Value(LiteraturePoint[] points, out T[][] gradients)
            {
                T[][] inputs = literature.Form.Classes is null
                    ? [.. literature.Form.Inputs.Select((_, input) => points.Select(point => T.CreateChecked(point.X[input])).ToArray())]
                    : [[.. points.SelectMany(static point => point.X.Select(T.CreateChecked))]];
                gradients = [.. inputs.Select(static input => new T[input.Length])];
                double value = double.CreateChecked(call(parameters, inputs, [.. points.Select(_ => literature.Form.Label)], gradients));
                return literature.Form.Classes is null ? value / points.Length : value;
            }

            double[] At(T[][] gradients, int position, T scale) => literature.Form.Classes is { } classes
                ? [.. gradients[0][(position * classes)..((position + 1) * classes)].Select(slope => double.CreateChecked(slope * scale))]
                : [.. gradients.Select(gradient => double.CreateChecked(gradient[position]))];

            T Scale(int length) => literature.Form.Classes is null ? T.One : T.CreateChecked(length);
        }
    }

    private static string Name(int index, bool isDouble) => FormattableString.Invariant($"Loss{index}{(isDouble ? "Double" : "Single")}");
}
