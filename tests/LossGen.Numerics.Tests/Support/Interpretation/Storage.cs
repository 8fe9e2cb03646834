using LossGen.Generator.Kernel;

namespace LossGen.Numerics.Tests.Support.Interpretation;

/// <summary>The storage of closures: a cell for each variable, with one element per lane, and the elements of each tensor.</summary>
internal sealed class Storage
{
    private readonly Dictionary<Variable, double[]> cells = [];
    private readonly Dictionary<(TensorRole Role, int Number), Elements> tensors = [];
    private readonly Dictionary<string, Elements> scratch = [];

    /// <summary>The cell of a variable from its declaration on; sibling blocks reuse names, for other types too.</summary>
    public double[] Declare(Variable variable) => cells.TryGetValue(variable, out double[]? cell) ? cell : cells[variable] = new double[variable.Type.Lanes];

    public double[] Cell(Variable variable) => cells.TryGetValue(variable, out double[]? cell) ? cell : throw new InvalidOperationException($"{variable.Name} is read before it is declared.");

    public void Declare(Scratch own) => scratch[own.Tensor.Name] = own.Replaces is { } replaced ? scratch[replaced.Name] : new Elements { Values = new double[own.Length] };

    public Elements Of(Tensor tensor)
    {
        if (tensor.IsScratch)
        {
            return scratch[tensor.Name];
        }

        (TensorRole, int) key = (tensor.Role, tensor.Number);
        return tensors.TryGetValue(key, out Elements? elements) ? elements : tensors[key] = new Elements();
    }

    /// <summary>Takes the caller's tensors; the contents of the kernel's own memory are undefined.</summary>
    public void Begin(IReadOnlyDictionary<(TensorRole Role, int Number), double[]> given)
    {
        foreach (((TensorRole, int) key, Elements elements) in tensors)
        {
            elements.Values = given[key];
        }

        foreach (Elements own in scratch.Values)
        {
            Array.Fill(own.Values, double.NaN);
        }
    }
}
