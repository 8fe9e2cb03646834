using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>Prints a public member: documentation, guards, the call of its kernel.</summary>
internal static class MemberPrinter
{
    public static void Print(CodeWriter writer, LossUnit unit, EntryPoint member, string generatedCode)
    {
        Tensor[] inputs = [.. unit.Inputs, .. unit.Weights is { Source: WeightSource.Call } given ? new[] { given.Tensor } : []];
        Tensor[] gradients = member.WritesGradient ? [.. unit.Gradients] : [];
        string result = member.ReturnsValue ? KernelPrinter.TypeName(unit.Prediction.ElementType) : "void";
        MemberDocumentation.Print(writer, unit, member);
        writer.Line(generatedCode);
        using (writer.Block($"public {result} {member.Name}({string.Join(", ", inputs.Concat(gradients).Select(tensor => Declaration(tensor, unit)))})"))
        {
            GuardPrinter.PrintInputs(writer, unit);
            GuardPrinter.PrintGradients(writer, unit, [.. gradients.Where(static gradient => !gradient.IsOptional)]);
            GuardPrinter.PrintLabels(writer, unit);
            if (member.AllGradientsDriver is { } all)
            {
                Tensor[] optional = [.. gradients.Where(static gradient => gradient.IsOptional)];
                PrintOptional(writer, unit, member, all, optional);
                writer.Line();
            }

            writer.Line(Call(unit, member, member.Driver));
        }

        if (gradients.Length > 1 && LossFilePrinter.Interface(unit) is { } implemented)
        {
            // The interface has one gradient; an optional parameter does not implement it.
            Tensor[] parameters = [.. inputs, gradients[0]];
            writer.Line();
            writer.Line(generatedCode);
            writer.Line($"{result} {implemented}.{member.Name}({string.Join(", ", parameters.Select(Parameter))}) => this.{member.Name}({string.Join(", ", parameters.Select(static p => p.Name))});");
        }
    }

    // All gradients but the first may be omitted from a call.
    private static string Declaration(Tensor tensor, LossUnit unit) => Parameter(tensor) + (tensor.Role == TensorRole.Gradient && tensor != unit.Gradients[0] ? " = default" : "");

    private static string Parameter(Tensor tensor) => $"{KernelPrinter.SpanType(tensor)} {tensor.Name}";

    // Calls the driver with every gradient if the caller wants more than the first, or less.
    private static void PrintOptional(CodeWriter writer, LossUnit unit, EntryPoint member, Driver all, Tensor[] optional)
    {
        string call = Call(unit, member, all);
        if (optional is [var second])
        {
            using (writer.Block($"if (!{second.Name}.IsEmpty)"))
            {
                GuardPrinter.PrintGradients(writer, unit, optional);
                Return();
            }

            return;
        }

        foreach (Tensor gradient in optional)
        {
            using (writer.Block($"if (!{gradient.Name}.IsEmpty)"))
            {
                GuardPrinter.PrintGradients(writer, unit, [gradient]);
            }

            writer.Line();
        }

        using (writer.Block($"if ({string.Join(" || ", optional.Select(gradient => (gradient == unit.Gradients[0] ? "" : "!") + gradient.Name + ".IsEmpty"))})"))
        {
            Return();
        }

        void Return()
        {
            writer.Line(call);
            if (!member.ReturnsValue)
            {
                writer.Line("return;");
            }
        }
    }

    private static string Call(LossUnit unit, EntryPoint member, Driver driver)
    {
        IEnumerable<string> tensors = driver.Tensors.Select(tensor => tensor.Role switch
        {
            TensorRole.Input => unit.Inputs[tensor.Number].Name,
            TensorRole.Weights => unit.Weights!.Source == WeightSource.Call ? Weighting.Parameter : "this." + Weighting.Field,
            TensorRole.Parameters => "this." + unit.Parameters[tensor.Number].Name,
            _ => unit.GradientOf(tensor).Name,
        });
        IEnumerable<string> arguments = tensors.Append(unit.SamplesName).Concat(unit.Parameters.Where(static parameter => !parameter.IsPerClass).Select(static parameter => "this." + parameter.Name));
        return $"{(member.ReturnsValue ? "return " : "")}global::{KernelClassPrinter.Namespace}.{KernelClassPrinter.ClassName(unit)}.{driver.Name}({string.Join(", ", arguments)});";
    }
}
