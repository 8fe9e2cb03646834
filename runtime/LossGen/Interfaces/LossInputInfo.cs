namespace LossGen;

/// <summary>An input of a loss, as <see cref="ILoss.Inputs"/> tells it.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Kind">What the input has one number for.</param>
/// <param name="ElementType">The type of its numbers, such as <see cref="float"/> or, of labels, <see cref="int"/>.</param>
/// <param name="HasGradient">Whether the loss computes a gradient by it.</param>
public sealed record LossInputInfo(string Name, LossInputKind Kind, Type ElementType, bool HasGradient);
