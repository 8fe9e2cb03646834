using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>Prints what an editor shows of a public member.</summary>
internal static class MemberDocumentation
{
    public static void Print(CodeWriter writer, LossUnit unit, EntryPoint member, Tensor? second)
    {
        string what = (member.ReturnsValue, member.WritesGradient) switch
        {
            (true, false) => "Computes the value of the loss.",
            (false, _) => $"Computes the gradient{(second is null ? "" : "s")} of the loss.",
            _ => $"Computes the value and the gradient{(second is null ? "" : "s")} of the loss in one pass.",
        };
        string shape = unit.Shape.ToString();
        writer.Line("/// <summary>");
        writer.Line($"/// {what}");
        writer.Line("/// </summary>");
        if (member.WritesGradient)
        {
            string gradients = string.Join(" and ", (member.BothGradientsKernel ?? member.Kernel).Notes.Derivatives);
            writer.Line($"/// <remarks>{LossFilePrinter.Xml(gradients)}, with scale = w/{unit.Divisor}.</remarks>");
        }

        writer.Line($"/// <param name=\"{unit.Prediction.Name}\">Any number of samples of shape {shape}, row-major.</param>");
        writer.Line(unit.HasLabels
            ? $"/// <param name=\"{unit.GroundTruth.Name}\">The class of each location, from 0 to {Literals.Integer(unit.Shape.Classes - 1)}: {Literals.Integer(unit.PerSample(unit.GroundTruth))} a sample.</param>"
            : $"/// <param name=\"{unit.GroundTruth.Name}\">As many elements as <paramref name=\"{unit.Prediction.Name}\"/>.</param>");
        if (unit.Weights is { Source: WeightSource.Call } weights)
        {
            writer.Line($"/// <param name=\"{weights.Tensor.Name}\">As many elements as <paramref name=\"{unit.Prediction.Name}\"/>; not checked.</param>");
        }

        if (member.WritesGradient)
        {
            writer.Line($"/// <param name=\"{unit.PredictionGradient.Name}\">Overwritten with the gradient of <paramref name=\"{unit.Prediction.Name}\"/>; exactly that span or apart from it.</param>");
        }

        if (second is not null)
        {
            writer.Line($"/// <param name=\"{second.Name}\">Overwritten with the gradient of <paramref name=\"{unit.GroundTruth.Name}\"/>; exactly that span or apart from it. Empty: not computed.</param>");
        }

        if (member.ReturnsValue)
        {
            writer.Line("/// <returns>The value; 0 for an empty batch.</returns>");
        }

        string overlap = member.WritesGradient ? ", or a gradient overlaps a span other than exactly its own input" : "";
        writer.Line($"/// <exception cref=\"global::System.ArgumentException\">A length does not fit the shape{overlap}. Nothing was written.</exception>");
        if (unit.HasLabels)
        {
            writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A label is no class. Nothing was written.</exception>");
        }
    }
}
