using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics;
using LossGen.Generator.Lowering.Mathematics.Rules;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;

namespace LossGen.Numerics.Tests.Rules;

/// <summary>
/// Checks every rule of the table: it preserves the value, and where it claims a gain, its left side has lost digits that the right side, or the right side's
/// derivative, keeps.
/// </summary>
public sealed class RuleTests(ITestOutputHelper output)
{
    private const int Points = 40;
    private const double SameMathematics = 1e-15;
    private const double MostRight = 2e-14;
    private const double LeastWrong = 1000;

    private static readonly Variable[] Wildcards = [.. new[] { "x", "y", "z", "c" }.Select(static name => new Variable(name, IrType.Double))];

    private static readonly Dictionary<string, Rule> Rules = RuleBook.WithDerivatives.Concat(RuleBook.Limits).ToDictionary(static rule => rule.Text);

    // A result may contain patterns of other rules.
    private static readonly RuleEngine Functions = new(RuleBook.Functions);

    private static readonly RuleEngine WithDerivatives = new(RuleBook.WithDerivatives);

    public static TheoryData<string> All => [.. Rules.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void ARuleKeepsTheValueAndGainsDigits(string text)
    {
        Rule rule = Rules[text];
        foreach (Expr example in rule.Examples)
        {
            Expr left = Filled(example);
            Expr right = rule.Apply(left) ?? throw new InvalidOperationException($"{text} does not apply to {left}.");
            AssertSame(left, right);
        }

        Assert.True(rule.Gains.Count > 0 || rule.Purpose is not null, "A rule says where it gains, or what for it is needed.");
        Expr named = Filled(rule.Examples[0]);
        foreach (double[] point in rule.Gains)
        {
            AssertGain(named, (RuleBook.Functions.Contains(rule) ? Functions : WithDerivatives).Run(named), point);
        }
    }

    private void AssertGain(Expr left, Expr right, double[] point)
    {
        Meaning meaning = At(point);
        Variable x = Wildcards[0];
        (double leftError, double rightError) = (Error(meaning.Of(right), Value(left, point)), Error(meaning.Of(right), Value(right, point)));
        Precise? slope = Slope(right, point);
        (double leftSlopeError, double rightSlopeError) = (Error(slope, SlopeValue(left)), Error(slope, SlopeValue(right)));
        output.WriteLine($"{string.Join(", ", point)}: value {meaning.Of(right)}, left {leftError:G3}, right {rightError:G3}; slope {slope}, left {leftSlopeError:G3}, right {rightSlopeError:G3}");
        Assert.True(rightError <= MostRight, $"The value of {right} has an error of {rightError} at {string.Join(", ", point)}.");
        Assert.True(slope is null || rightSlopeError <= MostRight, $"The slope of {right} has an error of {rightSlopeError} at {string.Join(", ", point)}.");
        Assert.True(
            leftError >= LeastWrong * Math.Max(rightError, 1e-16) || leftSlopeError >= LeastWrong * Math.Max(rightSlopeError, 1e-16),
            $"{left} has lost nothing at {string.Join(", ", point)}: {leftError}, {leftSlopeError}.");

        double SlopeValue(Expr expr) => Differentiate.Of(expr, x) is { } derivative ? Value(Simplify.Expression(derivative), point) : 0;
    }

    private static Precise? Slope(Expr expr, double[] point)
    {
        Precise step = new(1, -330);
        Precise scale = point[0] == 0 ? 1 : Precise.Abs(point[0]);
        step *= new Precise(1, 200) * scale;
        return At(point, step).Of(expr) is { } above && At(point, -step).Of(expr) is { } below ? (above - below) / (2 * step) : null;
    }

    private static double Error(Precise? exact, double actual) => exact is not { } number ? double.NaN
        : !double.IsFinite(actual) ? double.PositiveInfinity
        : number.IsZero ? Math.Abs(actual)
        : (double)Precise.Abs((actual - number) / number);

    private static void AssertSame(Expr left, Expr right)
    {
        Support.Data data = new(7);
        int compared = 0;
        foreach (int _ in Enumerable.Range(0, Points))
        {
            Meaning meaning = At(data.Uniform(Wildcards.Length, -2.5, 2.5));
            if (meaning.Of(left) is { } before)
            {
                Precise after = meaning.Of(right) ?? throw new InvalidOperationException($"{right} has no value where {left} has {before}.");
                Precise distance = Precise.Abs(after - before);
                Assert.True(distance.IsZero || (double)(distance / (Precise.Abs(before) + new Precise(1, -3))) < SameMathematics, $"{left} is {before}, {right} {after}.");
                compared++;
            }
        }

        Assert.True(compared >= Points / 8, $"{left} is no number nearly everywhere.");
    }

    private static double Value(Expr expr, double[] point) => expr switch
    {
        Constant constant => constant.Value.Value,
        Variable variable => point.ElementAtOrDefault(Array.IndexOf(Wildcards, variable)),
        Named named => Value(named.Value, point),
        Within within => Value(within.Value, point),
        Apply apply => Evaluation.Fold(apply.Op, [.. apply.Arguments.Select(argument => Value(argument, point))])!.Value,
        _ => throw new InvalidOperationException($"Unknown expression {expr}."),
    };

    private static Meaning At(double[] point, Precise step = default) => new(Wildcards.Select((variable, i) => (variable.Name, Value: point.ElementAtOrDefault(i) + (i == 0 ? step : 0)))
        .ToDictionary(static entry => entry.Name, static entry => entry.Value));

    private static Expr Filled(Expr example) => example switch
    {
        Wildcard wildcard => Wildcards.Single(variable => variable.Name == wildcard.Name),
        Apply apply => new Apply(apply.Op, Generator.Model.EquatableArray.Of([.. apply.Arguments.Select(Filled)]), apply.Type),
        _ => example,
    };
}
