using System.Numerics;

namespace LossGen;

public static partial class Along
{
    /// <summary>log Σ exp(x_c): a smooth maximum, and the logarithm of what a softmax divides by.</summary>
    /// <remarks>
    /// It is m + log(1 + T), m being the maximum and T the sum of the other exp(x_c − m), so that no exponential overflows and none is lost next to the greatest. Its derivative by
    /// x_c is the softmax's probability of c.
    /// </remarks>
    /// <param name="x">The logits.</param>
    /// <returns>From the maximum to the maximum plus log C, C being the number of elements; −∞ of none; NaN where an element is NaN or +∞, or all are −∞.</returns>
    public static float LogSumExp(ReadOnlySpan<float> x) => (float)Exponentials.Of(x).LogSumExp;

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float})"/>
    public static double LogSumExp(ReadOnlySpan<double> x) => Exponentials.Of(x).LogSumExp;

    /// <summary>x_i − log Σ exp(x_c): the logarithm of the probability that the softmax gives to one element.</summary>
    /// <remarks>Digits are kept however near to 1 or to 0 the probability is. Its derivative by x_c is 1 at i, less the probability of c.</remarks>
    /// <param name="x">The logits.</param>
    /// <param name="index">i: which element, from 0 to the length − 1.</param>
    /// <returns>At most 0; NaN where an element is NaN or +∞, or all are −∞.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public static float LogSoftmax(ReadOnlySpan<float> x, int index) => (float)Exponentials.Of(x).LogProbability(x[Checked(index, x.Length)]);

    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, int)"/>
    public static double LogSoftmax(ReadOnlySpan<double> x, int index) => Exponentials.Of(x).LogProbability(x[Checked(index, x.Length)]);

    /// <summary>exp(x_i)/Σ exp(x_c): the probability that the softmax gives to one element.</summary>
    /// <remarks>Its derivative by x_c is the probability of i times that of <see cref="LogSoftmax(ReadOnlySpan{float}, int)">its logarithm</see>.</remarks>
    /// <param name="x">The logits.</param>
    /// <param name="index">i: which element, from 0 to the length − 1.</param>
    /// <returns>From 0 to 1; NaN where an element is NaN or +∞, or all are −∞.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public static float Softmax(ReadOnlySpan<float> x, int index) => (float)Exponentials.Of(x).Probability(x[Checked(index, x.Length)]);

    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, int)"/>
    public static double Softmax(ReadOnlySpan<double> x, int index) => Exponentials.Of(x).Probability(x[Checked(index, x.Length)]);

    /// <summary>−Σ p_c·log p_c with the softmax p of the logits: how uncertain it is, in nats.</summary>
    /// <remarks>A probability of 0 counts as 0. The derivative by x_c is −p_c·(log p_c + H), H being the entropy.</remarks>
    /// <param name="x">The logits.</param>
    /// <returns>From 0, where one probability is 1, to log C, where all C are equal; 0 of no elements; NaN where an element is NaN or +∞, or all are −∞.</returns>
    public static float Entropy(ReadOnlySpan<float> x) => (float)EntropyOf(x);

    /// <inheritdoc cref="Entropy(ReadOnlySpan{float})"/>
    public static double Entropy(ReadOnlySpan<double> x) => EntropyOf(x);

    private static double EntropyOf<T>(ReadOnlySpan<T> x)
        where T : IBinaryFloatingPointIeee754<T>
    {
        Exponentials exponentials = Exponentials.Of(x);
        double entropy = 0;
        foreach (T element in x)
        {
            double logit = double.CreateChecked(element), probability = exponentials.Probability(logit);
            entropy -= probability == 0 ? 0 : probability * exponentials.LogProbability(logit);
        }

        return entropy;
    }

    /// <summary>The exponentials of logits, by the greatest: with their sum's excess over 1, which 1 would absorb.</summary>
    /// <param name="Maximum">m.</param>
    /// <param name="Excess">T = Σ exp(x_c − m) − 1.</param>
    private readonly record struct Exponentials(double Maximum, double Excess)
    {
        public double LogSumExp => Maximum + LogSum;

        private double LogSum => VectorMath.Log1P(Excess);

        public static Exponentials Of<T>(ReadOnlySpan<T> x)
            where T : IBinaryFloatingPointIeee754<T>
        {
            double maximum = double.CreateChecked(Greatest(x)), excess = 0;
            bool isCounted = false;
            foreach (T element in x)
            {
                double exponential = VectorMath.Exp(double.CreateChecked(element) - maximum);

                // 1, or NaN where the maximum is infinite.
                bool isFirst = !isCounted && double.CreateChecked(element) == maximum;
                excess += isFirst ? exponential - 1 : exponential;
                isCounted |= isFirst;
            }

            return new Exponentials(maximum, isCounted ? excess : excess - 1);
        }

        public double LogProbability(double logit) => logit - Maximum - LogSum;

        public double Probability(double logit) => VectorMath.Exp(logit - Maximum) / (1 + Excess);
    }
}
