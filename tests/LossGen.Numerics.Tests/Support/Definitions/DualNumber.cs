using System.Runtime.InteropServices;
using LossGen.Numerics.Tests.VectorMathTests;

namespace LossGen.Numerics.Tests.Support.Definitions;

/// <summary>A number of about 106 bits with its derivatives with respect to the inputs that it depends on.</summary>
internal sealed class DualNumber
{
    private readonly Dictionary<int, SplitSlope> slopes = [];

    private DualNumber(DoubleDouble value)
    {
        Value = value;
    }

    public DoubleDouble Value { get; }

    public IReadOnlyDictionary<int, SplitSlope> Slopes => slopes;

    public static DualNumber Constant(double value) => new(value);

    public static DualNumber Input(double value, int index) => new(value) { slopes = { [index] = new SplitSlope(1, 0) } };

    /// <summary>f(u₁, u₂, …) from its value and its partial derivatives.</summary>
    public static DualNumber Of(DoubleDouble value, params ReadOnlySpan<(DualNumber Argument, DoubleDouble Partial)> partials)
    {
        DualNumber result = new(value);
        foreach ((DualNumber argument, DoubleDouble partial) in partials)
        {
            foreach ((int index, SplitSlope slope) in argument.slopes)
            {
                result.Add(index, partial * slope);
            }
        }

        return result;
    }

    public static DualNumber Sum(IReadOnlyList<DualNumber> terms) =>
        Of(terms.Aggregate((DoubleDouble)0, static (sum, term) => sum + term.Value), [.. terms.Select(static term => (term, (DoubleDouble)1))]);

    /// <summary>log Σ exp(u). The greatest term's share is 1 minus that of the others, which is kept separate from the 1.</summary>
    public static DualNumber LogSumExp(IReadOnlyList<DualNumber> terms)
    {
        DualNumber greatest = terms.MaxBy(static term => term.Value.Hi)!;
        DoubleDouble[] powers = [.. terms.Select(term => term == greatest ? 0 : Exp(term.Value - greatest.Value))];
        DoubleDouble others = powers.Aggregate((DoubleDouble)0, static (sum, power) => sum + power);
        DoubleDouble sum = others + 1;
        DualNumber result = new(greatest.Value + Log(sum));
        for (int i = 0; i < terms.Count; i++)
        {
            bool isGreatest = terms[i] == greatest;
            DoubleDouble share = (isGreatest ? -others : powers[i]) / sum;
            foreach ((int index, SplitSlope slope) in terms[i].slopes)
            {
                result.Add(index, new SplitSlope(isGreatest ? slope.Large : 0, (share * slope.Sum) + (isGreatest ? slope.Small : 0)));
            }
        }

        return result;
    }

    /// <summary>The natural logarithm of a positive number.</summary>
    public static DoubleDouble Log(DoubleDouble a) => Reference.Log(a.Hi) + (a.Lo / a.Hi);

    private static DoubleDouble Exp(DoubleDouble a) => Reference.Exp(a) is var power ? power.Mantissa.Scaled(power.Exponent) : default;

    private void Add(int index, SplitSlope slope)
    {
        ref SplitSlope sum = ref CollectionsMarshal.GetValueRefOrAddDefault(slopes, index, out _);
        sum += slope;
    }
}
