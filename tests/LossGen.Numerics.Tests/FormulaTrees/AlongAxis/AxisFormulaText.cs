using System.Globalization;
using System.Text;
using LossGen.Numerics.Tests.Custom.AlongAxis;

namespace LossGen.Numerics.Tests.FormulaTrees.AlongAxis;

/// <summary>Writes a formula along an axis as the class of a loss.</summary>
internal static class AxisFormulaText
{
    private const string Indent = "\n        ";

    public static AxisSource Source(AxisFormula formula, string name)
    {
        string[] results = [.. formula.Results.Select(static result => AxisSlots.Text(result))];
        string total = formula.Total is null
            ? ""
            : $"[Total] private static double Total({string.Join(", ", Enumerable.Range(0, results.Length + 1).Select(sum => "double " + AxisSlots.NameInTotal(sum, results.Length)))})"
                + $" => {FormulaText.Of(formula.Total, sum => AxisSlots.NameInTotal(sum, results.Length))};";
        return AxisSource.Totalled(
            name,
            results.Length == 1 ? "float" : $"({string.Join(", ", results.Select(static _ => "float"))})",
            Parameters(formula),
            string.Concat(formula.Loops.Select(Of)) + $"{Indent}return {(results.Length == 1 ? results[0] : $"({string.Join(", ", results)})")};\n   ",
            total);
    }

    private static string Parameters(AxisFormula formula)
    {
        List<string> parameters = ["ReadOnlySpan<float> x"];
        parameters.AddRange(formula.Spans == 2 ? ["ReadOnlySpan<float> y"] : []);
        parameters.AddRange(formula.HasNumber ? ["float n"] : []);
        parameters.AddRange(formula.HasLabel ? ["int label"] : []);
        parameters.AddRange(formula.HasWeights ? ["[Parameter] ReadOnlySpan<float> w"] : []);
        return string.Join(", ", parameters);
    }

    private static string Of(AxisLoop loop)
    {
        bool isEach = loop.IsEach;
        if (loop.Reductions is [{ IsLogSumExp: true } exponentials])
        {
            return OfLogSumExp(exponentials, isEach);
        }

        StringBuilder text = new();
        foreach (Reduction reduction in loop.Reductions)
        {
            text.Append(Indent).Append(CultureInfo.InvariantCulture, $"float {Name(reduction)} = {Number(reduction.Start)};");
        }

        text.Append(Indent).Append(Head(isEach)).Append(Indent).Append('{');
        foreach ((Local local, Expression value) in loop.Locals)
        {
            text.Append(Indent).Append(CultureInfo.InvariantCulture, $"    float {local.Name} = {AxisSlots.Text(value, isEach)};");
        }

        foreach (Reduction reduction in loop.Reductions)
        {
            text.Append(Indent).Append("    ").Append(Step(reduction, isEach));
        }

        return text.Append(Indent).Append('}').ToString();
    }

    private static string OfLogSumExp(Reduction reduction, bool isEach)
    {
        (string name, string value) = (Name(reduction), AxisSlots.Text(reduction.Value, isEach));
        return reduction.Kind switch
        {
            ReductionKind.CalledLogSumExp => $"{Indent}float {name} = Along.LogSumExp({(reduction.Value is Input { Index: AxisSlots.Second } ? "y" : "x")});",
            ReductionKind.NaiveLogSumExp => $"{Indent}float {name}sum = 0f;{Indent}{Head(isEach)} {{ {name}sum += MathF.Exp({value}); }}{Indent}float {name} = MathF.Log({name}sum);",
            _ => $"{Indent}float {name}max = float.NegativeInfinity;{Indent}{Head(isEach)} {{ {name}max = MathF.Max({name}max, {value}); }}"
                + $"{Indent}float {name}sum = 0f;{Indent}{Head(isEach)} {{ {name}sum += MathF.Exp({value} - {name}max); }}{Indent}float {name} = {name}max + MathF.Log({name}sum);",
        };
    }

    private static string Step(Reduction reduction, bool isEach)
    {
        (string name, string value) = (Name(reduction), AxisSlots.Text(reduction.Value, isEach));
        string step = reduction.Kind switch
        {
            ReductionKind.Add => $"{name} += {value};",
            ReductionKind.Subtract => $"{name} -= {value};",
            ReductionKind.Max when reduction.IsCompared => $"if ({value} > {name}) {{ {name} = {value}; }}",
            ReductionKind.Min when reduction.IsCompared => $"if ({value} < {name}) {{ {name} = {value}; }}",
            var kind => $"{name} = MathF.{kind}({name}, {value});",
        };
        return reduction.Condition is null ? step : $"if ({AxisSlots.Text(reduction.Condition, isEach)}) {{ {step} }}" + (reduction.Otherwise is null
            ? ""
            : $" else {{ {name} {(reduction.Kind == ReductionKind.Add ? "-=" : "+=")} {AxisSlots.Text(reduction.Otherwise, isEach)}; }}");
    }

    private static string Head(bool isEach) => isEach ? "foreach (float v in x)" : "for (int i = 0; i < x.Length; i++)";

    private static string Name(Reduction reduction) => AxisSlots.Text(AxisSlots.Of(AxisSlots.Results + reduction.Result));

    private static string Number(double start) => double.IsFinite(start) ? FormulaText.Number(start, ValueType.Single, isWide: false)
        : start > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
}
