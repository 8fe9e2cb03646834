using System.Globalization;
using System.Text;
using LossGen.Benchmarks.Custom;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders.Native;

/// <summary>The C++ source with each workload's constants.</summary>
public static class NativeSource
{
    public const string Header = "losses.hpp";

    /// <summary>The template with its arguments that computes a workload, and the type of its elements.</summary>
    public static (string Element, string Function) Call(Workload workload, NativeStyle style)
    {
        string element = workload.IsDouble ? "double" : "float";
        string pass = $"Pass::{workload.Pass}";
        TensorShape shape = workload.Shape;
        return (element, workload.Loss switch
        {
            LossFamily.Softmax =>
                Invariant($"softmax<{element}, {shape.Classes}, {shape.Stride}, {pass}, Weighting::{workload.Weights.Mode}, Normalize::{workload.Weights.Normalize}, Style::{style}>"),
            LossFamily.SoftlabelSoftmax => Invariant($"soft_labels<{element}, {shape.Classes}, {pass}, Style::{style}>"),
            LossFamily.MultinomialLogistic => Invariant($"multinomial<{element}, {shape.Classes}, {pass}, Style::{style}>"),
            _ => Invariant($"elementwise<{workload.Loss}, {element}, {shape.DataPoint}, {pass}, {(workload.HasBothGradients ? "true" : "false")}>"),
        });
    }

    /// <summary>The same for a custom loss along an axis.</summary>
    public static (string Element, string Function) Call(CustomLoss loss) =>
        ("float", Invariant($"along_axis<{loss.Name}, {loss.Shape.Classes}, {loss.Shape.Stride}>"));

    /// <summary>A file with one function per call.</summary>
    public static string File(IReadOnlyList<(string Element, string Function)> calls)
    {
        var text = new StringBuilder().Append("#include \"").Append(Header).AppendLine("\"");
        for (int i = 0; i < calls.Count; i++)
        {
            (string element, string function) = calls[i];
            text.AppendLine(Invariant(
                $"extern \"C\" double {Name(i)}(const {element}* x, const int32_t* labels, const {element}* y, const {element}* z, {element}* gradient, int64_t elements) {{ return {function}(x, labels, y, z, gradient, elements); }}"));
        }

        return text.ToString();
    }

    public static string Name(int index) => Invariant($"loss{index}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
