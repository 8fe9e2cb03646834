using LossGen.Numerics.Tests.FormulaTrees;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Formulas;

/// <summary>A formula as a user writes it: <c>float Value(float x, float y) => body</c>, of either type and with as many inputs as it has.</summary>
/// <param name="Name">The name of its class.</param>
/// <param name="Type">float or double.</param>
/// <param name="Inputs">The inputs.</param>
/// <param name="Body">The method's body, from => or {, and other methods after it.</param>
internal sealed record CustomLoss(string Name, string Type, string[] Inputs, string Body)
{
    /// <summary>Scalars after the inputs, each preceded by a comma and with a default.</summary>
    public string Parameters { get; init; } = "";

    public string Text
    {
        get
        {
            string x = string.Join(", ", Inputs.Select(static (_, i) => $"x[{i}]"));
            string g = string.Join(", ", Inputs.Select(static (_, i) => $"g[{i}]"));
            return $$"""
                [ElementwiseLoss(Reduction = LossReduction.Sum)]
                public sealed partial class {{Name}}
                {
                    [Formula]
                    private static {{Type}} Value({{string.Join(", ", Inputs.Select(input => $"{Type} {input}"))}}{{Parameters}}) {{Body}}{{(Body.EndsWith('}') ? "" : ";")}}
                }

                public static class {{Name}}Calls
                {
                    public static {{Type}} Forward({{Type}}[][] x) => new {{Name}}().Forward({{x}});
                    public static {{Type}} ForwardBackward({{Type}}[][] x, {{Type}}[][] g) => new {{Name}}().ForwardBackward({{x}}, {{g}});
                }

                """;
        }
    }
}

/// <summary>Custom losses, compiled together.</summary>
internal sealed class CustomLosses(IEnumerable<CustomLoss> losses)
{
    private readonly CompiledLosses compiled = CompiledLosses.CompileSources(["using System;\nusing LossGen;\n" + string.Concat(losses.Select(static loss => loss.Text))]);

    /// <summary>Value and gradients at one point, which must be the same in every lane and as a single element.</summary>
    public (double Value, double[] Gradients) Run(CustomLoss loss, params double[] point) =>
        loss.Type == "float" ? Run<float>(loss, point) : Run<double>(loss, point);

    /// <summary>The value of a formula of one float, summed over the points.</summary>
    public float Forward(CustomLoss loss, float[] points) => compiled.Method<Func<float[][], float>>(loss.Name + "Calls", "Forward")([points]);

    /// <summary>The same value, with the gradient.</summary>
    public float ForwardBackward(CustomLoss loss, float[] points) => compiled.Method<Func<float[][], float[][], float>>(loss.Name + "Calls", "ForwardBackward")([points], [new float[points.Length]]);

    private (double Value, double[] Gradients) Run<T>(CustomLoss loss, double[] point)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var call = compiled.Method<Func<T[][], T[][], T>>(loss.Name + "Calls", "ForwardBackward");
        T[][] one = Gradients(1, out T value);
        T[][] many = Gradients(Points.Count, out _);
        for (int input = 0; input < point.Length; input++)
        {
            Assert.All(many[input], gradient => Assert.Equal(one[input][0], gradient));
        }

        return (double.CreateChecked(value), [.. one.Select(static gradient => double.CreateChecked(gradient[0]))]);

        T[][] Gradients(int count, out T value)
        {
            T[][] gradients = [.. point.Select(_ => new T[count])];
            value = call([.. point.Select(x => Enumerable.Repeat(T.CreateChecked(x), count).ToArray())], gradients);
            return gradients;
        }
    }
}
