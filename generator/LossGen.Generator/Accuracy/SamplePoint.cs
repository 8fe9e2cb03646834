using LossGen.Generator.Kernel;

namespace LossGen.Generator.Accuracy;

/// <summary>A point at which a formula is evaluated.</summary>
/// <param name="values">The value of each input or, along an axis, its values at each class, input by input.</param>
/// <param name="scalars">The values of the formula's parameters; any other scalar of its kernel is 1.</param>
/// <param name="classes">The number of classes; 1 for a formula of single elements.</param>
/// <param name="label">The label; null if there is none.</param>
internal sealed class SamplePoint(double[] values, IReadOnlyDictionary<string, double> scalars, int classes, int? label)
{
    public IReadOnlyList<double> Values => values;

    public int? Label => label;

    public int Classes => classes;

    public double Scalar(string name) => scalars.TryGetValue(name, out double value) ? value : 1;

    public double Element(Tensor tensor) => values[tensor.Number];

    /// <summary>The tensor's element at a class; there may be fewer classes than the formula has.</summary>
    public double ElementAt(Tensor tensor, int index) => values[(tensor.Number * classes) + Math.Min(index, classes - 1)];

    /// <summary>The point with one value changed by a fraction of itself.</summary>
    public SamplePoint Moved(int index, double fraction)
    {
        double[] moved = [.. values];
        moved[index] *= 1 + fraction;
        return new SamplePoint(moved, scalars, classes, label);
    }
}
