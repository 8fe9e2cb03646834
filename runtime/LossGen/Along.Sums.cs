using System.Numerics;

namespace LossGen;

public static partial class Along
{
    // Squares of numbers up to the large one and, in a sum with it, from the small one on keep their digits; others are multiplied by a power of two first.
    private static readonly double Large = double.ScaleB(1, 500);
    private static readonly double Small = double.ScaleB(1, -450);
    private static readonly double Down = double.ScaleB(1, -600);
    private static readonly double Up = double.ScaleB(1, 600);

    /// <summary>Σ x_c.</summary>
    /// <remarks>Its derivative by each element is 1.</remarks>
    /// <param name="x">The terms.</param>
    /// <returns>The sum; 0 of none; NaN where a term is NaN, or +∞ and −∞ meet.</returns>
    public static float Sum(ReadOnlySpan<float> x) => (float)Total(x);

    /// <inheritdoc cref="Sum(ReadOnlySpan{float})"/>
    public static double Sum(ReadOnlySpan<double> x) => Total(x);

    /// <summary>Σ x_c/C, C being the number of elements.</summary>
    /// <remarks>Its derivative by each element is 1/C.</remarks>
    /// <param name="x">The elements.</param>
    /// <returns>The mean; NaN of none, where an element is NaN, or where +∞ and −∞ meet.</returns>
    public static float Mean(ReadOnlySpan<float> x) => (float)(Total(x) / x.Length);

    /// <inheritdoc cref="Mean(ReadOnlySpan{float})"/>
    public static double Mean(ReadOnlySpan<double> x) => Total(x) / x.Length;

    /// <summary>max x_c.</summary>
    /// <remarks>Its derivative is 1 by the first element that attains it, and 0 by all others.</remarks>
    /// <param name="x">The elements.</param>
    /// <returns>The maximum; −∞ of no elements; NaN where an element is NaN.</returns>
    public static float Max(ReadOnlySpan<float> x) => Greatest(x);

    /// <inheritdoc cref="Max(ReadOnlySpan{float})"/>
    public static double Max(ReadOnlySpan<double> x) => Greatest(x);

    /// <summary>min x_c.</summary>
    /// <remarks>Its derivative is 1 by the first element that attains it, and 0 by all others.</remarks>
    /// <param name="x">The elements.</param>
    /// <returns>The minimum; +∞ of no elements; NaN where an element is NaN.</returns>
    public static float Min(ReadOnlySpan<float> x) => Least(x);

    /// <inheritdoc cref="Min(ReadOnlySpan{float})"/>
    public static double Min(ReadOnlySpan<double> x) => Least(x);

    /// <summary>Σ x_c·y_c.</summary>
    /// <remarks>
    /// Its derivative by x_c is y_c, that by y_c is x_c. A kernel multiplies in the type of the elements and adds in <see cref="double"/>, like a loop: where a product is
    /// infinite, so is the sum.
    /// </remarks>
    /// <param name="x">The first factors.</param>
    /// <param name="y">The second factors, as many.</param>
    /// <returns>The sum; 0 of no products; NaN where a factor is NaN, an infinite one meets 0, or +∞ and −∞ meet.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y) => (float)TotalOfProducts(x, y);

    /// <inheritdoc cref="Dot(ReadOnlySpan{float}, ReadOnlySpan{float})"/>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => TotalOfProducts(x, y);

    /// <summary>√Σ x_c²: the Euclidean norm.</summary>
    /// <remarks>
    /// It neither overflows nor loses digits where a square would: not in kernels either, nor does its derivative by x_c, x_c over the norm. At the origin, where the norm has no
    /// derivative, that is 0, a subgradient.
    /// </remarks>
    /// <param name="x">The elements.</param>
    /// <returns>From 0, the norm of no elements too; +∞ where an element is infinite and none NaN; NaN where an element is NaN.</returns>
    public static float Norm(ReadOnlySpan<float> x) => (float)NormOf(x);

    /// <inheritdoc cref="Norm(ReadOnlySpan{float})"/>
    public static double Norm(ReadOnlySpan<double> x) => NormOf(x);

    private static double Total<T>(ReadOnlySpan<T> x)
        where T : IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        foreach (T element in x)
        {
            sum += double.CreateChecked(element);
        }

        return sum;
    }

    private static double TotalOfProducts<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : IBinaryFloatingPointIeee754<T>
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"The lengths differ: {x.Length} and {y.Length}.", nameof(y));
        }

        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += double.CreateChecked(x[i]) * double.CreateChecked(y[i]);
        }

        return sum;
    }

    private static double NormOf<T>(ReadOnlySpan<T> x)
        where T : IBinaryFloatingPointIeee754<T>
    {
        double greatest = 0, squares = 0;
        foreach (T element in x)
        {
            greatest = double.Max(greatest, double.Abs(double.CreateChecked(element)));
        }

        double scale = greatest > Large ? Down : greatest < Small ? Up : 1;
        foreach (T element in x)
        {
            double scaled = scale * double.CreateChecked(element);
            squares += scaled * scaled;
        }

        return double.Sqrt(squares) / scale;
    }

    private static T Greatest<T>(ReadOnlySpan<T> x)
        where T : IBinaryFloatingPointIeee754<T>
    {
        T greatest = T.NegativeInfinity;
        foreach (T element in x)
        {
            greatest = T.Max(greatest, element);
        }

        return greatest;
    }

    private static T Least<T>(ReadOnlySpan<T> x)
        where T : IBinaryFloatingPointIeee754<T>
    {
        T least = T.PositiveInfinity;
        foreach (T element in x)
        {
            least = T.Min(least, element);
        }

        return least;
    }
}
