namespace LossGen;

/// <summary>Names for those dimensions of a declared shape that are not plain numbers.</summary>
public static class Shape
{
    /// <summary>
    /// The batch dimension: its size is given at run time by the length of the spans of each call.
    /// A declared shape contains it exactly once, at any position: <c>[SoftmaxLoss(Shape.Batch, 10)]</c> is a
    /// row-major tensor of N samples of 10 classes, <c>(10, Shape.Batch)</c> has the batch last.
    /// </summary>
    /// <remarks>The number itself carries no meaning; it is far from any size so that a mistyped size is never taken for it.</remarks>
    public const int Batch = int.MinValue;
}
