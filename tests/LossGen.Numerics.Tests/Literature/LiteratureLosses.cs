using System.Numerics;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Literature;

/// <summary>Cases of the corpus, compiled together.</summary>
internal sealed class LiteratureLosses(IReadOnlyList<LiteratureCase> cases)
{
    // Whole steps of the unrolled loop in either width; a power of two, so that a mean over the copies is exact.
    private const int Copies = 256;

    /// <summary>The batch of all points, whose value says nothing about any of them.</summary>
    public const string AmongOthers = "among others";

    private readonly CompiledLosses compiled = CompiledLosses.CompileSources(cases.Index().Select(static pair =>
        "using System;\nusing LossGen;\n" + LiteratureSource.Text(pair.Item.Form, Name(pair.Index), pair.Item.IsDouble)));

    /// <summary>Value and derivatives at every point, computed alone, in a batch of copies, and, the derivatives, in a batch of all points.</summary>
    public IEnumerable<(LiteraturePoint Point, string Batch, double[] Actual)> Run(int index) =>
        cases[index].IsDouble ? Run<double>(cases[index], Name(index)) : Run<float>(cases[index], Name(index));

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
                yield return (all[i], AmongOthers, [double.NaN, .. At(among, i, Scale(filled.Length))]);
            }

            // The mean value and the derivatives of the sum's or the mean's terms.
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

    private static string Name(int index) => FormattableString.Invariant($"Loss{index}");
}
