namespace LossGen.Benchmarks.Custom;

/// <summary>The method with the formula of a loss of two inputs.</summary>
public interface IMethodOfTwo
{
    static abstract float Value(float prediction, float target);
}
