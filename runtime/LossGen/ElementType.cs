namespace LossGen;

/// <summary>The floating-point type of a loss: of its prediction, its gradients and its value.</summary>
public enum ElementType
{
    /// <summary>32-bit IEEE 754 (<see cref="float"/>). Sums are accumulated in 64 bits, so that the value does not drift with size.</summary>
    Single,

    /// <summary>64-bit IEEE 754 (<see cref="double"/>).</summary>
    Double,
}
