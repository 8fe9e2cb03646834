using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics;
using LossGen.Generator.Lowering.Mathematics.Derivatives;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>Each op has its row in every table; a failure names the op and the file.</summary>
public sealed class OpTableTests(ITestOutputHelper output)
{
    // A numerical derivative with a larger error says nothing; below the magnitude, errors are absolute.
    private const double KnownTo = 1e-9;
    private const double EqualTo = 1e-8;
    private const double LeastMagnitude = 1e-3;
    private const int LeastCompared = 6;

    public static TheoryData<string> Ops => [.. Enum.GetNames<Op>()];

    [Theory]
    [MemberData(nameof(Ops))]
    public void AnOpHasARowInEveryTable(string name)
    {
        Op op = Enum.Parse<Op>(name);
        Assert.All(OpTable.All, table => Assert.True(table.HasRow(op), $"{op} has no row in {table}."));
    }

    /// <summary>Otherwise a set with one op might count as containing another.</summary>
    [Fact]
    public void OpsAndKindsOfNodesAreToldApartInASet()
    {
        NodeSet[] sets =
        [
            .. Enum.GetValues<Op>().Select(static op => NodeSet.Of(op)),
            .. NodeSet.NamedKinds.Select(static kind => kind.Kind),
        ];
        NodeSet met = NodeSet.None;
        Assert.All(sets, set =>
        {
            Assert.NotEqual(NodeSet.None, set);
            Assert.False(met.Overlaps(set));
            met |= set;
        });
    }

    [Fact]
    public void AnOpThatOneDialectLacksIsForTheOtherKindOfValueOnly()
    {
        Op[] scalarOnly = [.. Enum.GetValues<Op>().Where(static op => OpTable.Prints(op, 1) && !OpTable.Prints(op, 4))];
        Op[] vectorOnly = [.. Enum.GetValues<Op>().Where(static op => !OpTable.Prints(op, 1) && OpTable.Prints(op, 4))];
        Assert.Equal([Op.Convert, Op.RoundToSingle, Op.RoundDown, Op.IndexQuotient, Op.IndexRemainder, Op.IndexMinimum, Op.IndexDistance, Op.SumLanes, Op.MaximumLanes], scalarOnly);
        Assert.Equal([Op.Broadcast, Op.LaneIndices, Op.FromIntegers, Op.WidenLower, Op.WidenUpper, Op.Narrow, Op.RoundHalvesToSingle, Op.SumHalves, Op.AddHalves, Op.MaximumHalves], vectorOnly);
    }

    [Theory]
    [MemberData(nameof(Ops))]
    public void ADerivativeIsTheSlopeOfTheEvaluation(string name)
    {
        Op op = Enum.Parse<Op>(name);
        int[] compared = new int[Operations.Get(op).Arity];
        foreach (double[] at in OpDomains.HasSlope(op) ? OpDomains.Points(op) : [])
        {
            for (int i = 0; i < at.Length; i++)
            {
                double room = OpDomains.Room(op, at, i);
                if (room > 0 && !double.IsNaN(room))
                {
                    compared[i] += CompareSlope(op, at, i, Math.Min(room / 2, Math.Clamp(Math.Abs(at[i]) / 10, 0.1, 1))) ? 1 : 0;
                }
            }
        }

        output.WriteLine($"{op}: {string.Join(", ", compared)} slopes compared.");
        if (OpDomains.WithoutDerivative.TryGetValue(op, out string? reason))
        {
            Assert.True(Enum.GetValues<ScalarType>().All(type => DerivativeTable.Partials(Applied(op, new IrType(type), new double[compared.Length])).Length == 0), $"{op} has a derivative; it should have none: {reason}.");
        }

        if (OpDomains.HasSlope(op))
        {
            Assert.All(compared.Index(), argument => Assert.True(argument.Item >= LeastCompared || OpDomains.IsNoNumber(op, argument.Index), $"Too few slopes of {op} by argument {argument.Index} are known."));
        }
    }

    /// <summary>At ordinary points, and at ±∞ and NaN where there is one argument.</summary>
    [Theory]
    [MemberData(nameof(Ops))]
    public void AnExpansionIsTheEvaluation(string name)
    {
        Op op = Enum.Parse<Op>(name);
        if (!Legalise.Expands(op) || !OpDomains.HasSlope(op))
        {
            return;
        }

        double[][] limits = Operations.Get(op).Arity == 1 ? [[double.NegativeInfinity], [double.PositiveInfinity], [double.NaN]] : [];
        Assert.All(OpDomains.Points(op).Concat(limits), at =>
        {
            double expected = Evaluation.Fold(op, at)!.Value;
            double actual = Value(Legalise.Expression(Applied(op, IrType.Double, at), Dialect.IsPrintable), at);
            Assert.True(
                expected.Equals(actual) || Math.Abs(expected - actual) <= EqualTo * Math.Max(Math.Abs(expected), LeastMagnitude),
                FormattableString.Invariant($"{op} at {string.Join(", ", at)}: the expansion in Legalise.cs is {actual:R}, Evaluation.cs says {expected:R}."));
        });
    }

