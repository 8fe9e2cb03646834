using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>Prints what a member checks of its arguments before anything is written.</summary>
internal static class GuardPrinter
{
    private const string Guard = "global::LossGen.CompilerServices.LossGuard";

    /// <summary>Declares the number of samples, and checks that all inputs have as many.</summary>
    public static void PrintInputs(CodeWriter writer, LossUnit unit)
    {
        PrintSamples(writer, unit);
        foreach (Tensor input in unit.Inputs.Skip(1))
        {
            PrintLength(writer, unit, input);
        }

        if (unit.Weights is { Source: WeightSource.Constructor } constructed)
        {
            writer.Line($"{Guard}.RequireConstructed(this.{Weighting.Field}, {Literals.Integer(constructed.Declared.Count(unit.Shape))});");
        }

        foreach (FormulaParameter parameter in unit.ConstructorParameters.Where(static parameter => parameter.IsPerClass))
        {
            writer.Line($"{Guard}.RequireConstructed(this.{parameter.Name}, {Literals.Integer(unit.Shape.Classes)});");
        }

        if (unit.Weights is { Source: WeightSource.Call } weights)
        {
            PrintLength(writer, unit, weights.Tensor);
        }
    }

    /// <summary>Declares the number of samples.</summary>
    public static void PrintSamples(CodeWriter writer, LossUnit unit)
    {
        string prediction = unit.Prediction.Name;
        writer.Line($"int {unit.Local("samples")} = {Guard}.CountSamples({prediction}.Length, {Literals.Integer(unit.Shape.ElementsPerSample)}, {Literals.Text(unit.Shape.ToString())}, {Literals.Text(prediction)});");
    }

    /// <summary>Checks that gradients are as long as their inputs, and that each is exactly its own input or does not overlap it, and overlaps no other span.</summary>
    /// <param name="writer">Writes the file.</param>
    /// <param name="unit">The loss.</param>
    /// <param name="gradients">The gradients.</param>
    /// <param name="multiplied">What the call takes besides inputs and weights, to multiply derivatives by: upstream gradients or directions.</param>
    public static void PrintGradients(CodeWriter writer, LossUnit unit, IReadOnlyList<Tensor> gradients, IReadOnlyList<Tensor> multiplied)
    {
        foreach (Tensor gradient in gradients)
        {
            PrintLength(writer, unit, gradient);
            Tensor own = unit.Inputs[gradient.Number];
            writer.Line($"{Guard}.RequireSameOrApart({own.Name}, {gradient.Name}, {Literals.Text(own.Name)}, {Literals.Text(gradient.Name)}, {Literals.Text(unit.Shape.ToString())});");
            IEnumerable<Tensor> weights = unit.Weights is { Source: WeightSource.Call } given ? [given.Tensor] : [];
            foreach (Tensor other in unit.Inputs.Where(input => input != own).Concat(weights).Concat(multiplied).Concat(unit.Gradients.TakeWhile(earlier => earlier.Number < gradient.Number)))
            {
                PrintApart(writer, unit, other, gradient);
            }
        }
    }

    /// <summary>Declares what the count is made of, where the arguments are checked later: the number of samples, or of locations that are kept.</summary>
    public static void PrintCounted(CodeWriter writer, LossUnit unit)
    {
        if (unit is { CountsKept: true, Kept.IgnoreLabel: { } ignored })
        {
            writer.Line($"long {unit.Local("kept")} = {BoundKernelPrinter.Kept}.Count({unit.Labels[0].Name}, {Literals.Integer(ignored)});");
            return;
        }

        PrintSamples(writer, unit);
    }

    /// <summary>Checks that there is a place for the value of each position, which overlaps no input.</summary>
    public static void PrintValues(CodeWriter writer, LossUnit unit) => PrintApart(writer, unit, unit.Values);

    /// <summary>Checks that there is a place for the second derivative of each element, which overlaps neither an input nor the gradient.</summary>
    public static void PrintCurvature(CodeWriter writer, LossUnit unit)
    {
        PrintApart(writer, unit, unit.Curvature);
        PrintApart(writer, unit, unit.Gradients[0], unit.Curvature);
    }

    /// <summary>Checks that there is a place for each further output, which overlaps no other span.</summary>
    /// <param name="writer">Writes the file.</param>
    /// <param name="unit">The loss.</param>
    /// <param name="gradients">The gradients that are written as well.</param>
    public static void PrintSideOutputs(CodeWriter writer, LossUnit unit, IEnumerable<Tensor> gradients)
    {
        List<Tensor> written = [.. gradients];
        foreach (Tensor output in unit.SideOutputs)
        {
            PrintApart(writer, unit, output);
            foreach (Tensor other in written)
            {
                PrintApart(writer, unit, other, output);
            }

            written.Add(output);
        }
    }

