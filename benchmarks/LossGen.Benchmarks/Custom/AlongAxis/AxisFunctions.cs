using System.Reflection;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Custom.AlongAxis;

/// <summary>Computes the value and as many gradients as there is memory for, one after the other.</summary>
public delegate float AxisFunction(CustomInputs inputs, AlignedBuffer<float> gradients);

/// <summary>Finds the generated method of a loss: its parameters depend on the formula, so losses along an axis have no common interface.</summary>
public static class AxisFunctions
{
    private delegate float OfOne(ReadOnlySpan<float> x, Span<float> gradient, double scale);

    private delegate float OfOneAndLabels(ReadOnlySpan<float> x, ReadOnlySpan<int> labels, Span<float> gradient, double scale);

    private delegate float OfTwo(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> ofX, Span<float> ofY, double scale);

    private delegate float OfTwoAndLabels(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<int> labels, Span<float> ofX, Span<float> ofY, double scale);

    private delegate float OfThree(
        ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z, Span<float> ofX, Span<float> ofY, Span<float> ofZ, double scale);

    /// <summary>The method of an instance with the default values of all parameters.</summary>
    public static AxisFunction Bind(Type declaration)
    {
        ConstructorInfo constructor = declaration.GetConstructors().Single();
        object loss = constructor.Invoke([.. constructor.GetParameters().Select(static parameter => parameter.DefaultValue)]);
        // Another of the same name takes tensors.
        MethodInfo method = declaration.GetMethods().Single(static method => method.Name == nameof(CustomLoss.ForwardBackward) && method.GetParameters()[0].ParameterType == typeof(ReadOnlySpan<float>));
        TDelegate As<TDelegate>()
            where TDelegate : Delegate => method.CreateDelegate<TDelegate>(loss);
        Type[] parameters = [.. method.GetParameters().Select(static parameter => parameter.ParameterType)];
        int inputs = parameters.Count(static type => type == typeof(ReadOnlySpan<float>));
        bool hasLabels = parameters.Contains(typeof(ReadOnlySpan<int>));
        switch (inputs, hasLabels)
        {
            case (1, false):
                OfOne one = As<OfOne>();
                return (x, g) => one(x[0].Span, g.Span, 1);
            case (1, true):
                OfOneAndLabels oneAndLabels = As<OfOneAndLabels>();
                return (x, g) => oneAndLabels(x[0].Span, x.Labels.Span, g.Span, 1);
            case (2, false):
                OfTwo two = As<OfTwo>();
                return (x, g) => two(x[0].Span, x[1].Span, Part(g, x, 0), Part(g, x, 1), 1);
            case (2, true):
                OfTwoAndLabels twoAndLabels = As<OfTwoAndLabels>();
                return (x, g) => twoAndLabels(x[0].Span, x[1].Span, x.Labels.Span, Part(g, x, 0), Part(g, x, 1), 1);
            case (3, false):
                OfThree three = As<OfThree>();
                return (x, g) => three(x[0].Span, x[1].Span, x[2].Span, Part(g, x, 0), Part(g, x, 1), Part(g, x, 2), 1);
            default:
                throw new NotSupportedException($"{declaration}: {method} has parameters for which there is no delegate.");
        }
    }

    // Empty, and so not computed, if the input is not predicted.
    private static Span<float> Part(AlignedBuffer<float> gradients, CustomInputs inputs, int index)
    {
        int elements = inputs[0].Length, start = index * elements;
        return start < gradients.Length ? gradients.Span.Slice(start, elements) : default;
    }
}
