using System.Globalization;
using System.Reflection;

namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>Calls a compiled loss along an axis, in float64 whatever its type.</summary>
internal sealed class AxisLossRun
{
    private readonly bool isDouble;
    private readonly object loss;
    private readonly object perClass;
    private readonly object scalars;
    private readonly MethodInfo run;
    private readonly MethodInfo direct;

    /// <param name="type">The loss.</param>
    /// <param name="isDouble">Whether it computes in double.</param>
    /// <param name="scalars">Parameters of the formula that differ from their defaults, by name.</param>
    /// <param name="perClass">Its parameters that have a number per class.</param>
    public AxisLossRun(Type type, bool isDouble, IReadOnlyDictionary<string, double>? scalars = null, double[][]? perClass = null)
    {
        this.isDouble = isDouble;
        this.perClass = Converted(perClass ?? []);
        this.scalars = isDouble
            ? (Func<string, double, double>)((name, initial) => scalars?.TryGetValue(name, out double scalar) == true ? scalar : initial)
            : (Func<string, float, float>)((name, initial) => scalars?.TryGetValue(name, out double scalar) == true ? (float)scalar : initial);
        loss = type.GetMethod("Create")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [this.perClass, this.scalars], null)!;
        run = type.GetMethod("Run")!;
        direct = type.GetMethod("Direct")!;
    }

    /// <summary>Value and gradients; those of the members that compute one of them are the same to the bit.</summary>
    public (double Value, double[][] Gradients) At(double[][] inputs, params int[][] labels)
    {
        object g = Converted(inputs), again = Converted(inputs);
        double[] values = [.. ((Array)run.Invoke(loss, BindingFlags.DoNotWrapExceptions, null, [Converted(inputs), labels, g, again], null)!).Cast<object>().Select(ToDouble)];
        double[][] gradients = Numbers(g);
        Assert.Equal(values[0], values[1]);
        Assert.Equal(Numbers(again), gradients);
        return (values[0], gradients);
    }

    /// <summary>The formula at one location, as C# computes it.</summary>
    public double Direct(double[][] location, params int[] labels) => ToDouble(direct.Invoke(null, [Converted(location), labels, perClass, scalars])!);

    private object Converted(double[][] numbers) => isDouble
        ? numbers.Select(static row => row.ToArray()).ToArray()
        : numbers.Select(static row => row.Select(static x => (float)x).ToArray()).ToArray();

    private static double[][] Numbers(object rows) => rows as double[][] ?? [.. ((float[][])rows).Select(static row => row.Select(static x => (double)x).ToArray())];

    private static double ToDouble(object number) => Convert.ToDouble(number, CultureInfo.InvariantCulture);
}