    /// <summary>A derivative that is a convention: at a kink, and where a probability is clamped.</summary>
    [Theory]
    [InlineData(Op.Absolute, ScalarType.Double, new[] { 0.0 }, new[] { 0.0 })]
    [InlineData(Op.Maximum, ScalarType.Double, new[] { 2.0, 2.0 }, new[] { 0.0, 1.0 })]
    [InlineData(Op.Minimum, ScalarType.Double, new[] { 2.0, 2.0 }, new[] { 0.0, 1.0 })]
    [InlineData(Op.FastMaximum, ScalarType.Double, new[] { 2.0, 2.0 }, new[] { 0.0, 1.0 })]
    [InlineData(Op.FastMinimum, ScalarType.Double, new[] { 2.0, 2.0 }, new[] { 0.0, 1.0 })]
    [InlineData(Op.Hypotenuse, ScalarType.Double, new[] { 0.0, 0.0 }, new[] { 0.0, 0.0 })]
    [InlineData(Op.Atan2, ScalarType.Double, new[] { 0.0, 0.0 }, new[] { 0.0, 0.0 })]
    [InlineData(Op.RootOfSquarePlus, ScalarType.Double, new[] { 0.0, 0.0 }, new[] { 0.0, double.PositiveInfinity })]
    [InlineData(Op.GeneralPower, ScalarType.Double, new[] { 0.0, 0.0 }, new[] { 0.0, 0.0 })]
    [InlineData(Op.GeneralPower, ScalarType.Double, new[] { 0.0, 2.5 }, new[] { 0.0, 0.0 })]
    [InlineData(Op.XLogY, ScalarType.Double, new[] { 0.0, 0.0 }, new[] { double.NegativeInfinity, 0.0 })]
    [InlineData(Op.LogProbability, ScalarType.Single, new[] { 0.0 }, new[] { 1 / 1.17549435E-38 })]
    [InlineData(Op.LogProbability, ScalarType.Double, new[] { 0.0 }, new[] { 1 / 2.2250738585072014E-308 })]
    [InlineData(Op.BinaryCrossEntropy, ScalarType.Double, new[] { 0.0, 1.0 }, new[] { -1e12, 100.0 })]
    [InlineData(Op.NegativeLogit, ScalarType.Double, new[] { 0.0 }, new[] { -1e12 })]
    [InlineData(Op.RoundToSingle, ScalarType.Double, new[] { 0.1 }, new[] { 1.0 })]
    internal void WhereThereIsNoSlopeOneIsChosen(Op op, ScalarType type, double[] at, double[] expected) =>
        Assert.Equal(expected, DerivativeTable.Partials(Applied(op, new IrType(type), at)).Select(partial => Value(partial!, at)));

    // Whether the numerical derivative is exact enough. Rows have either type, and some use that an argument is constant.
    private static bool CompareSlope(Op op, double[] at, int moved, double step)
    {
        ExtrapolatedSlope slope = ExtrapolatedSlope.Of(distance => Value(Applied(op, IrType.Double, at), [.. at.Select((x, i) => i == moved ? x + distance : x)]), step);
        double magnitude = Math.Max(Math.Abs(slope.Value), LeastMagnitude);
        if (!(slope.Error <= KnownTo * magnitude))
        {
            return false;
        }

        foreach (IrType type in new[] { IrType.Single, IrType.Double })
        {
            for (int constant = -1; constant < at.Length; constant++)
            {
                Expr?[] partials = DerivativeTable.Partials(Applied(op, type, at, constant));
                double partial = moved < partials.Length && partials[moved] is { } row ? Value(row, at) : 0;
                Assert.True(
                    Math.Abs(slope.Value - partial) <= EqualTo * magnitude,
                    FormattableString.Invariant($"{op} of {type} at {string.Join(", ", at)}: by argument {moved} {partial:R}, the slope is {slope.Value:R}, known to {slope.Error:G2}."));
            }
        }

        return true;
    }

    // The op applied to variables, one of them possibly a constant.
    private static Apply Applied(Op op, IrType type, double[] at, int constant = -1)
    {
        Expr[] arguments = [.. at.Select((value, i) => i == constant ? new Constant(value, type) : (Expr)new Variable("x" + i, type))];
        return Operations.Get(op).Result == ResultRule.Stated ? (Apply)Expr.Of(op, type, arguments) : (Apply)Expr.Of(op, arguments);
    }

    private static double Value(Expr expr, double[] at) => expr switch
    {
        Constant constant => constant.Value.Value,
        Variable variable => at[variable.Name[1] - '0'],
        Named named => Value(named.Value, at),
        Within within => Value(within.Value, at),
        Apply apply => Evaluation.Fold(apply.Op, [.. apply.Arguments.Select(argument => Value(argument, at))])!.Value,
        _ => throw new InvalidOperationException(expr.ToString()),
    };
}
