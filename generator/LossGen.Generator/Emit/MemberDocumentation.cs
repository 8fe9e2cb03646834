using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>Prints what an editor shows of a public member.</summary>
internal static class MemberDocumentation
{
    public static void Print(CodeWriter writer, LossUnit unit, EntryPoint member)
    {
        string plural = unit.Gradients.Count > 1 ? "s" : "";
        string what = (member.ReturnsValue, member.WritesGradient) switch
        {
            (true, false) => "Computes the value of the loss.",
            (false, _) => $"Computes the gradient{plural} of the loss.",
            _ => $"Computes the value and the gradient{plural} of the loss in one pass.",
        };
        writer.Line("/// <summary>");
        writer.Line($"/// {what}");
        writer.Line("/// </summary>");
        if (member.WritesGradient)
        {
            string gradients = string.Join(" and ", member.Notes.Derivatives);
            writer.Line($"/// <remarks>{LossFilePrinter.Xml(gradients)}, with scale = {unit.Factor}.</remarks>");
        }

        PrintInputs(writer, unit);
        if (member.WritesGradient)
        {
            foreach (Tensor gradient in unit.Gradients)
            {
                writer.Line($"/// <param name=\"{gradient.Name}\">Overwritten with the gradient of <paramref name=\"{unit.Inputs[gradient.Number].Name}\"/>; either that same span or one that does not overlap it.{(gradient.IsOptional ? " Empty: not computed." : "")}</param>");
            }
        }

        if (member.ReturnsValue)
        {
            writer.Line("/// <returns>The value; 0 for an empty batch.</returns>");
        }

        string overlap = member.WritesGradient ? ", or a gradient overlaps a span other than exactly its own input" : "";
        writer.Line($"/// <exception cref=\"global::System.ArgumentException\">A length does not fit the shape{overlap}. Nothing was written.</exception>");
        if (unit.Labels.Count > 0)
        {
            writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A label is not a class. Nothing was written.</exception>");
        }
    }

    private static void PrintInputs(CodeWriter writer, LossUnit unit)
    {
        string prediction = unit.Prediction.Name;
        writer.Line($"/// <param name=\"{prediction}\">Any number of samples of shape {unit.Shape}, row-major.</param>");
        foreach (Tensor input in unit.Inputs.Skip(1))
        {
            string perSample = Literals.Integer(unit.PerSample(input));
            writer.Line(unit.Labels.Contains(input)
                ? $"/// <param name=\"{input.Name}\">The class of each location, from 0 to {Literals.Integer(unit.Shape.Classes - 1)}; {perSample} per sample.</param>"
                : input.Layout == TensorLayout.Locations ? $"/// <param name=\"{input.Name}\">A number for each location; {perSample} per sample.</param>"
                : $"/// <param name=\"{input.Name}\">As many elements as <paramref name=\"{prediction}\"/>.</param>");
        }

        if (unit.Weights is { Source: WeightSource.Call } weights)
        {
            writer.Line($"/// <param name=\"{weights.Tensor.Name}\">As many elements as <paramref name=\"{prediction}\"/>; not checked.</param>");
        }
    }
}
