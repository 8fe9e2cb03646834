using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

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
        RequireParameter(value, minimum, maximum, minimumIsExclusive, maximumIsExclusive, parameter, parameter);
        return value;
    }

    /// <summary>Requires that a parameter of a formula that is an integer is within its range.</summary>
    /// <inheritdoc cref="RequireParameter{T}(T, double, double, bool, bool, string)"/>
    public static int RequireParameter(int value, double minimum, double maximum, bool minimumIsExclusive, bool maximumIsExclusive, string parameter)
    {
        RequireParameter<double>(value, minimum, maximum, minimumIsExclusive, maximumIsExclusive, parameter, parameter);
        return value;
    }

    /// <summary>Requires that a parameter of a formula is a member of its enum.</summary>
    /// <param name="value">The parameter.</param>
    /// <param name="parameter">Its name, for the message.</param>
    /// <typeparam name="T">The enum.</typeparam>
    /// <returns>The parameter.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is no member.</exception>
    public static T RequireDefined<T>(T value, string parameter)
        where T : struct, Enum => Enum.IsDefined(value)
        ? value
        : throw new ArgumentOutOfRangeException(parameter, value, $"'{parameter}' is {value}, but must be a member of {typeof(T).Name}: {string.Join(", ", Enum.GetNames<T>())}.");

    private static void RequireParameter<T>(T value, double minimum, double maximum, bool minimumIsExclusive, bool maximumIsExclusive, string which, string parameter)
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
            ThrowOutOfRange(value, minimum, maximum, minimumIsExclusive, maximumIsExclusive, which, parameter);
        }
    }

    /// <summary>Requires that there is a parameter of a formula for each class, each finite and within its range.</summary>
    /// <param name="values">The parameters.</param>
    /// <param name="classes">How many there must be.</param>
    /// <param name="minimum">The least value; −∞ for none.</param>
    /// <param name="maximum">The greatest value; ∞ for none.</param>
    /// <param name="minimumIsExclusive">Whether the least value itself is refused.</param>
    /// <param name="maximumIsExclusive">Whether the greatest value itself is refused.</param>
    /// <param name="parameter">Their name, for the message.</param>
    /// <typeparam name="T">Their type.</typeparam>
    /// <returns>A copy of the parameters.</returns>
    /// <exception cref="ArgumentException">There are not <paramref name="classes"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One is not finite, or outside the range.</exception>
    public static T[] RequireParameters<T>(ReadOnlySpan<T> values, int classes, double minimum, double maximum, bool minimumIsExclusive, bool maximumIsExclusive, string parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (values.Length != classes)
        {
            throw new ArgumentException($"'{parameter}' has {Elements(values.Length)}, but must have {classes}: one for each class.", parameter);
        }

        for (int i = 0; i < values.Length; i++)
        {
            RequireParameter(values[i], minimum, maximum, minimumIsExclusive, maximumIsExclusive, $"{parameter}[{i}]", parameter);
        }

        return values.ToArray();
    }

    /// <summary>Requires that what a constructor has kept is present: a kernel reads it unchecked.</summary>
    /// <param name="kept">What the constructor has kept.</param>
    /// <param name="count">How many numbers there must be.</param>
    /// <typeparam name="T">Their type.</typeparam>
    /// <exception cref="InvalidOperationException">The object was made without its constructor, or is used before that has run, or what it kept was replaced.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireConstructed<T>(T[]? kept, int count)
    {
        if (kept is null || kept.Length != count)
        {
            ThrowNotConstructed();
        }
    }

    [DoesNotReturn]
    private static void ThrowNotConstructed() => throw new InvalidOperationException(
        "The loss lacks what its constructor takes: that constructor has not run, or what it kept was replaced.");

    [DoesNotReturn]
    private static void ThrowOutOfRange<T>(T value, double minimum, double maximum, bool minimumIsExclusive, bool maximumIsExclusive, string which, string parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string least = double.IsInfinity(minimum) ? "" : string.Create(CultureInfo.InvariantCulture, $", {(minimumIsExclusive ? "above" : "at least")} {minimum}");
        string most = double.IsInfinity(maximum) ? "" : string.Create(CultureInfo.InvariantCulture, $", {(maximumIsExclusive ? "below" : "at most")} {maximum}");
        string given = value.ToString(null, CultureInfo.InvariantCulture);
        throw new ArgumentOutOfRangeException(parameter, value, $"'{which}' is {given}, but must be finite{least}{most}.");
    }
}
