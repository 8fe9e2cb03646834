using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>Prints what holds weights that are given at run time: a field, and the constructor that fills it.</summary>
internal static class WeightsPrinter
{
    /// <summary>What the constructor does about weights that it takes.</summary>
    public static ConstructorPart ConstructorPart(LossUnit unit, LocationWeights weights)
    {
        Weighting declared = weights.Declared;
        string element = KernelPrinter.TypeName(unit.Prediction.ElementType);
        string count = Literals.Integer(declared.Count(unit.Shape));
        string what = declared.Kind == WeightingKind.PerClass
            ? $"the {count} classes of shape {unit.Shape}"
            : $"the {count} elements of a data point of shape {unit.Shape}";
        string arguments = string.Join(
            ", ",
            Weighting.Parameter,
            count,
            Literals.Integer(unit.Shape.Classes),
            Literals.Integer(declared.Inner(unit.Shape)),
            "global::LossGen.WeightNormalization." + declared.Normalization,
            Literals.Text(what),
            Literals.Text(Weighting.Parameter));
        return new ConstructorPart(
            [$"{KernelPrinter.TypeName(weights.Tensor.ElementType)}[] {Weighting.Field}"],
            $"Checks the weights ω, scales them and keeps the result: {LossFilePrinter.Xml(weights.Description)}.",
            [$"<param name=\"{Weighting.Parameter}\">One for each of {what}, row-major; each finite and at least 0.</param>"],
            [$"<exception cref=\"global::System.ArgumentException\">There are not {count}, or one is negative, NaN or infinite, or those scaled together are all 0.</exception>"],
            [$"global::System.ReadOnlySpan<{element}> {Weighting.Parameter}"],
            [$"this.{Weighting.Field} = global::LossGen.CompilerServices.LossWeights.{(weights.Tensor.Element == ScalarType.Single ? "NormalizeToSingle" : "Normalize")}({arguments});"]);
    }
}
