using System.Globalization;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>The text of a class with which a test calls a formula, compiled or as a plain method: reflection cannot pass a span, compiled code can.</summary>
internal static class FormulaCalls
{
    public static string Text(Formula formula, string suffix)
    {
        string type = Symbols.TypeName(formula.Type, isWide: false);
        string loss = $"new Loss{suffix}({string.Join(", ", formula.Scalars.Select(static scalar => FormulaText.Number(scalar.Value, scalar.Type, isWide: false)))})";
        string inputs = Each(formula, "x[{0}]");
        string gradients = Each(formula, "g[{0}]");
        string wide = string.Join(", ", formula.Scalars.Select(static scalar => FormulaText.Number(scalar.Value, scalar.Type, isWide: true)).Prepend(inputs));
        return $$"""
            public static class Calls{{suffix}}
            {
                public static {{type}} Forward({{type}}[][] x) => {{loss}}.Forward({{inputs}});
                public static void Backward({{type}}[][] x, {{type}}[][] g) => {{loss}}.Backward({{inputs}}, {{gradients}});
                public static {{type}} ForwardBackward({{type}}[][] x, {{type}}[][] g) => {{loss}}.ForwardBackward({{inputs}}, {{gradients}});
                public static double Plain(double[] x) => Plain{{suffix}}.Value({{wide}});
            }

            """;
    }

    /// <summary>The results of the compiled formula at the points.</summary>
    public static FormulaResult Run(Formula formula, CompiledLosses compiled, string suffix, double[][] points) => formula.Type == ValueType.Single
        ? new FormulaRun<float>(compiled, "Calls" + suffix).Run(points, formula.Inputs)
        : new FormulaRun<double>(compiled, "Calls" + suffix).Run(points, formula.Inputs);

    private static string Each(Formula formula, string format) =>
        string.Join(", ", Enumerable.Range(0, formula.Inputs).Select(input => string.Format(CultureInfo.InvariantCulture, format, input)));
}
