using System.Globalization;
using LossGen.Numerics.Tests.Library;

namespace LossGen.Numerics.Tests.SecondOrder;

/// <summary>
/// The softmax loss's product p_c·(v_c − Σ p·v), which keeps its digits however sure a class is, the label or another: its error is a share of what would be left if nothing cancelled,
/// p_c·Σ p_j·|v_c − v_j|. Of a unit vector it is the second derivative of that class.
/// </summary>
public sealed class SoftmaxProductTests
{
    public static MatrixTheoryData<string, bool> Softmaxes => new(["Softmax2", "Softmax3", "Softmax10", "Softmax40", "Softmax257", "SoftmaxInner", "SoftmaxManyInner"], [true, false]);

    public static TheoryData<string> Curvatures => [.. AxisCurvatureLoss.All.Select(static loss => loss.Name)];

    [Theory]
    [MemberData(nameof(Softmaxes))]
    public void ASureClassKeepsTheDigitsOfTheOthers(string name, bool isDouble)
    {
        SecondOrderLoss loss = SecondOrderLosses.Named(name);
        double bound = isDouble ? 1e-12 : 1e-5, smallest = isDouble ? 1e-290 : 1e-36;
        foreach (double spread in (double[])[0.5, 4, 12, 30])
        {
            SecondOrderBatch batch = new(loss, loss.Classes > 1000 ? 1 : 66, isDouble, spread);
            double[] direction = batch.Random(seed: 5)[0], found = batch.DoubleBackward([direction], scale: batch.Locations)[0];
            for (int location = 0; location < batch.Locations; location++)
            {
                int[] places = [.. Enumerable.Range(0, loss.Classes).Select(c => batch.PlaceOf(location, c))];
                (double[] logits, double[] v) = ([.. places.Select(place => batch.Inputs[0][place])], [.. places.Select(place => direction[place])]);
                double maximum = logits.Max(), total = logits.Sum(x => Math.Exp(x - maximum));
                double[] p = [.. logits.Select(x => Math.Exp(x - maximum) / total)];
                for (int c = 0; c < places.Length; c++)
                {
                    // Without the class itself, whose difference is 0.
                    double expected = 0, size = 0;
                    for (int other = 0; other < places.Length; other++)
                    {
                        double term = p[c] * p[other] * (v[c] - v[other]);
                        (expected, size) = (expected + term, size + Math.Abs(term));
                    }

                    Assert.True(
                        Math.Abs(expected - found[places[c]]) <= (bound * size) + smallest,
                        Text($"{name}, spread {spread}, location {location}, class {c}: {found[places[c]]:R}, not {expected:R}, {Math.Abs(expected - found[places[c]]) / size:G3} of its terms"));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Curvatures))]
    public void OfAUnitVectorItIsTheSecondDerivative(string name)
    {
        AxisCurvatureLoss curved = AxisCurvatureLoss.All.First(loss => loss.Name == name);
        SecondOrderLoss loss = SecondOrderLosses.Named(name);
        AxisBatch batch = new(curved, 3, isDouble: true, AxisCurvatureLoss.Compiled);
        SecondOrderBatch products = new(loss, 3, isDouble: true);
        batch.X.CopyTo(products.Inputs[0], 0);
        batch.Second.CopyTo(products.Inputs[1], 0);
        double[] curvature = batch.Run(batch.X).Curvature;
        for (int c = 0; c < loss.Classes; c += Math.Max(1, loss.Classes / 20))
        {
            HashSet<int> places = [.. batch.PlacesOf(c)];
            double[]?[] unit = [.. products.Each((number, place) => number == 0 && places.Contains(place) ? 1 : 0).Select(static (direction, number) => number == 0 ? direction : null)];
            double[] product = products.DoubleBackward(unit, scale: batch.Locations)[0];
            Assert.All(places, place => Assert.Equal(curvature[place], product[place], 1e-11 * Math.Max(1e-3, Math.Abs(curvature[place]))));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
