using System.Globalization;
using LossGen.Generator.Model;

namespace LossGen.Numerics.Tests.Properties;

/// <summary>The worst errors of a run by loss and element type, as fractions of their bounds.</summary>
internal static class ErrorTable
{
    private static readonly string[] Quantities = ["value", "gradient of x", "gradient of y"];

    public static string Of(IEnumerable<TrialOutcome> outcomes) => string.Join('\n', outcomes
        .GroupBy(static outcome => (outcome.Trial.Declaration.Loss, outcome.Trial.Declaration.Element))
        .OrderBy(static group => group.Key)
        .Select(static group => Line(group.Key.Loss, group.Key.Element, [.. group]))
        .Prepend(Row("loss", "element", "trials", Quantities)));

    private static string Line(LossKind loss, ElementType element, TrialOutcome[] outcomes) => Row(
        loss.ToString(),
        element.ToString(),
        outcomes.Length.ToString(CultureInfo.InvariantCulture),
        [.. Quantities.Select(quantity => Worst(outcomes.SelectMany(static outcome => outcome.Errors).Where(error => error.Quantity == quantity)))]);

    private static string Worst(IEnumerable<QuantityError> errors) =>
        errors.Select(static error => error.Ratio).DefaultIfEmpty(double.NaN).Max() is var worst && double.IsNaN(worst) ? "" : worst.ToString("F3", CultureInfo.InvariantCulture);

    private static string Row(string loss, string element, string trials, string[] errors) =>
        $"{loss,-20} {element,-7} {trials,6} {string.Concat(errors.Select(static error => $"{error,15}"))}".TrimEnd();
}
