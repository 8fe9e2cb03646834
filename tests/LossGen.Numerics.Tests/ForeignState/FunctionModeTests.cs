using System.Numerics;
using LossGen.Numerics.Tests.VectorMathTests;

namespace LossGen.Numerics.Tests.ForeignState;

/// <summary>
/// The functions that kernels call, on a thread whose processor rounds in another direction or has no subnormal numbers. Without subnormal numbers, what is normal has the error that it always has. With
/// directed rounding, arguments are reduced to wider ranges than polynomials are for, which costs digits: counted in units of the last place of the result or of 1, whichever is larger.
/// </summary>
public sealed class FunctionModeTests(ITestOutputHelper output)
{
    private const int Count = 2048;
    private const double MostOfFloats = 256;
    private const double MostOfDoubles = 131_072;

    private delegate void Runs<T>(MeasuredFunction function, ReadOnlySpan<T> x, Span<T> results);

    public static TheoryData<FloatingPointMode> Modes => [.. FloatingPointModes.Tried];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Floats(FloatingPointMode mode)
    {
        foreach (MeasuredFunction function in MeasuredFunction.All)
        {
            Check<float>(function, mode, static (function, x, results) => function.Run(x, results), static (exact, result) => exact.ErrorInUlps(result), function.OfFloats, MostOfFloats, float.MaxValue);
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Doubles(FloatingPointMode mode)
    {
        foreach (MeasuredFunction function in MeasuredFunction.All.Where(static function => function.OfDoubles is not null))
        {
            Check<double>(function, mode, static (function, x, results) => function.Run(x, results), static (exact, result) => exact.ErrorInUlps(result), function.OfDoubles!.Value, MostOfDoubles, double.MaxValue);
        }
    }

    private void Check<T>(MeasuredFunction function, FloatingPointMode mode, Runs<T> run, Func<Exact, T, double> errorInUlps, double usual, double most, double greatest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Random random = new(1);
        T[] x = [.. Enumerable.Range(0, Count).Select(i => T.CreateSaturating(function.Sample(random, i)))], results = new T[Count];

        // Once before, so that the runtime has compiled it.
        run(function, x, results);
        FloatingPointModes.Run(mode, () => run(function, x, results));
        Sweep.Worst worst = Sweep.Worst.None;
        foreach ((T argument, T result) in x.Zip(results))
        {
            (double at, Exact exact) = (double.CreateChecked(argument), function.Exact(double.CreateChecked(argument)));
            double value = Math.ScaleB(exact.Mantissa.Hi, exact.Exponent);
            if (FloatingPointModes.IsDirected(mode))
            {
                double unit = (double.CreateChecked(T.BitIncrement(T.One)) - 1) * Math.Max(1, Math.Abs(value));
                worst = Math.Abs(value) < greatest / 4 ? worst.Or(T.IsNaN(result) ? double.PositiveInfinity : Math.Abs(double.CreateChecked(result) - value) / unit, at) : worst;
            }
            else if (!T.IsSubnormal(argument) && !T.IsSubnormal(T.CreateSaturating(value)) && !(Math.Abs(value) > greatest))
            {
                worst = worst.Or(errorInUlps(exact, result), at);
            }
        }

        output.WriteLine($"{function.Name} {worst}");
        Assert.True(worst.Error <= (FloatingPointModes.IsDirected(mode) ? most : usual), $"{function.Name}: {worst}");
    }
}
