namespace LossGen;

/// <summary>
/// Elementary functions over vectors, made for generated kernels: full range, at most about one unit in the last place
/// (ULP) away from the exact result, and the same bits everywhere.
/// </summary>
/// <remarks>
/// Every lane is computed by itself, by one fixed sequence of correctly rounded operations. A result depends on nothing
/// but its argument: not on the lane, not on its neighbours, not on whether the machine has the vector instructions.
/// The scalar overloads return the bits of a lane. Only the sign and payload of a NaN are left to the machine.
/// </remarks>
public static partial class VectorMath
{
}
