using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>A formula of what a location has along an axis, and of its labels and numbers; without a total, its sum is divided by the number of locations or what the reduction says.</summary>
internal sealed record AxisFormula : CustomFormula
{
    private AxisFormula(LossKind kind, string title, EquatableArray<LossInput> inputs, EquatableArray<FormulaParameter> parameters, EquatableArray<FormulaCase> cases, LossTotal? total, ReductionKind reduction)
        : base(kind, isAlongClassAxis: true, title, inputs, parameters, cases, total) => Reduction = reduction;

    public override ReductionKind Reduction { get; }

    /// <summary>One that sees the logits of all classes, and the label.</summary>
    public static AxisFormula OverClasses(EquatableArray<LossInput> inputs, EquatableArray<FormulaParameter> parameters, EquatableArray<FormulaCase> cases, LossTotal? total, ReductionKind reduction) =>
        new(LossKind.CustomOverClasses, "loss over classes", inputs, parameters, cases, total, reduction) { TakesSoftmax = true };

    /// <summary>One of the library's, whose parameters, if it has any, the declaration gives.</summary>
    public static AxisFormula Of(LossKind kind, string title, EquatableArray<LossInput> inputs, EquatableArray<FormulaParameter> parameters, EquatableArray<FormulaCase> cases, ReductionKind reduction) =>
        new(kind, title, inputs, parameters, cases, total: null, reduction);

    /// <summary>One that sees the elements of one or more inputs, and labels and numbers of the location.</summary>
    public static AxisFormula OfSpans(EquatableArray<LossInput> inputs, EquatableArray<FormulaParameter> parameters, EquatableArray<FormulaCase> cases, LossTotal? total, ReductionKind reduction) =>
        new(LossKind.CustomAlongAxis, "loss along an axis", inputs, parameters, cases, total, reduction);
}
