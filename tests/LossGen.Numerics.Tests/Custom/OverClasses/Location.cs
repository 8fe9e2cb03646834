using LossGen.Numerics.Tests.Properties;

namespace LossGen.Numerics.Tests.Custom.OverClasses;

/// <summary>The softmax of one location in float64, every quantity in the form that keeps its precision.</summary>
internal sealed class Location
{
    private readonly double[] logits;
    private readonly int label;
    private readonly double maximum;
    private readonly double others;
    private readonly double total;

    public Location(double[] logits, int label)
    {
        (this.logits, this.label) = (logits, label);
        maximum = logits.Aggregate(double.NegativeInfinity, Math.Max);
        others = logits.Where((_, c) => c != label).Sum(x => Math.Exp(x - maximum));
        total = others + Math.Exp(logits[label] - maximum);
        Probability = Math.Exp(logits[label] - maximum) / total;
        Miss = others / total;
        CrossEntropy = (maximum - logits[label]) + ReferenceMath.Log1P(others + (Math.Exp(logits[label] - maximum) - 1));
        Uniform = Math.Log(total) - logits.Average(x => x - maximum);
    }

    /// <summary>E = −log p.</summary>
    public double CrossEntropy { get; }

    /// <summary>p, the label's probability.</summary>
    public double Probability { get; }

    /// <summary>1 − p.</summary>
    public double Miss { get; }

    /// <summary>−Σ log σ(x)_c / C.</summary>
    public double Uniform { get; }

    /// <summary>∂E/∂x_c = σ(x)_c − [c = g].</summary>
    public double SlopeOfCrossEntropy(int c) => c == label ? -Miss : ProbabilityOf(c);

    /// <summary>∂Uniform/∂x_c = σ(x)_c − 1/C.</summary>
    public double SlopeOfUniform(int c) => ProbabilityOf(c) - (1.0 / logits.Length);

    private double ProbabilityOf(int c) => Math.Exp(logits[c] - maximum) / total;
}
