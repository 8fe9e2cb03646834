using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>A custom formula of what a location has along an axis, and its label if there is one; its sum is always divided by the number of locations.</summary>
internal sealed record AxisFormula : CustomFormula
{
    private AxisFormula(LossKind kind, GroundTruth groundTruth, string title, EquatableArray<string> inputs, EquatableArray<FormulaParameter> parameters, Expr body)
        : base(kind, isAlongClassAxis: true, groundTruth, title, inputs, parameters, body)
    {
    }

    /// <summary>One that sees the logits of all classes, and the label.</summary>
    public static AxisFormula OverClasses(EquatableArray<string> inputs, EquatableArray<FormulaParameter> parameters, Expr body) =>
        new(LossKind.CustomOverClasses, GroundTruth.Labels, "loss over classes", inputs, parameters, body);

    /// <summary>One that sees the elements of several inputs, and, as the last input, a label if there is one.</summary>
    public static AxisFormula OfSpans(EquatableArray<string> inputs, bool hasLabel, EquatableArray<FormulaParameter> parameters, Expr body) =>
        new(LossKind.CustomAlongAxis, hasLabel ? GroundTruth.Labels : GroundTruth.Target, "loss along an axis", inputs, parameters, body);
}
