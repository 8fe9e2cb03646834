using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Accuracy;

/// <summary>
/// The points at which a formula is evaluated, the same in every run: numbers of all usual sizes and signs, numbers near ½ and 1, and inputs that
/// nearly agree, where losses are small and their terms cancel.
/// </summary>
internal static class SamplePoints
{
    private const int MostClasses = 4;
    private const double Nearby = 1e-3;
    private const double Ordinary = 0.7;

    private static readonly double[] Magnitudes = [1e-6, 1e-3, 0.03, 0.25, 0.5 + Nearby, 1 - Nearby, 1, 1 + Nearby, 2.5, 7, 15, 30, 80];

    // Coprime to the number of signed magnitudes, so that each meets each.
    private const int Stride = 11;

    /// <param name="formula">The formula.</param>
    /// <param name="classes">The number of classes; null for a formula of single elements.</param>
    /// <param name="names">The names of its parameters in the kernel.</param>
    /// <param name="count">The most points.</param>
    public static IEnumerable<SamplePoint> Of(CustomFormula formula, int? classes, IReadOnlyList<string> names, int count)
    {
        Dictionary<string, double> scalars = new(StringComparer.Ordinal);
        FormulaParameter[] ofAll = [.. formula.Parameters.Where(static parameter => parameter.IsScalar)];
        for (int i = 0; i < names.Count; i++)
        {
            scalars[names[i]] = Usual(ofAll[i]);
        }

        int perInput = Math.Min(classes ?? 1, MostClasses);
        Dictionary<int, double[]> perClass = [];
        for (int i = 0; i < formula.Parameters.Count; i++)
        {
            if (formula.Parameters[i].IsPerClass)
            {
                perClass[i] = [.. Enumerable.Range(0, perInput).Select(c => Usual(formula.Parameters[i]) / (1 + c))];
            }
        }

        return Enumerable.Range(0, count).Select(i => new SamplePoint(Whole(Values(i, formula.Inputs.Count * perInput), formula, perInput, i), scalars, perClass, perInput, i % perInput));
    }

    // Small integers where inputs hold integers, 0 and 1 where they hold truth values.
    private static double[] Whole(double[] values, CustomFormula formula, int perInput, int number)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = formula.Inputs[i / perInput].Type switch
            {
                NumberType.Boolean => (number + i) % 2,
                { } type when type.IsInteger() => (number + i) % 4,
                _ => values[i],
            };
        }

        return values;
    }

    // In two of every three rounds the inputs differ; in the third all are close to the first.
    private static double[] Values(int number, int count)
    {
        double[] numbers = [.. Magnitudes.Concat(Magnitudes.Select(static value => -value))];
        double first = numbers[number % numbers.Length];
        int round = number / numbers.Length;
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (float)(i == 0 ? first
                : round % 3 == 2 ? first * (1 + (i * Nearby * ((round % 2) + 1)))
                : numbers[(number + (round * (i + Stride)) + (i * Stride * (1 + (round / numbers.Length)))) % numbers.Length]);
        }

        return values;
    }

    // Its default, or a number within its range at which nothing special happens, unlike 0, ½ and 1.
    private static double Usual(FormulaParameter parameter)
    {
        (double least, double most) = (parameter.Range.Minimum.Value, parameter.Range.Maximum.Value);
        return parameter.Default is { } value ? value.Value
            : (float)(!double.IsInfinity(least) && !double.IsInfinity(most) ? least + (Ordinary * (most - least))
                : !double.IsInfinity(least) ? least + Ordinary
                : !double.IsInfinity(most) ? most - Ordinary
                : Ordinary);
    }
}
