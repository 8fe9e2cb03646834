using System.Numerics;

namespace LossZoo.Input;

/// <summary>A row-major tensor in float64; a loss gets its input from it, in the order of dimensions and the type that it declares.</summary>
public sealed class Tensor
{
    private readonly double[] _values;
    private readonly int[] _sizes;

    /// <summary>Computes each element from its indices.</summary>
    public Tensor(int[] sizes, Func<int[], double> element)
    {
        _sizes = sizes;
        _values = new double[sizes.Aggregate(1, static (product, size) => product * size)];
        for (int position = 0; position < _values.Length; position++)
        {
            _values[position] = element(Indices(position));
        }
    }

    /// <summary>The element at these indices.</summary>
    public double this[params ReadOnlySpan<int> indices]
    {
        get
        {
            int position = 0;
            for (int axis = 0; axis < _sizes.Length; axis++)
            {
                position = (position * _sizes[axis]) + indices[axis];
            }

            return _values[position];
        }
    }

    /// <summary>The same elements in another order of dimensions: axis i of the result is <paramref name="axes"/>[i] of this tensor.</summary>
    public Tensor Permute(params int[] axes) => new([.. axes.Select(axis => _sizes[axis])], indices =>
    {
        var source = new int[axes.Length];
        for (int axis = 0; axis < axes.Length; axis++)
        {
            source[axes[axis]] = indices[axis];
        }

        return this[source];
    });

    /// <summary>A function of each element.</summary>
    public Tensor Map(Func<double, double> function) => new(_sizes, indices => function(this[indices]));

    /// <summary>The softmax over the last dimension, by its definition: the scores here are too small to need the maximum subtracted.</summary>
    public Tensor Softmax()
    {
        int classes = _sizes[^1];
        return new(_sizes, indices =>
        {
            double sum = Enumerable.Range(0, classes).Sum(other => Math.Exp(this[[.. indices[..^1], other]]));
            return Math.Exp(this[indices]) / sum;
        });
    }

    /// <summary>All elements, in the type that a loss takes.</summary>
    public TNumber[] To<TNumber>()
        where TNumber : INumberBase<TNumber> => Array.ConvertAll(_values, TNumber.CreateChecked);

    private int[] Indices(int position)
    {
        var indices = new int[_sizes.Length];
        for (int axis = _sizes.Length - 1; axis >= 0; axis--)
        {
            (position, indices[axis]) = Math.DivRem(position, _sizes[axis]);
        }

        return indices;
    }
}
