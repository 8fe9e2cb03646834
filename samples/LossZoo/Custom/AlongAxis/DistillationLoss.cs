using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Learning from a teacher: the divergence of the student's softmax from the teacher's at a temperature, and the cross-entropy of the label.
/// </summary>
/// <remarks>Geoffrey Hinton, Oriol Vinyals and Jeff Dean, Distilling the Knowledge in a Neural Network, 2015.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class DistillationLoss
{
    [Formula]
    private static float Value(
        ReadOnlySpan<float> student,
        ReadOnlySpan<float> teacher,
        int label,
        [Parameter(Minimum = 0, MinimumIsExclusive = true)] float temperature = 3,
        [Parameter(Minimum = 0, Maximum = 1)] float alpha = 0.7f)
    {
        float ofStudent = LogSum(student, temperature), ofTeacher = LogSum(teacher, temperature);
        float divergence = 0;
        for (int i = 0; i < student.Length; i++)
        {
            float logTeacher = teacher[i] / temperature - ofTeacher;
            divergence += MathF.Exp(logTeacher) * (logTeacher - (student[i] / temperature - ofStudent));
        }

        return alpha * temperature * temperature * divergence - (1 - alpha) * Along.LogSoftmax(student, label);
    }

    private static float LogSum(ReadOnlySpan<float> logits, float temperature)
    {
        float sum = 0;
        foreach (float logit in logits)
        {
            sum += MathF.Exp(logit / temperature);
        }

        return MathF.Log(sum);
    }
}
