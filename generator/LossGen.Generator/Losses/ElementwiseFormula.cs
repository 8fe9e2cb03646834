using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>A custom formula of single elements.</summary>
internal sealed record ElementwiseFormula : CustomFormula
{
    public ElementwiseFormula(EquatableArray<LossInput> inputs, EquatableArray<FormulaParameter> parameters, EquatableArray<FormulaCase> cases, LossTotal? total, ReductionKind reduction)
        : base(LossKind.Custom, isAlongClassAxis: false, "elementwise loss", inputs, parameters, cases, total) => Reduction = reduction;

    public override ReductionKind Reduction { get; }
}
