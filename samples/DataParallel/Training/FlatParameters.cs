using Digits;

namespace DataParallel.Training;

/// <summary>All parameters of a network in one array, as ranks exchange them and checkpoints hold them.</summary>
/// <param name="parameters">The parameters of its layers.</param>
public sealed class FlatParameters(IReadOnlyList<Parameters> parameters)
{
    /// <summary>How many there are.</summary>
    public int Count { get; } = parameters.Sum(static each => each.Values.Length);

    /// <summary>Copies an array of each layer to one array of <see cref="Count"/> elements.</summary>
    /// <param name="array">Which array.</param>
    /// <param name="destination">Overwritten.</param>
    public void CopyTo(Func<Parameters, float[]> array, Span<float> destination)
    {
        foreach (Parameters each in parameters)
        {
            array(each).CopyTo(destination);
            destination = destination[each.Values.Length..];
        }
    }

    /// <summary>Copies them back.</summary>
    /// <param name="source">All layers' elements.</param>
    /// <param name="array">Which array of each layer is overwritten.</param>
    public void CopyFrom(ReadOnlySpan<float> source, Func<Parameters, float[]> array)
    {
        foreach (Parameters each in parameters)
        {
            source[..each.Values.Length].CopyTo(array(each));
            source = source[each.Values.Length..];
        }
    }

    /// <summary>A copy of an array of each layer.</summary>
    /// <param name="array">Which array.</param>
    public float[] Copy(Func<Parameters, float[]> array)
    {
        var copy = new float[Count];
        CopyTo(array, copy);
        return copy;
    }
}
