using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace LossGen.Tests.ComingFromPyTorch;

/// <summary>A row of the document: what PyTorch computes, and the declaration of the same.</summary>
/// <param name="Torch">The expression in the document's first column, which is that of the code.</param>
/// <param name="Declaration">The name of the class whose declaration is in the second.</param>
/// <param name="Draws">How the inputs are drawn.</param>
/// <param name="Expected">PyTorch's function of the inputs, given what is called <c>weights</c> in the expression.</param>
/// <param name="Single">The generated loss in float32, given that.</param>
/// <param name="Double">The generated loss in float64, given that.</param>
internal sealed record TorchRow(
    string Torch, string Declaration, Draw[] Draws, Func<Tensor, Func<Tensor[], Tensor>> Expected, Func<Tensor, ComparedLoss> Single, Func<Tensor, ComparedLoss> Double)
{
    private const int Batch = 12;

    /// <summary>How <c>weights</c> are drawn.</summary>
    public Draw Weights { get; init; } = Draw.Constant();

    /// <summary>Whether they are the last input of the generated loss.</summary>
    public bool IsWeightedByCall { get; init; }

    /// <summary>What the generated loss takes instead of an input of PyTorch's.</summary>
    public Func<Tensor, Tensor> Convert { get; init; } = static input => input;

    public override string ToString() => $"{Torch} {Declaration}";

    /// <summary>A loss of two inputs.</summary>
    public static TorchRow Of<TSingle, TDouble>(Func<Tensor, Loss<Tensor, Tensor, Tensor>> torch, Draw[] draws, [CallerArgumentExpression(nameof(torch))] string text = "")
        where TSingle : ILoss, new()
        where TDouble : ILoss, new() => New<TSingle, TDouble>(text, draws, weights => Reduced(torch(weights)));

    /// <summary>A loss of three inputs.</summary>
    public static TorchRow OfThree<TSingle, TDouble>(Func<Tensor, Loss<Tensor, Tensor, Tensor, Tensor>> torch, Draw[] draws, [CallerArgumentExpression(nameof(torch))] string text = "")
        where TSingle : ILoss, new()
        where TDouble : ILoss, new() =>
        New<TSingle, TDouble>(text, draws, weights =>
        {
            Loss<Tensor, Tensor, Tensor, Tensor> module = torch(weights);
            return inputs => module.call(inputs[0], inputs[1], inputs[2]);
        });

    /// <summary>A function of two inputs.</summary>
    public static TorchRow OfFunction<TSingle, TDouble>(Func<Tensor, Tensor, Tensor> torch, Draw[] draws, [CallerArgumentExpression(nameof(torch))] string text = "")
        where TSingle : ILoss, new()
        where TDouble : ILoss, new() => New<TSingle, TDouble>(text, draws, _ => inputs => torch(inputs[0], inputs[1]));

    /// <summary>A function of three inputs.</summary>
    public static TorchRow OfFunction<TSingle, TDouble>(Func<Tensor, Tensor, Tensor, Tensor> torch, Draw[] draws, [CallerArgumentExpression(nameof(torch))] string text = "")
        where TSingle : ILoss, new()
        where TDouble : ILoss, new() => New<TSingle, TDouble>(text, draws, _ => inputs => torch(inputs[0], inputs[1], inputs[2]));

    /// <summary>A loss with the weights of classes that the constructor takes, or whose members for single locations are compared.</summary>
    public static TorchRow Of(
        Func<Tensor, Loss<Tensor, Tensor, Tensor>> torch,
        Draw[] draws,
        Func<Tensor, ComparedLoss> single,
        Func<Tensor, ComparedLoss> @double,
        Type declaration,
        [CallerArgumentExpression(nameof(torch))] string text = "") =>
        new(Expression(text), declaration.Name, draws, weights => Reduced(torch(weights)), single, @double);

    /// <summary>Factors of single locations, all different.</summary>
    public static Tensor Upstream(long[] shape, ScalarType type) => linspace(0.5, 1.5, shape.Aggregate(1L, static (product, size) => product * size), type).reshape(shape);

    /// <summary>Those of the inputs that require a gradient.</summary>
    public static Tensor[] LeavesOf(Tensor[] inputs) => [.. inputs.Where(static input => input.requires_grad)];

    /// <summary>Requires the same value and gradients, on inputs drawn with this seed.</summary>
    /// <param name="type">The element type.</param>
    /// <param name="within">The error that is allowed, relative to the value and to the greatest slope.</param>
    /// <param name="seed">The seed.</param>
    public void Compare(ScalarType type, double within, int seed)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(seed);
        Func<Tensor, ComparedLoss> make = type == ScalarType.Float64 ? Double : Single;
        (long[] shape, int? classAxis) = ShapeOf(make(Weights.For([], null, type)).Loss);
        Tensor weights = Weights.For(shape, classAxis, type);
        Tensor[] inputs = [.. Draws.Select(draw => draw.For(shape, classAxis, type))];
        Func<Tensor[], Tensor> torch = Expected(weights);
        (double expected, Tensor[] slopes) = Gradients.Of(() => torch(inputs), LeavesOf(inputs));
        (double value, Tensor[] gradients) = make(weights).Evaluate([.. inputs.Select(Convert), .. IsWeightedByCall ? (Tensor[])[weights] : []]);

        if (double.IsNaN(expected))
        {
            Assert.Equal(expected, value);
        }
        else
        {
            Assert.Equal(expected, value, within * Math.Abs(expected));
        }

        Assert.NotEmpty(slopes);
        Assert.Equal(slopes.Length, gradients.Length);
        for (int i = 0; i < slopes.Length; i++)
        {
            Gradients.Agree(slopes[i], gradients[i], within * slopes[i].abs().max().ToDouble());
        }
    }

    private static TorchRow New<TSingle, TDouble>(string text, Draw[] draws, Func<Tensor, Func<Tensor[], Tensor>> expected)
        where TSingle : ILoss, new()
        where TDouble : ILoss, new() =>
        new(Expression(text), typeof(TSingle).Name, draws, expected, static _ => ComparedLoss.OfTensors(new TSingle()), static _ => ComparedLoss.OfTensors(new TDouble()));

    // A value that is not reduced is, by factors that the generated loss takes as its upstream gradient.
    private static Func<Tensor[], Tensor> Reduced(Loss<Tensor, Tensor, Tensor> module) => inputs =>
    {
        Tensor value = module.call(inputs[0], inputs[1]);
        return value.dim() == 0 ? value : (value * Upstream(value.shape, value.dtype)).sum();
    };

    // What the lambda returns.
    private static string Expression(string lambda) => lambda[(lambda.IndexOf("=> ", StringComparison.Ordinal) + 3)..];

    private static (long[] Shape, int? ClassAxis) ShapeOf(ILoss loss)
    {
        long[] shape = [.. loss.Shape.ToArray().Select(static size => size == Shape.Batch ? Batch : (long)size)];
        return (shape.Length == 1 ? [Batch, 5] : shape, loss.ClassAxis);
    }
}
