using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace LossGen.CompilerServices;

public static partial class LossGuard
{
    /// <summary>Requires that a parameter of a formula is finite and within its range.</summary>
    /// <param name="value">The parameter.</param>
    /// <param name="minimum">The least value; −∞ for none.</param>
    /// <param name="maximum">The greatest value; ∞ for none.</param>
    /// <param name="minimumIsExclusive">Whether the least value itself is refused.</param>
    /// <param name="maximumIsExclusive">Whether the greatest value itself is refused.</param>
    /// <param name="parameter">Its name, for the message.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The parameter.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite, or outside the range.</exception>
    public static T RequireParameter<T>(T value, double minimum, double maximum, bool minimumIsExclusive, bool maximumIsExclusive, string parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Compared in the parameter's own type: 0.1f is not above a maximum of 0.1.
        T least = T.CreateChecked(minimum);
        T most = T.CreateChecked(maximum);
        bool isWithin = T.IsFinite(value)
            && (minimumIsExclusive ? value > least : value >= least)
            && (maximumIsExclusive ? value < most : value <= most);
        if (!isWithin)
        {
            ThrowOutOfRange(value, minimum, maximum, minimumIsExclusive, maximumIsExclusive, parameter);
        }

        return value;
    }

    [DoesNotReturn]
    private static void ThrowOutOfRange<T>(T value, double minimum, double maximum, bool minimumIsExclusive, bool maximumIsExclusive, string parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string least = double.IsInfinity(minimum) ? "" : string.Create(CultureInfo.InvariantCulture, $", {(minimumIsExclusive ? "above" : "at least")} {minimum}");
        string most = double.IsInfinity(maximum) ? "" : string.Create(CultureInfo.InvariantCulture, $", {(maximumIsExclusive ? "below" : "at most")} {maximum}");
        string given = value.ToString(null, CultureInfo.InvariantCulture);
        throw new ArgumentOutOfRangeException(parameter, value, $"'{parameter}' is {given}, but must be finite{least}{most}.");
    }
}
