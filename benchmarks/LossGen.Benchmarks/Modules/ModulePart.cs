namespace LossGen.Benchmarks.Modules;

/// <summary>What of a training step is timed.</summary>
/// <param name="Title">Its name in tables.</param>
/// <param name="Name">Part of the names of its rows, by which they are filtered.</param>
public sealed record ModulePart(string Title, string Name)
{
    /// <summary>A linear layer, the loss, the backward pass of both, and a step of gradient descent.</summary>
    public static ModulePart Step { get; } = new("Linear(32 → C), loss, backward, SGD", "step");

    /// <summary>The loss and its gradient, from logits that are a leaf.</summary>
    public static ModulePart Gradient { get; } = new("loss and gradient", "gradient");

    /// <summary>The loss under <c>no_grad</c>.</summary>
    public static ModulePart Value { get; } = new("loss under no_grad", "value");
}
