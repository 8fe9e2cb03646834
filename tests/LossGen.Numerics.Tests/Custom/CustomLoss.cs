using System.Numerics;
using System.Reflection;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom;

/// <summary>The members of a compiled loss with two or three inputs, called with as many spans as it takes.</summary>
internal sealed class CustomLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Func<Memory<T>[], T> forward;
    private readonly Action<Memory<T>[], Memory<T>[]> backward;
    private readonly Func<Memory<T>[], Memory<T>[], T> forwardBackward;

    public CustomLoss(object loss)
    {
        MethodInfo method = SpanMethods.Of(loss, "ForwardBackward");
        MethodInfo backwardMethod = loss.GetType().GetMethod("Backward", [.. method.GetParameters().Select(static parameter => parameter.ParameterType)])!;
        string[] names = [.. method.GetParameters().SkipLast(1).Select(static parameter => parameter.Name!)];
        InputNames = names[..(names.Length / 2)];
        GradientNames = names[(names.Length / 2)..];
        if (InputNames.Count == 2)
        {
            ForwardOfTwo f = SpanMethods.Of(loss, "Forward").CreateDelegate<ForwardOfTwo>(loss);
            BackwardOfTwo b = backwardMethod.CreateDelegate<BackwardOfTwo>(loss);
            ForwardBackwardOfTwo both = method.CreateDelegate<ForwardBackwardOfTwo>(loss);
            forward = x => f(x[0].Span, x[1].Span);
            backward = (x, g) => b(x[0].Span, x[1].Span, g[0].Span, g[1].Span, 1);
            forwardBackward = (x, g) => both(x[0].Span, x[1].Span, g[0].Span, g[1].Span, 1);
        }
        else
        {
            ForwardOfThree f = SpanMethods.Of(loss, "Forward").CreateDelegate<ForwardOfThree>(loss);
            BackwardOfThree b = backwardMethod.CreateDelegate<BackwardOfThree>(loss);
            ForwardBackwardOfThree both = method.CreateDelegate<ForwardBackwardOfThree>(loss);
            forward = x => f(x[0].Span, x[1].Span, x[2].Span);
            backward = (x, g) => b(x[0].Span, x[1].Span, x[2].Span, g[0].Span, g[1].Span, g[2].Span, 1);
            forwardBackward = (x, g) => both(x[0].Span, x[1].Span, x[2].Span, g[0].Span, g[1].Span, g[2].Span, 1);
        }
    }

    private delegate T ForwardOfTwo(ReadOnlySpan<T> first, ReadOnlySpan<T> second);

    private delegate void BackwardOfTwo(ReadOnlySpan<T> first, ReadOnlySpan<T> second, Span<T> firstGradient, Span<T> secondGradient, double scale);

    private delegate T ForwardBackwardOfTwo(ReadOnlySpan<T> first, ReadOnlySpan<T> second, Span<T> firstGradient, Span<T> secondGradient, double scale);

    private delegate T ForwardOfThree(ReadOnlySpan<T> first, ReadOnlySpan<T> second, ReadOnlySpan<T> third);

    private delegate void BackwardOfThree(ReadOnlySpan<T> first, ReadOnlySpan<T> second, ReadOnlySpan<T> third, Span<T> firstGradient, Span<T> secondGradient, Span<T> thirdGradient, double scale);

    private delegate T ForwardBackwardOfThree(ReadOnlySpan<T> first, ReadOnlySpan<T> second, ReadOnlySpan<T> third, Span<T> firstGradient, Span<T> secondGradient, Span<T> thirdGradient, double scale);

    public IReadOnlyList<string> InputNames { get; }

    public IReadOnlyList<string> GradientNames { get; }

    public T Forward(Memory<T>[] inputs) => forward(inputs);

    public void Backward(Memory<T>[] inputs, Memory<T>[] gradients) => backward(inputs, gradients);

    public T ForwardBackward(Memory<T>[] inputs, Memory<T>[] gradients) => forwardBackward(inputs, gradients);

    /// <summary>Value and all gradients, in float64.</summary>
    public (double Value, double[][] Gradients) Run(double[][] inputs)
    {
        T[][] gradients = [.. inputs.Select(static input => new T[input.Length])];
        T value = ForwardBackward(Narrowed(inputs), [.. gradients.Select(static gradient => gradient.AsMemory())]);
        return (double.CreateChecked(value), [.. gradients.Select(static gradient => gradient.Select(double.CreateChecked).ToArray())]);
    }

    public double Forward(double[][] inputs) => double.CreateChecked(Forward(Narrowed(inputs)));

    public static Memory<T>[] Narrowed(double[][] inputs) => [.. inputs.Select(static input => input.Select(T.CreateChecked).ToArray().AsMemory())];
}
