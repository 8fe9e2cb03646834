using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Benchmarks.Contenders.Scalar;

/// <summary>−log of the probability at the label.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct MultinomialLocation<T> : ILocationFormula<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Compute(Location<T> location, int label, T scale, bool withValue)
    {
        T probability = location.Prediction[label];
        if (!location.Gradient.IsEmpty)
        {
            for (int c = 0; c < location.Gradient.Length; c += location.Stride)
            {
                location.Gradient[c] = T.Zero;
            }

            location.Gradient[label] = -scale / probability;
        }

        return withValue ? -Elementary.Log(probability) : T.Zero;
    }
}
