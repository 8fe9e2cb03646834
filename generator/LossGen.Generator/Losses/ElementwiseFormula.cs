using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>A custom formula of single elements.</summary>
internal sealed record ElementwiseFormula : CustomFormula
{
    public ElementwiseFormula(EquatableArray<LossInput> inputs, EquatableArray<FormulaParameter> parameters, Expr body, ReductionKind reduction)
        : base(LossKind.Custom, isAlongClassAxis: false, "elementwise loss", inputs, parameters, body) => Reduction = reduction;

    public override ReductionKind Reduction { get; }
}
