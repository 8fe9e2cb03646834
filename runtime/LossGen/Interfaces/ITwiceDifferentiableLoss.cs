namespace LossGen;

/// <summary>A loss whose gradient has a derivative, too: one that declares <c>Curvature = true</c>.</summary>
public interface ITwiceDifferentiableLoss : ILoss
{
    /// <summary>
    /// Computes the gradients of Σ direction · gradient, the product of the Hessian with the directions: what automatic differentiation asks for where a gradient is itself
    /// differentiated.
    /// </summary>
    /// <param name="arguments">Where the inputs and directions come from, and the gradients go to.</param>
    /// <param name="scale">Multiplies the gradients, as an upstream gradient of the loss does.</param>
    void DoubleBackward(ILossArguments arguments, double scale = 1);
}
