using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>Prints a public member: documentation, guards, the call of its kernel.</summary>
internal static class MemberPrinter
{
    private const string Guard = "global::LossGen.CompilerServices.LossGuard";

    public static void Print(CodeWriter writer, LossUnit unit, EntryPoint member, string generatedCode)
    {
        List<Tensor> parameters = [unit.Prediction, unit.GroundTruth];
        if (unit.Weights is { Source: WeightSource.Call } given)
        {
            parameters.Add(given.Tensor);
        }

        if (member.WritesGradient)
        {
            parameters.Add(unit.PredictionGradient);
        }

        Tensor? second = member.BothGradientsKernel is null ? null : unit.GroundTruthGradient;
        string result = member.ReturnsValue ? KernelPrinter.TypeName(unit.Prediction.ElementType) : "void";
        string signature = string.Join(", ", parameters.Select(static p => $"global::System.{KernelPrinter.SpanType(p)} {p.Name}"));
        MemberDocumentation.Print(writer, unit, member, second);
        writer.Line(generatedCode);
        using (writer.Block($"public {result} {member.Name}({signature}{(second is null ? "" : $", global::System.{KernelPrinter.SpanType(second)} {second.Name} = default")})"))
        {
            PrintGuards(writer, unit, member);
            if (second is not null)
            {
                using (writer.Block($"if (!{second.Name}.IsEmpty)"))
                {
                    PrintGradientGuards(writer, unit, second, unit.GroundTruth, [unit.Prediction, unit.PredictionGradient]);
                    writer.Line(Call(member.BothGradientsKernel!, second));
                    if (!member.ReturnsValue)
                    {
                        writer.Line("return;");
                    }
                }

                writer.Line();
            }

            writer.Line(Call(member.Kernel, null));
        }

        string Call(LossKernel kernel, Tensor? secondGradient)
        {
            IEnumerable<string> arguments = kernel.Tensors.Where(tensor => KernelClassPrinter.IsGiven(unit, tensor)).Select(tensor => tensor.Role switch
            {
                TensorRole.Prediction => unit.Prediction.Name,
                TensorRole.GroundTruth => unit.GroundTruth.Name,
                TensorRole.Weights => unit.Weights!.Source == WeightSource.Call ? Weighting.Parameter : "this." + Weighting.Field,
                TensorRole.PredictionGradient => unit.PredictionGradient.Name,
                _ => secondGradient!.Name,
            });
            return $"{(member.ReturnsValue ? "return " : "")}global::{KernelClassPrinter.Namespace}.{KernelClassPrinter.ClassName(unit)}.{kernel.Name}({string.Join(", ", arguments)}, {unit.SamplesName});";
        }

        if (second is not null)
        {
            // The interface knows one gradient; an optional parameter does not implement it.
            string names = string.Join(", ", parameters.Select(static p => p.Name));
            writer.Line();
            writer.Line(generatedCode);
            writer.Line($"{result} {LossFilePrinter.Interface(unit)}.{member.Name}({signature}) => this.{member.Name}({names});");
        }
    }

    private static void PrintGuards(CodeWriter writer, LossUnit unit, EntryPoint member)
    {
        string prediction = unit.Prediction.Name;
        string groundTruth = unit.GroundTruth.Name;
        writer.Line($"int {unit.SamplesName} = {Guard}.CountSamples({prediction}.Length, {Literals.Integer(unit.Shape.ElementsPerSample)}, {Literals.Text(unit.Shape.ToString())}, {Literals.Text(prediction)});");
        PrintLengthGuard(writer, unit, unit.GroundTruth);
        Tensor[] otherInputs = [unit.GroundTruth];
        if (unit.Weights is { Source: WeightSource.Constructor } constructed)
        {
            writer.Line($"global::LossGen.CompilerServices.LossWeights.Require(this.{Weighting.Field}, {Literals.Integer(constructed.Declared.Count(unit.Shape))});");
        }

        if (unit.Weights is { Source: WeightSource.Call } weights)
        {
            PrintLengthGuard(writer, unit, weights.Tensor);
            otherInputs = [unit.GroundTruth, weights.Tensor];
        }

        if (member.WritesGradient)
        {
            PrintGradientGuards(writer, unit, unit.PredictionGradient, unit.Prediction, otherInputs);
        }

        if (unit.HasLabels)
        {
            writer.Line($"{Guard}.RequireLabels({groundTruth}, {Literals.Integer(unit.Shape.Classes)}, {Literals.Text(groundTruth)});");
        }
    }

    // A gradient may be exactly the input it belongs to, and shares nothing with any other span.
    private static void PrintGradientGuards(CodeWriter writer, LossUnit unit, Tensor gradient, Tensor own, Tensor[] others)
    {
        PrintLengthGuard(writer, unit, gradient);
        writer.Line($"{Guard}.RequireSameOrApart({own.Name}, {gradient.Name}, {Literals.Text(own.Name)}, {Literals.Text(gradient.Name)}, {Literals.Text(unit.Shape.ToString())});");
        foreach (Tensor other in others)
        {
            // Before C# 14 nothing is inferred for a span given as a read-only one.
            string element = KernelPrinter.TypeName(gradient.ElementType);
            string types = other == unit.PredictionGradient ? $"<{element}, {element}>" : "";
            writer.Line($"{Guard}.RequireApart{types}({other.Name}, {gradient.Name}, {Literals.Text(other.Name)}, {Literals.Text(gradient.Name)}, {Literals.Text(unit.Shape.ToString())});");
        }
    }

    private static void PrintLengthGuard(CodeWriter writer, LossUnit unit, Tensor tensor)
    {
        string prediction = unit.Prediction.Name;
        writer.Line($"{Guard}.RequireLength({tensor.Name}.Length, {unit.SamplesName}, {Literals.Integer(unit.PerSample(tensor))}, {Literals.Text(unit.Shape.ToString())}, {Literals.Text(tensor.Name)}, {Literals.Text(prediction)}, {prediction}.Length);");
    }
}
