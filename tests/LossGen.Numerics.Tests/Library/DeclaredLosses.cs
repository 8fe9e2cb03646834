using System.Globalization;
using System.Reflection;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Library;

/// <summary>Declared losses, compiled together in float and in double when the first of a type is called.</summary>
internal sealed class DeclaredLosses
{
    private readonly List<DeclaredLoss> losses;
    private readonly CompiledInEitherType compiled;

    /// <param name="losses">The losses.</param>
    /// <param name="isTried">Whether one is called in this run, so that it has to be compiled, in double or in float.</param>
    public DeclaredLosses(IEnumerable<DeclaredLoss> losses, Func<DeclaredLoss, bool, bool>? isTried = null)
    {
        this.losses = [.. losses.Distinct()];
        compiled = new CompiledInEitherType(isDouble => this.losses.Where(loss => isTried?.Invoke(loss, isDouble) ?? true).Select(loss => loss.Source(NameOf(loss), isDouble)));
    }

    /// <summary>
    /// Value and gradients, in float64 whatever the loss's type; all members agree to the bit. An input without a gradient has zeros.
    /// </summary>
    public (double Value, double[][] Gradients) Run(DeclaredLoss loss, bool isDouble, double[][] inputs, params int[] labels)
    {
        Type type = compiled.Type(NameOf(loss), isDouble);
        object instance = Activator.CreateInstance(type)!;
        object gradients = Typed(Zeros(inputs), isDouble), again = Typed(Zeros(inputs), isDouble), alone = Typed(Zeros(inputs), isDouble);
        double[] values = Numbers(type.GetMethod("Run")!.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, [Typed(inputs, isDouble), labels, gradients, again], null)!);
        foreach (int number in Enumerable.Range(0, inputs.Length).Where(number => loss.Numbers[number].HasGradient))
        {
            type.GetMethod("Only")!.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, [Typed(inputs, isDouble), labels, alone, number], null);
        }

        double[][] found = Rows(gradients);
        Assert.Equal(values[0], values[1]);
        Assert.Equal(found, Rows(again));
        Assert.Equal(found, Rows(alone));
        return (values[0], found);
    }

    private string NameOf(DeclaredLoss loss) => string.Create(CultureInfo.InvariantCulture, $"{loss.Kind}Number{losses.IndexOf(loss)}");

    private static double[][] Zeros(double[][] inputs) => [.. inputs.Select(static input => new double[input.Length])];

    private static object Typed(double[][] rows, bool isDouble) => isDouble
        ? rows.Select(static row => row.ToArray()).ToArray()
        : rows.Select(static row => row.Select(static x => (float)x).ToArray()).ToArray();

    private static double[][] Rows(object rows) => [.. ((Array)rows).Cast<object>().Select(Numbers)];

    private static double[] Numbers(object row) => [.. ((Array)row).Cast<object>().Select(static number => Convert.ToDouble(number, CultureInfo.InvariantCulture))];
}
