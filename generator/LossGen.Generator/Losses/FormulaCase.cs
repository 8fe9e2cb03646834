using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>A formula for given values of those of its parameters that are choices; one without such parameters has a single case.</summary>
/// <param name="Values">The values, one for each such parameter.</param>
/// <param name="Summands">What the formula returns, one expression per sum.</param>
internal sealed record FormulaCase(EquatableArray<CaseValue> Values, EquatableArray<Expr> Summands)
{
    /// <summary>The case of a formula without choices.</summary>
    public static FormulaCase Only(EquatableArray<Expr> summands) => new(default, summands);

    /// <summary>What the names of its kernels' class end with: <c>WhenSquared</c>, <c>WhenNotSquaredAndModeIsHuber</c>.</summary>
    public string Name => Values.Count == 0 ? "" : "When" + string.Join("And", Values.Select(static value => value.Name));
}

/// <summary>The value of a parameter in a case.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Choice">Its value.</param>
internal sealed record CaseValue(FormulaParameter Parameter, ParameterChoice Choice)
{
    /// <summary>In words.</summary>
    public string Text => $"{Parameter.Name} is {Choice.Name.TrimStart('@')}";

    /// <summary>As a part of a name.</summary>
    public string Name => Parameter.Type == NumberType.Boolean ? (Choice.Value == 0 ? "Not" : "") + InvariantText.Capitalised(Parameter.Name) : $"{InvariantText.Capitalised(Parameter.Name)}Is{InvariantText.Capitalised(Choice.Name.TrimStart('@').Replace("-", "Minus"))}";
}
