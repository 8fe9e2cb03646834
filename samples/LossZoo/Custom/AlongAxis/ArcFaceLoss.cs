using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Cross-entropy of scaled cosines, the label's being that of an angle wider by a margin.
/// </summary>
/// <remarks>Jiankang Deng, Jia Guo, Niannan Xue and Stefanos Zafeiriou, ArcFace: Additive Angular Margin Loss for Deep Face Recognition, 2019.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class ArcFaceLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> cosine, int label, [Parameter(Minimum = 0)] float scale = 16, [Parameter(Minimum = 0)] float margin = 0.5f)
    {
        float atLabel = MathF.Cos(MathF.Acos(cosine[label]) + margin);
        float sum = 0;
        for (int i = 0; i < cosine.Length; i++)
        {
            sum += MathF.Exp(scale * (i == label ? atLabel : cosine[i]));
        }

        return MathF.Log(sum) - scale * atLabel;
    }
}
