using Digits;
using LossGen;
using TorchSharp;
using static TorchSharp.torch;

namespace TorchDigits;

/// <summary>A way to compute the loss of a minibatch and start the backward pass.</summary>
/// <param name="Option">Its name on the command line.</param>
/// <param name="Name">Its name in tables.</param>
/// <param name="Start">Makes what each step calls.</param>
public sealed record LossKind(string Option, string Name, Func<LossStep> Start)
{
    /// <summary>torch's own cross-entropy.</summary>
    public static LossKind Torch { get; } = new("torch", "nn.CrossEntropyLoss", static () => OfModule(nn.CrossEntropyLoss()));

    /// <summary>The generated loss as a module in its place.</summary>
    public static LossKind Module { get; } = new("lossgen", "LossGen, AsModule", static () => OfModule(new DigitLoss().AsModule()));

    /// <summary>The generated loss without a node in the graph.</summary>
    public static LossKind Graphless { get; } = new("graphless", "LossGen, BackwardFrom", static () =>
    {
        var loss = new DigitLoss();
        return (logits, labels) => loss.BackwardFrom(logits, labels);
    });

    /// <summary>All of them, in the order of tables.</summary>
    public static IReadOnlyList<LossKind> All { get; } = [Torch, Module, Graphless];

    private static LossStep OfModule(Loss<Tensor, Tensor, Tensor> loss) => (logits, labels) =>
    {
        Tensor value = loss.call(logits, labels);
        value.backward();
        return value.item<float>();
    };
}
