using System.Numerics;

namespace LossGen;

/// <summary>
/// The logits of one location, as the formula of a <see cref="ClassAxisLossAttribute">loss over classes</see> sees them. Nothing of it remains in generated kernels; the members
/// here compute the result of a formula that is called as a method.
/// </summary>
/// <param name="logits">One logit for each class, at least one.</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly ref struct ClassLogits<T>(ReadOnlySpan<T> logits)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> logits = logits;

    /// <summary>The number of classes C.</summary>
    public int Count => logits.Length;

    /// <summary>x_g: the logit of a class; in a formula, of the label.</summary>
    /// <param name="label">The class, from 0 to C − 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public T this[long label] => logits[(ulong)label < (ulong)logits.Length ? (int)label : -1];

    /// <summary>Σ x_c: the sum of all logits.</summary>
    public T Sum()
    {
        T sum = T.Zero;
        foreach (T logit in logits)
        {
            sum += logit;
        }

        return sum;
    }

    /// <summary>log Σ exp(x_c), correct even where an exponential overflows.</summary>
    public T LogSumExp()
    {
        T maximum = T.NegativeInfinity;
        foreach (T logit in logits)
        {
            maximum = T.Max(maximum, logit);
        }

        if (T.IsInfinity(maximum))
        {
            return maximum;
        }

        T sum = T.Zero;
        foreach (T logit in logits)
        {
            sum += T.Exp(logit - maximum);
        }

        return maximum + T.Log(sum);
    }

    /// <summary>log σ(x)_g = x_g − log Σ exp(x_c): the logarithm of the probability that the softmax gives to a class; in a formula, to the label.</summary>
    /// <param name="label">The class, from 0 to C − 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public T LogProbability(long label) => this[label] - LogSumExp();

    /// <summary>σ(x)_g: the probability that the softmax gives to a class; in a formula, to the label.</summary>
    /// <param name="label">The class, from 0 to C − 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public T Probability(long label) => T.Exp(LogProbability(label));
}
