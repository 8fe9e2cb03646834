namespace LossGen.Benchmarks.Options;

/// <summary>Rows that are compared in the same way, in a table of their own.</summary>
/// <param name="Name">Part of the names of its rows, by which they are filtered.</param>
/// <param name="Title">The table's title.</param>
/// <param name="Explanation">What is compared.</param>
/// <param name="Subject">The heading of LossGen's times.</param>
/// <param name="Plain">The heading of the times of the plain loss; null if there is none.</param>
/// <param name="HasPeer">Whether PyTorch computes the same.</param>
public sealed record OptionGroup(string Name, string Title, string Explanation, string Subject, string? Plain, bool HasPeer = true)
{
    public static OptionGroup CrossEntropy { get; } = new(
        "cross-entropy",
        "Cross-entropy with options: ns per element",
        "ForwardBackward of a softmax loss with options, beside the same loss without any, whose labels are all classes, and beside PyTorch's `cross_entropy` with the same options, forward and backward.",
        "with options",
        "plain");

    public static OptionGroup Each { get; } = new(
        "ForwardEach",
        "Values of single locations: ns per element",
        "ForwardEach, beside Forward of the same loss and PyTorch's forward with `reduction='none'`.",
        "ForwardEach",
        "Forward");

    public static OptionGroup Curvature { get; } = new(
        "curvature",
        "Second derivatives: ns per element",
        "ForwardBackwardCurvature, which writes two derivatives of each element, beside ForwardBackward of the same loss, which writes one.",
        "with curvature",
        "ForwardBackward",
        HasPeer: false);

    public static OptionGroup Library { get; } = new(
        "torch.nn",
        "Losses of torch.nn: ns per element",
        "ForwardBackward of each loss by its attribute, with PyTorch's defaults, per element of one input, beside PyTorch's own function, forward and backward, or a composition where there is none: "
        + "focal, Dice and Tversky losses, and the Gaussian one, whose function in TorchSharp has no gradient of the variance.",
        "LossGen",
        Plain: null);

    public static IReadOnlyList<OptionGroup> All { get; } = [CrossEntropy, Each, Curvature, Library];
}
