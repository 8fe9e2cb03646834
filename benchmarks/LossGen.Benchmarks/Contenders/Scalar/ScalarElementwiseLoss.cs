using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders.Scalar;

/// <summary>The mean of a formula over the samples, in plain loops.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TFormula">The formula: a struct, so that only its arithmetic remains.</typeparam>
public sealed class ScalarElementwiseLoss<T, TFormula>(TensorShape shape) : HandWrittenLoss<T, T>(shape)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TFormula : struct, IElementFormula<T>
{
    public override T Forward(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth)
    {
        // A sum of floats would stop growing long before sixteen million terms; in double it is no slower.
        double sum = 0;
        for (int i = 0; i < prediction.Length; i++)
        {
            sum += double.CreateTruncating(TFormula.Value(prediction[i], groundTruth[i]));
        }

        return T.CreateTruncating(sum / Dimensions.Divisor);
    }

    public override void Backward(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth, Span<T> gradient)
    {
        T scale = T.One / T.CreateTruncating(Dimensions.Divisor);
        for (int i = 0; i < prediction.Length; i++)
        {
            gradient[i] = TFormula.Derivative(prediction[i], groundTruth[i]) * scale;
        }
    }

    public override T ForwardBackward(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth, Span<T> gradient)
    {
        T scale = T.One / T.CreateTruncating(Dimensions.Divisor);
        double sum = 0;
        for (int i = 0; i < prediction.Length; i++)
        {
            sum += double.CreateTruncating(TFormula.Value(prediction[i], groundTruth[i]));
            gradient[i] = TFormula.Derivative(prediction[i], groundTruth[i]) * scale;
        }

        return T.CreateTruncating(sum / Dimensions.Divisor);
    }
}
