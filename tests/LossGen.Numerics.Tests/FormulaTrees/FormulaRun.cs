using System.Numerics;
using System.Runtime.InteropServices;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>The results of a compiled formula at each point, widened to float64, and those of the method itself, entirely in float64.</summary>
/// <param name="Values">The value at each point.</param>
/// <param name="Gradients">The gradient of each input at each point.</param>
/// <param name="Plain">The results of the method itself; null where it throws, as Math.Sign does for NaN.</param>
internal sealed record FormulaResult(double[] Values, double[][] Gradients, double?[] Plain);

/// <summary>Calls a compiled formula of one element type through all its members, which have to agree bit for bit.</summary>
internal sealed class FormulaRun<T>(CompiledLosses compiled, string calls)
    where T : unmanaged, INumber<T>
{
    private readonly Func<T[][], T> forward = compiled.Method<Func<T[][], T>>(calls, "Forward");
    private readonly Action<T[][], T[][]> backward = compiled.Method<Action<T[][], T[][]>>(calls, "Backward");
    private readonly Func<T[][], T[][], T> forwardBackward = compiled.Method<Func<T[][], T[][], T>>(calls, "ForwardBackward");
    private readonly Func<double[], double> plain = compiled.Method<Func<double[], double>>(calls, "Plain");

    public FormulaResult Run(double[][] points, int inputs)
    {
        T[][] x = [.. Enumerable.Range(0, inputs).Select(input => points.Select(point => T.CreateChecked(point[input])).ToArray())];
        T[][] gradients = Empty(inputs, points.Length);
        T sum = forwardBackward(x, gradients);
        Same([sum], [forward(x)], "values of Forward and ForwardBackward");
        T[][] alone = Empty(inputs, points.Length);
        backward(x, alone);
        for (int input = 0; input < inputs; input++)
        {
            Same(gradients[input], alone[input], "gradients of Backward and ForwardBackward");
            T[][] one = Empty(inputs, 0);
            one[input] = new T[points.Length];
            Same([sum], [forwardBackward(x, one)], "values with all gradients and with one");
            Same(gradients[input], one[input], "gradients asked for together and apart");
        }

        return new FormulaResult([.. points.Select(Value)], [.. gradients.Select(Widened)], [.. points.Select(Plain)]);
    }

    // The sum of enough copies to run every loop of the kernel, each of which is the value.
    private double Value(double[] point)
    {
        T[][] x = [.. point.Select(static value => Enumerable.Repeat(T.CreateChecked(value), Points.Count).ToArray())];
        return double.CreateChecked(forward(x)) / Points.Count;
    }

    private double? Plain(double[] point)
    {
        try
        {
            return plain(point);
        }
        catch (ArithmeticException)
        {
            return null;
        }
    }

    private static T[][] Empty(int inputs, int length) => [.. Enumerable.Range(0, inputs).Select(_ => new T[length])];

    private static double[] Widened(T[] values) => [.. values.Select(double.CreateChecked)];

    // Which NaN it is, sign and payload, depends on the order of operands that commute.
    private static void Same(T[] expected, T[] actual, string what)
    {
        if (!expected.Zip(actual, static (first, second) => T.IsNaN(first) ? T.IsNaN(second) : MemoryMarshal.AsBytes<T>([first]).SequenceEqual(MemoryMarshal.AsBytes<T>([second]))).All(static same => same))
        {
            throw new InvalidOperationException($"The {what} differ: {string.Join(' ', expected)} and {string.Join(' ', actual)}");
        }
    }
}
