using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <summary>Reduces the lanes of a vector, in an order that is the same on every machine.</summary>
/// <remarks>For generated code; not meant to be called by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Lanes
{
    /// <summary>Adds the two halves in float64: a₀ + a₄, a₁ + a₅, a₂ + a₆, a₃ + a₇.</summary>
    /// <param name="lanes">The addends.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> SumHalves(Vector256<float> lanes)
    {
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(lanes);
        return lower + upper;
    }

    /// <summary>Adds the two halves: a₀ + a₈, a₁ + a₉, … of sixteen lanes.</summary>
    /// <param name="lanes">The addends.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> AddHalves(Vector512<float> lanes) => lanes.GetLower() + lanes.GetUpper();

    /// <summary>Adds the two halves: a₀ + a₄, a₁ + a₅, a₂ + a₆, a₃ + a₇.</summary>
    /// <param name="lanes">The addends.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AddHalves(Vector512<double> lanes) => lanes.GetLower() + lanes.GetUpper();

    /// <summary>The greater of each lane of one half and its counterpart in the other; unspecified where one is NaN.</summary>
    /// <param name="lanes">The candidates.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MaximumHalves(Vector512<float> lanes) => Vector256.MaxNative(lanes.GetLower(), lanes.GetUpper());

    /// <summary>The greater of each lane of one half and its counterpart in the other; unspecified where one is NaN.</summary>
    /// <param name="lanes">The candidates.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MaximumHalves(Vector512<double> lanes) => Vector256.MaxNative(lanes.GetLower(), lanes.GetUpper());

    /// <summary>The sum of the lanes: (a₀ + a₂) + (a₁ + a₃).</summary>
    /// <param name="lanes">The addends.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<double> lanes)
    {
        Vector128<double> pair = lanes.GetLower() + lanes.GetUpper();
        return pair.ToScalar() + pair.GetElement(1);
    }

    /// <summary>The greatest lane; unspecified where one is NaN.</summary>
    /// <param name="lanes">The candidates.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Maximum(Vector256<float> lanes)
    {
        Vector128<float> four = Vector128.MaxNative(lanes.GetLower(), lanes.GetUpper());
        four = Vector128.MaxNative(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return float.MaxNative(four.ToScalar(), four.GetElement(1));
    }

    /// <summary>The greatest lane; unspecified where one is NaN.</summary>
    /// <param name="lanes">The candidates.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Maximum(Vector256<double> lanes)
    {
        Vector128<double> pair = Vector128.MaxNative(lanes.GetLower(), lanes.GetUpper());
        return double.MaxNative(pair.ToScalar(), pair.GetElement(1));
    }
}
