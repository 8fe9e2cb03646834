using System.Reflection;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.SecondOrder;

/// <summary>Random inputs of a loss, and its members of first and second order, in float64 whatever its type.</summary>
internal sealed class SecondOrderBatch
{
    private readonly SecondOrderLoss loss;
    private readonly bool isDouble;
    private readonly IReadOnlyList<InputRange> ranges;
    private readonly Func<object?[], object?> backward;
    private readonly Func<object?[], object?> doubleBackward;
    private readonly ParameterInfo[] parameters;
    private readonly int[] differentiated;
    private readonly int samples;

    public SecondOrderBatch(SecondOrderLoss loss, int samples, bool isDouble, double spread = 1)
    {
        (this.loss, this.samples, this.isDouble) = (loss, samples, isDouble);
        Type type = SecondOrderLosses.TypeOf(loss, isDouble);
        ranges = loss.Inputs ?? InputRange.Of(type.GetMethod("Value", BindingFlags.NonPublic | BindingFlags.Static)!);
        ConstructorInfo constructor = type.GetConstructors()[0];
        object instance = SpanCall.Of(constructor)([.. constructor.GetParameters().Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : PerClass(parameter.ParameterType.GetGenericArguments()[0]))]);
        MethodInfo method = SpanMethods.Named(type, "DoubleBackward").SingleOrDefault() ?? throw new InvalidOperationException($"{loss.Name} has no second derivatives.");
        parameters = method.GetParameters();
        string[] names = [.. parameters.Take(ranges.Count).Select(static parameter => parameter.Name!)];
        differentiated = [.. Enumerable.Range(0, names.Length).Where(input => parameters.Any(parameter => parameter.Name == names[input] + "Gradient"))];

        // In this order, and nothing else.
        Assert.Equal(
            [.. names, .. differentiated.Select(input => names[input] + "Direction"), .. differentiated.Select(input => names[input] + "Gradient"), "scale"],
            parameters.Select(static parameter => parameter.Name!));
        doubleBackward = SpanCall.Of(instance, method);
        backward = SpanCall.Of(instance, SpanMethods.Named(type, "Backward").Single(each => each.GetParameters().Length == names.Length + differentiated.Length + 1));
        Random random = new(samples + (31 * loss.Classes));
        Inputs = [.. ranges.Select((input, number) => Enumerable.Range(0, Count(input)).Select(_ => Drawn(random, number, spread)).ToArray())];
    }

    /// <summary>The inputs, and weights.</summary>
    public double[][] Inputs { get; }

    /// <summary>How many inputs have a gradient.</summary>
    public int Gradients => differentiated.Length;

    /// <summary>The number of locations.</summary>
    public int Locations => samples * loss.Inner;

    /// <summary>One array for each input that has a gradient, as long as that.</summary>
    public double[][] Each(Func<int, int, double> element) => [.. differentiated.Select((input, number) => Inputs[input].Select((_, place) => Narrowed(element(number, place))).ToArray())];

    public double[][] Random(int seed)
    {
        Random random = new(seed);
        return Each((_, _) => (2 * random.NextDouble()) - 1);
    }

    /// <summary>The inputs moved along directions.</summary>
    public double[][] Moved(double[][] directions, double by)
    {
        double[][] moved = [.. Inputs];
        for (int number = 0; number < differentiated.Length; number++)
        {
            moved[differentiated[number]] = [.. Inputs[differentiated[number]].Zip(directions[number], (x, direction) => x + (by * direction))];
        }

        return moved;
    }

    public double[][] Backward(double[][] inputs, double scale = 1)
    {
        object[] gradients = Unwritten();
        backward([.. Typed(inputs), .. gradients, scale]);
        return [.. gradients.Select(Doubles)];
    }

    /// <summary>The product of the Hessian and directions.</summary>
    /// <param name="directions">The directions; null for an empty one.</param>
    /// <param name="scale">The factor.</param>
    /// <param name="isWanted">Which of the gradients are wanted; null for all.</param>
    /// <param name="isInPlace">Whether they are written over their inputs.</param>
    public double[][] DoubleBackward(double[]?[] directions, double scale = 1, Func<int, bool>? isWanted = null, bool isInPlace = false)
    {
        object[] inputs = Typed(Inputs), written = isInPlace ? [.. differentiated.Select(input => inputs[input])] : Unwritten();
        object?[] gradients = [.. written.Select((gradient, number) => isWanted?.Invoke(number) ?? true ? gradient : null)];
        doubleBackward([.. inputs, .. directions.Select((direction, number) => direction is null ? null : Typed(direction, differentiated[number])), .. gradients, scale]);
        return [.. gradients.Select(static gradient => gradient is null ? [] : Doubles(gradient))];
    }

    /// <summary>The place of an element of a location, where the batch comes first.</summary>
    public int PlaceOf(int location, int element) => (location / loss.Inner * loss.Classes * loss.Inner) + (location % loss.Inner) + (element * loss.Inner);

    private int Count(InputRange input) => input.Places switch
    {
        InputPlaces.Elements => Locations * loss.Classes,
        InputPlaces.Locations => Locations,
        _ => 1,
    };

    // Numbers of classes.
    private Array PerClass(Type type)
    {
        double[] numbers = [.. Enumerable.Range(0, loss.Classes).Select(static c => 0.5 + (0.25 * (c % 5)))];
        return type == typeof(double) ? numbers : numbers.Select(static number => (float)number).ToArray();
    }

    private Type ElementOf(int input) => parameters[input].ParameterType.GetGenericArguments()[0];

    private double Drawn(Random random, int input, double spread)
    {
        InputRange range = ranges[input];
        Type type = ElementOf(input);
        return type == typeof(bool) ? random.Next(2)
            : type != typeof(double) && type != typeof(float) ? random.Next(loss.Inputs is null ? Math.Max(2, loss.Classes) : loss.Classes)
            : double.IsNaN(range.Least) ? (2 * random.Next(2)) - 1
            : Narrowed(spread * (range.Least + ((range.Greatest - range.Least) * random.NextDouble())));
    }

    private object[] Unwritten() => [.. differentiated.Select(input => Typed([.. Inputs[input].Select(static _ => double.NaN)], input))];

    private double Narrowed(double value) => isDouble ? value : (float)value;

    private object[] Typed(double[][] inputs) => [.. inputs.Select(Typed)];

    private object Typed(double[] values, int input)
    {
        Type type = ElementOf(input);
        Array typed = Array.CreateInstance(type, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            typed.SetValue(Convert.ChangeType(values[i], type, System.Globalization.CultureInfo.InvariantCulture), i);
        }

        return typed;
    }

    private static double[] Doubles(object values) => values as double[] ?? [.. ((float[])values).Select(static value => (double)value)];
}
