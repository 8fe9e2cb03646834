using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Library;

/// <summary>Random inputs of a loss with second derivatives, and its members by reflection, in either type.</summary>
internal sealed class AxisBatch
{
    private readonly AxisCurvatureLoss loss;
    private readonly Type type;
    private readonly bool isDouble;
    private readonly Array second;

    /// <param name="loss">The loss.</param>
    /// <param name="samples">How many samples.</param>
    /// <param name="isDouble">The type of its elements.</param>
    /// <param name="compiled">The class.</param>
    /// <param name="spread">How far from 0 the first input is at most.</param>
    public AxisBatch(AxisCurvatureLoss loss, int samples, bool isDouble, CompiledInEitherType compiled, double spread = 2)
    {
        (this.loss, this.isDouble, type) = (loss, isDouble, compiled.Type(loss.Name, isDouble));
        Random random = new(samples + loss.Classes);
        Locations = samples * loss.Inner;
        X = [.. Enumerable.Range(0, Locations * loss.Classes).Select(_ => loss.Least is { } least ? least + ((1 - least) * random.NextDouble()) : Narrowed(spread * ((2 * random.NextDouble()) - 1)))];
        second = loss.HasTarget
            ? Typed([.. X.Select(_ => 0.05 + random.NextDouble())])
            : Enumerable.Range(0, Locations).Select(_ => random.Next(loss.Classes)).ToArray();
    }

    public double[] X { get; }

    /// <summary>The second input: labels, or an element for each of the first.</summary>
    public double[] Second => second as double[] ?? [.. second.Cast<object>().Select(static value => Convert.ToDouble(value))];

    public int Locations { get; }

    public (double Value, double[] Gradient, double[] Curvature) Run(double[] x)
    {
        (Array gradient, Array curvature) = (Typed(Unwritten()), Typed(Unwritten()));
        object value = type.GetMethod("Run")!.Invoke(null, [Typed(x), second, gradient, curvature])!;
        return (Convert.ToDouble(value), Doubles(gradient), Doubles(curvature));
    }

    public (double Value, double[] Gradient) ForwardBackward(double scale = 1)
    {
        Array gradient = Typed(Unwritten());
        object value = type.GetMethod("Together")!.Invoke(null, [Typed(X), second, gradient, scale])!;
        return (Convert.ToDouble(value), Doubles(gradient));
    }

    /// <summary>The places of one element of every location.</summary>
    public IEnumerable<int> PlacesOf(int element) => Enumerable.Range(0, Locations).Select(location => PlaceOf(location, element));

    /// <summary>The first input with one element of every location moved.</summary>
    public double[] Moved(int element, double by)
    {
        double[] moved = [.. X];
        foreach (int place in PlacesOf(element))
        {
            moved[place] += by;
        }

        return moved;
    }

    /// <summary>p(1 − p), from the differences to every other logit.</summary>
    public double[] Variances()
    {
        double[] result = new double[X.Length];
        for (int location = 0; location < Locations; location++)
        {
            for (int c = 0; c < loss.Classes; c++)
            {
                int place = PlaceOf(location, c);
                double odds = Enumerable.Range(0, loss.Classes).Where(other => other != c).Sum(other => Math.Exp(X[PlaceOf(location, other)] - X[place]));
                result[place] = odds / (1 + odds) / (1 + odds);
            }
        }

        return result;
    }

    private int PlaceOf(int location, int element) => (location / loss.Inner * loss.Classes * loss.Inner) + (location % loss.Inner) + (element * loss.Inner);

    private double[] Unwritten() => [.. X.Select(static _ => double.NaN)];

    private double Narrowed(double value) => isDouble ? value : (float)value;

    private Array Typed(double[] values) => isDouble ? values : values.Select(static value => (float)value).ToArray();

    private static double[] Doubles(Array values) => values as double[] ?? [.. ((float[])values).Select(static value => (double)value)];
}
