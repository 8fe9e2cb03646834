using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders.Scalar;

/// <summary>The divergence of a Gaussian from the standard one, with the gradients of mean and deviation, in a plain loop.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class ScalarGaussianOfBoth<T>(Inputs<T> inputs) : ComputationOfArrays<T>(inputs)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Run()
    {
        ReadOnlySpan<T> means = Inputs.Prediction.Span, deviations = Inputs.Target.Span;
        Span<T> ofMeans = Gradient.Span[..means.Length], ofDeviations = Gradient.Span[means.Length..];
        T scale = T.One / T.CreateTruncating(means.Length);
        double sum = 0;
        for (int i = 0; i < means.Length; i++)
        {
            sum += double.CreateTruncating(GaussianElement<T>.Value(means[i], deviations[i]));
            ofMeans[i] = GaussianElement<T>.Derivative(means[i], deviations[i]) * scale;
            ofDeviations[i] = (deviations[i] - (T.One / deviations[i])) * scale;
        }

        Value = sum / means.Length;
    }
}
