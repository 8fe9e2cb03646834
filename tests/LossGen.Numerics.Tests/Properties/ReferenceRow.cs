namespace LossGen.Numerics.Tests.Properties;

/// <summary>The softmax of one location's logits, in float64: confident predictions keep their relative accuracy.</summary>
internal sealed class ReferenceRow
{
    private readonly double[] logits;
    private readonly double maximum;
    private readonly double[] exponentials;

    // The logarithm of 1 + (all exponentials but the largest, which is 1).
    private readonly double logOfSum;
    private readonly double sum;

    public ReferenceRow(double[] logits)
    {
        this.logits = logits;
        maximum = logits.Max();
        exponentials = [.. logits.Select(logit => Math.Exp(logit - maximum))];
        int largest = Array.IndexOf(logits, maximum);
        double others = ReferenceMath.Sum(exponentials.Where((_, j) => j != largest));
        logOfSum = ReferenceMath.Log1P(others);
        sum = 1.0 + others;
    }

    /// <summary>−log σ_c: two terms of one sign.</summary>
    public double MinusLogProbability(int classIndex) => maximum - logits[classIndex] + logOfSum;

    public double Probability(int classIndex) => exponentials[classIndex] / sum;

    /// <summary>1 − σ_c, from the other classes' exponentials.</summary>
    public double ProbabilityOfOthers(int classIndex) => ReferenceMath.Sum(exponentials.Where((_, j) => j != classIndex)) / sum;
}
