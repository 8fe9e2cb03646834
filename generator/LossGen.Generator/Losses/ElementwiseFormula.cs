using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>A formula of single elements.</summary>
internal sealed record ElementwiseFormula : CustomFormula
{
    private ElementwiseFormula(LossKind kind, string title, EquatableArray<LossInput> inputs, EquatableArray<FormulaParameter> parameters, EquatableArray<FormulaCase> cases, LossTotal? total, ReductionKind reduction)
        : base(kind, isAlongClassAxis: false, title, inputs, parameters, cases, total) => Reduction = reduction;

    public ElementwiseFormula(EquatableArray<LossInput> inputs, EquatableArray<FormulaParameter> parameters, EquatableArray<FormulaCase> cases, LossTotal? total, ReductionKind reduction)
        : this(LossKind.Custom, "elementwise loss", inputs, parameters, cases, total, reduction)
    {
    }

    public override ReductionKind Reduction { get; }

    /// <summary>One of the library's, without parameters.</summary>
    public static ElementwiseFormula Of(LossKind kind, string title, EquatableArray<LossInput> inputs, EquatableArray<FormulaCase> cases, ReductionKind reduction) =>
        new(kind, title, inputs, parameters: default, cases, total: null, reduction);
}
