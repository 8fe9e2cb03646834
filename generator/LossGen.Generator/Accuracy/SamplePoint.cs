using LossGen.Generator.Kernel;

namespace LossGen.Generator.Accuracy;

/// <summary>A point at which a formula is evaluated.</summary>
/// <param name="values">The value of each input or, along an axis, its values at each class, input by input.</param>
/// <param name="scalars">The values of the formula's parameters; any other scalar of its kernel is 1.</param>
/// <param name="perClass">The values at each class of those parameters that have several, by their numbers.</param>
/// <param name="classes">The number of classes; 1 for a formula of single elements.</param>
/// <param name="label">The label, if it is the second input; that of each later one is the next class.</param>
internal sealed class SamplePoint(double[] values, IReadOnlyDictionary<string, double> scalars, IReadOnlyDictionary<int, double[]> perClass, int classes, int label)
{
    public IReadOnlyList<double> Values => values;

    public int Classes => classes;

    public double Scalar(string name) => scalars.TryGetValue(name, out double value) ? value : 1;

    /// <summary>What an input holds for the element or location.</summary>
    public double Number(Tensor tensor) => At(tensor.Number, 0);

    /// <summary>The label that an input holds.</summary>
    public int Label(int input) => (label + input - 1) % classes;

    /// <summary>The tensor's element at a class; there may be fewer classes than the formula has.</summary>
    public double ElementAt(Tensor tensor, int index) => tensor.Role == TensorRole.Parameters
        ? perClass[tensor.Number][Math.Min(index, classes - 1)]
        : At(tensor.Number, Math.Min(index, classes - 1));

    /// <summary>The value of an input at a class.</summary>
    public double At(int input, int index) => values[(input * classes) + index];

    /// <summary>The point with one value changed by a fraction of itself.</summary>
    public SamplePoint Moved(int index, double fraction)
    {
        double[] moved = [.. values];
        moved[index] *= 1 + fraction;
        return new SamplePoint(moved, scalars, perClass, classes, label);
    }
}
