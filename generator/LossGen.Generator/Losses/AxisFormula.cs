using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>A custom formula of what a location has along an axis, and of its labels and numbers; its sum is always divided by the number of locations.</summary>
internal sealed record AxisFormula : CustomFormula
{
    private AxisFormula(LossKind kind, string title, EquatableArray<LossInput> inputs, EquatableArray<FormulaParameter> parameters, Expr body)
        : base(kind, isAlongClassAxis: true, title, inputs, parameters, body)
    {
    }

    /// <summary>One that sees the logits of all classes, and the label.</summary>
    public static AxisFormula OverClasses(EquatableArray<LossInput> inputs, EquatableArray<FormulaParameter> parameters, Expr body) =>
        new(LossKind.CustomOverClasses, "loss over classes", inputs, parameters, body);

    /// <summary>One that sees the elements of one or more inputs, and labels and numbers of the location.</summary>
    public static AxisFormula OfSpans(EquatableArray<LossInput> inputs, EquatableArray<FormulaParameter> parameters, Expr body) =>
        new(LossKind.CustomAlongAxis, "loss along an axis", inputs, parameters, body);
}
