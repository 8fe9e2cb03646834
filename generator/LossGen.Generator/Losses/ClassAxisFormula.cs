using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>A custom formula of the classes of a location and its label; its sum is always divided by the number of locations.</summary>
internal sealed record ClassAxisFormula : CustomFormula
{
    public ClassAxisFormula(EquatableArray<string> inputs, EquatableArray<FormulaParameter> parameters, Expr body)
        : base(LossKind.CustomOverClasses, isAlongClassAxis: true, GroundTruth.Labels, "loss over classes", inputs, parameters, body)
    {
    }
}
