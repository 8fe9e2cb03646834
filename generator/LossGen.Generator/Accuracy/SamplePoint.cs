using LossGen.Generator.Kernel;

namespace LossGen.Generator.Accuracy;

/// <summary>A point at which a formula is evaluated.</summary>
/// <param name="values">The value of each input or, along the class axis, the logit of each class.</param>
/// <param name="scalars">The values of the formula's parameters; any other scalar of its kernel is 1.</param>
/// <param name="label">The label; null for a formula of single elements.</param>
internal sealed class SamplePoint(double[] values, IReadOnlyDictionary<string, double> scalars, int? label)
{
    public IReadOnlyList<double> Values => values;

    public int? Label => label;

    /// <summary>The number of classes; 1 for a formula of single elements.</summary>
    public int Classes => label is null ? 1 : values.Length;

    public double Scalar(string name) => scalars.TryGetValue(name, out double value) ? value : 1;

    public double Element(Tensor tensor) => values[tensor.Number];

    /// <summary>The tensor's element at each class; only the logits have one.</summary>
    public double[] Logits(Tensor tensor) => tensor.Number == 0 ? values : throw new InvalidOperationException($"{tensor.Name} is not the logits.");

    /// <summary>The point with one value changed by a fraction of itself.</summary>
    public SamplePoint Moved(int index, double fraction)
    {
        double[] moved = [.. values];
        moved[index] *= 1 + fraction;
        return new SamplePoint(moved, scalars, label);
    }
}
