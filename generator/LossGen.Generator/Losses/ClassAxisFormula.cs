using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>A written formula of the classes of a location and its label; its sum is always divided by the number of locations.</summary>
internal sealed record ClassAxisFormula : WrittenFormula
{
    public ClassAxisFormula(EquatableArray<string> inputs, EquatableArray<FormulaParameter> parameters, Expr body)
        : base(LossKind.WrittenOverClasses, isAlongClassAxis: true, GroundTruth.Labels, "loss over classes", inputs, parameters, body)
    {
    }
}
