using static TorchSharp.torch;

namespace TorchDigits;

/// <summary>Computes the loss of a minibatch, and the gradients of all parameters of the network that the logits come from.</summary>
/// <param name="logits">Ten for each image.</param>
/// <param name="labels">The digit of each image.</param>
/// <returns>The mean loss of the images.</returns>
public delegate double LossStep(Tensor logits, Tensor labels);
