using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>A function, and the errors that its documentation states, in units in the last place.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OfFloats">The error of floats.</param>
/// <param name="OfDoubles">The error of doubles; null where a golden file has it.</param>
internal abstract record MeasuredFunction(string Name, double OfFloats, double? OfDoubles)
{
    /// <summary>Every function of one argument that kernels call.</summary>
    public static IReadOnlyList<MeasuredFunction> All { get; } =
    [
        Of<Exp>(ofFloats: 0.90, ofDoubles: 0.90, timesMoreDoubles: 4),
        Of<Log>(ofFloats: 0.96, ofDoubles: 0.91, timesMoreDoubles: 4),
        Of<Log1P>(ofFloats: 0.96, ofDoubles: 0.97, timesMoreDoubles: 4),
        Of<ExpM1>(ofFloats: 0.87, ofDoubles: 0.84, timesMoreDoubles: 4),
        Of<Tanh>(ofFloats: 0.76, ofDoubles: 0.75, timesMoreDoubles: 4),
        Of<Exp2>(ofFloats: 0.88, ofDoubles: 0.89, timesMoreDoubles: 4),
        Of<Log2>(ofFloats: 0.86, ofDoubles: 0.87, timesMoreDoubles: 4),
        Of<Sin>(ofFloats: 0.61, ofDoubles: 0.79),
        Of<Cos>(ofFloats: 0.61, ofDoubles: 0.79),
        Of<ExpRemainder>(ofFloats: 1.50, ofDoubles: 1.50),
        Of<LogRemainder>(ofFloats: 0.51, ofDoubles: 0.97),
        Of<SineRemainder>(ofFloats: 0.61, ofDoubles: 1.50),
        Of<OneMinusCosine>(ofFloats: 0.71, ofDoubles: 1.26),
        Of<Erf>(ofFloats: 0.501),
        Of<Erfc>(ofFloats: 0.501),
        Of<ErfSlope>(ofFloats: 0.501),
        Of<NormalCdf>(ofFloats: 0.501),
        Of<LogNormalCdf>(ofFloats: 0.501),
        Of<NormalDensity>(ofFloats: 0.501),
        Of<InverseMillsRatio>(ofFloats: 0.501),
        Of<LogGamma>(ofFloats: 0.501),
        Of<Digamma>(ofFloats: 0.501),
        Of<Trigamma>(ofFloats: 0.501),
        Of<Tan>(ofFloats: 0.51, ofDoubles: 0.85),
        Of<Asin>(ofFloats: 0.51, ofDoubles: 0.62),
        Of<Acos>(ofFloats: 0.51, ofDoubles: 0.61),
        Of<Atan>(ofFloats: 0.51, ofDoubles: 0.62),
        Of<Sinh>(ofFloats: 0.51, ofDoubles: 0.71),
        Of<Cosh>(ofFloats: 0.51, ofDoubles: 0.87),
        Of<Asinh>(ofFloats: 0.51, ofDoubles: 0.51),
        Of<Acosh>(ofFloats: 0.51, ofDoubles: 0.51),
        Of<Atanh>(ofFloats: 0.51, ofDoubles: 0.51),
        Of<Cbrt>(ofFloats: 0.51, ofDoubles: 0.51),
        Of<Log10>(ofFloats: 0.51, ofDoubles: 0.51),
        Of<Log10P1>(ofFloats: 0.51, ofDoubles: 1.08),
        Of<Log2P1>(ofFloats: 0.51, ofDoubles: 1.06),
    ];

    public static MeasuredFunction Named(string name) => All.Single(function => function.Name == name);

    /// <summary>The worst error over every <paramref name="stride"/>-th float.</summary>
    public abstract Sweep.Worst Singles(int stride, CancellationToken cancellation);

    /// <summary>The worst error over some doubles of all families: four times as many where the function takes less time.</summary>
    public abstract Sweep.Worst Doubles(long count, CancellationToken cancellation);

    /// <summary>The error at one float.</summary>
    public abstract double ErrorAt(float x);

    /// <summary>The function's results, without their errors.</summary>
    public abstract void Run(ReadOnlySpan<float> x, Span<float> results);

    /// <summary>Likewise.</summary>
    public abstract void Run(ReadOnlySpan<double> x, Span<double> results);

    /// <summary>The exact result.</summary>
    public abstract Exact Exact(double x);

    /// <summary>An argument of one of several families.</summary>
    public abstract double Sample(Random random, int family);

    private static MeasuredFunction Of<TFunction>(double ofFloats, double? ofDoubles = null, int timesMoreDoubles = 1)
        where TFunction : IFunction => new Typed<TFunction>(ofFloats, ofDoubles, timesMoreDoubles);

    private sealed record Typed<TFunction>(double OfFloats, double? OfDoubles, int TimesMoreDoubles)
        : MeasuredFunction(typeof(TFunction).Name, OfFloats, OfDoubles)
        where TFunction : IFunction
    {
        public override Sweep.Worst Singles(int stride, CancellationToken cancellation) => Sweep.Singles<TFunction>(stride, cancellation);

        public override Sweep.Worst Doubles(long count, CancellationToken cancellation) => Sweep.Doubles<TFunction>(count * TimesMoreDoubles, cancellation);

        public override double ErrorAt(float x) => TFunction.Exact(x).ErrorInUlps(TFunction.Run(Vector256.Create(x))[0]);

        public override void Run(ReadOnlySpan<float> x, Span<float> results)
        {
            for (int i = 0; i < x.Length; i += Vector256<float>.Count)
            {
                TFunction.Run(Vector256.Create(x[i..])).CopyTo(results[i..]);
            }
        }

        public override void Run(ReadOnlySpan<double> x, Span<double> results)
        {
            for (int i = 0; i < x.Length; i += Vector256<double>.Count)
            {
                TFunction.Run(Vector256.Create(x[i..])).CopyTo(results[i..]);
            }
        }

        public override Exact Exact(double x) => TFunction.Exact(x);

        public override double Sample(Random random, int family) => TFunction.Sample(random, family);
    }
}
