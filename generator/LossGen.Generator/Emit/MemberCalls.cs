using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>The parameters of public members, and their calls of kernels.</summary>
internal static class MemberCalls
{
    /// <summary>The inputs, and the weights if a call takes any.</summary>
    public static Tensor[] Inputs(LossUnit unit) => [.. unit.Inputs, .. unit.Weights is { Source: WeightSource.Call } given ? new[] { given.Tensor } : []];

    /// <summary>The parameter that a tensor is.</summary>
    public static string Parameter(Tensor tensor) => $"{KernelPrinter.SpanType(tensor)} {tensor.Name}";

    /// <summary>What these inputs add to the count.</summary>
    public static string Count(LossUnit unit) => unit.CountsKept ? unit.Local("kept") : InSamples(unit, unit.CountedPerSample);

    /// <summary>How many of these inputs' locations have a label that is not ignored.</summary>
    public static string Labelled(LossUnit unit) => unit.Kept.IgnoreLabel is null ? InSamples(unit, unit.Shape.LocationsPerSample) : unit.Local("kept");

    /// <summary>The class of the kernels.</summary>
    public static string Kernels(LossUnit unit) => $"global::{KernelClassPrinter.Namespace}.{KernelClassPrinter.ClassName(unit)}";

    private static string InSamples(LossUnit unit, int perSample) => perSample == 1 ? unit.Local("samples") : $"(long){unit.Local("samples")} * {Literals.Integer(perSample)}";

    /// <summary>The call of a driver.</summary>
    /// <param name="unit">The loss.</param>
    /// <param name="driver">The driver.</param>
    /// <param name="last">Its arguments after the parameters of the formula.</param>
    /// <param name="named">The argument that a tensor is; null where it is the parameter of that tensor.</param>
    public static string Call(LossUnit unit, Driver driver, IEnumerable<string> last, Func<Tensor, string?>? named = null)
    {
        IEnumerable<string> tensors = driver.Tensors.Select(tensor => named?.Invoke(tensor) ?? tensor.Role switch
        {
            TensorRole.Input => unit.Inputs[tensor.Number].Name,
            TensorRole.Weights => unit.Weights!.Source == WeightSource.Call ? Weighting.Parameter : "this." + Weighting.Field,
            TensorRole.Parameters => "this." + unit.Parameters[tensor.Number].Name,
            TensorRole.Values => unit.Values.Name,
            TensorRole.Upstream => unit.Upstream.Name,
            TensorRole.Direction => unit.Directions.First(direction => direction.Number == tensor.Number).Name,
            TensorRole.SideOutput => unit.SideOutputs.First(output => output.Number == tensor.Number).Name,
            TensorRole.Curvature => unit.Curvature.Name,
            _ => IsWanted(driver, tensor) ? unit.GradientOf(tensor).Name : "default",
        });
        IEnumerable<string> arguments = tensors
            .Append(unit.Local("samples"))
            .Concat(unit.Parameters.Where(static parameter => parameter.IsScalar).Concat(unit.Choices).Select(static parameter => "this." + parameter.Name))
            .Concat(last);
        return $"{Kernels(unit)}.{driver.Name}{(driver.IsShared ? $"<global::LossGen.CompilerServices.{OutputsType(driver.Wanted)}>" : "")}({string.Join(", ", arguments)})";
    }

    /// <summary>The factors of the gradients in a call that wants none.</summary>
    public static IEnumerable<string> NoScales(Driver driver) => driver.Scales.Select(static _ => "0");

    // Whether a gradient is, in a call that says what it wants.
    private static bool IsWanted(Driver driver, Tensor gradient) => !driver.IsShared
        || (driver.Wanted & (gradient == driver.Tensors.First(static tensor => tensor.Role == TensorRole.Gradient) ? OutputParts.Gradient : OutputParts.OtherGradients)) != 0;

    /// <summary>The type of the runtime library that says what a call wants.</summary>
    public static string OutputsType(OutputParts wanted) => wanted switch
    {
        OutputParts.Value => "ValueOnly",
        OutputParts.Gradient => "GradientOnly",
        OutputParts.Gradient | OutputParts.OtherGradients => "GradientsOnly",
        OutputParts.Value | OutputParts.Gradient => "ValueAndGradient",
        OutputParts.Value | OutputParts.Gradient | OutputParts.OtherGradients => "ValueAndGradients",
        _ => throw new InvalidOperationException($"No call wants {wanted}."),
    };
}