    /// <summary>Checks that there is an upstream gradient for each position.</summary>
    public static void PrintUpstream(CodeWriter writer, LossUnit unit) => PrintLength(writer, unit, unit.Upstream);

    /// <summary>Checks that directions are as long as their inputs.</summary>
    public static void PrintDirections(CodeWriter writer, LossUnit unit, IEnumerable<Tensor> directions)
    {
        foreach (Tensor direction in directions)
        {
            PrintLength(writer, unit, direction);
        }
    }

    /// <summary>Checks that something is kept, if the loss has no value otherwise.</summary>
    public static void PrintSomethingKept(CodeWriter writer, LossUnit unit, string total)
    {
        if (unit.Kept is { DividesByKept: true, WhenEmpty: WhenEmptyKind.Throw })
        {
            writer.Line($"{Guard}.{(unit.DividesByWeights ? "RequireWeightSum" : "RequireKept")}({total}.{(unit.CountsKept ? "Count" : SumsPrinter.Property(unit.Total!.Sums[1]))}, {Literals.Text(unit.Labels.Count > 0 ? unit.Labels[0].Name : unit.Weights!.Tensor.Name)});");
        }
    }

    /// <summary>Checks that every label that may be none is a class, or ignored; declares the number of those that are kept, if that is the count.</summary>
    public static void PrintLabels(CodeWriter writer, LossUnit unit) => PrintLabels(writer, unit, unit.CountsKept);

    /// <summary>The same, where the caller says whether it needs that number.</summary>
    /// <param name="writer">Writes the file.</param>
    /// <param name="unit">The loss.</param>
    /// <param name="declaresKept">Whether it does.</param>
    /// <param name="allClasses">The number of classes, where those of the shape are a shard of them; null where they are all.</param>
    public static void PrintLabels(CodeWriter writer, LossUnit unit, bool declaresKept, string? allClasses = null)
    {
        foreach (Tensor labels in unit.CheckedLabels)
        {
            string classes = allClasses ?? Literals.Integer(unit.Shape.Classes);
            if (unit.Kept.IgnoreLabel is { } ignored)
            {
                string kept = declaresKept ? $"long {unit.Local("kept")} = " : "";
                writer.Line($"{kept}{Guard}.RequireLabels({labels.Name}, {classes}, {Literals.Integer(ignored)}, {Literals.Text(labels.Name)});");
                continue;
            }

            writer.Line($"{Guard}.RequireLabels({labels.Name}, {classes}, {Literals.Text(labels.Name)});");
        }
    }

    // Checks that an output is as long as it has to be, and overlaps no input.
    private static void PrintApart(CodeWriter writer, LossUnit unit, Tensor output)
    {
        PrintLength(writer, unit, output);
        foreach (Tensor input in MemberCalls.Inputs(unit))
        {
            PrintApart(writer, unit, input, output);
        }
    }

    // Checks that an output does not overlap another span. Before C# 14, type inference fails for a span passed as a read-only one, as an earlier output is.
    private static void PrintApart(CodeWriter writer, LossUnit unit, Tensor other, Tensor output)
    {
        string types = other.IsOutput ? $"<{KernelPrinter.TypeName(other.ElementType)}, {KernelPrinter.TypeName(output.ElementType)}>" : "";
        writer.Line($"{Guard}.RequireApart{types}({other.Name}, {output.Name}, {Literals.Text(other.Name)}, {Literals.Text(output.Name)}, {Literals.Text(unit.Shape.ToString())});");
    }

    private static void PrintLength(CodeWriter writer, LossUnit unit, Tensor tensor)
    {
        if (tensor.Layout == TensorLayout.Call)
        {
            writer.Line($"{Guard}.RequireNumber({tensor.Name}.Length, {Literals.Text(tensor.Name)});");
            return;
        }

        string prediction = unit.Prediction.Name;
        writer.Line($"{Guard}.RequireLength({tensor.Name}.Length, {unit.Local("samples")}, {Literals.Integer(unit.PerSample(tensor))}, {Literals.Text(unit.Shape.ToString())}, {Literals.Text(tensor.Name)}, {Literals.Text(prediction)}, {prediction}.Length);");
    }
}
