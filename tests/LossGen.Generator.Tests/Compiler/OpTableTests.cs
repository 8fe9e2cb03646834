using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics;
using LossGen.Generator.Lowering.Mathematics.Derivatives;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>Each op has its row in every table; a failure names the op and the table.</summary>
public sealed class OpTableTests
{
    public static TheoryData<string> Ops => [.. Enum.GetNames<Op>()];

    [Theory]
    [MemberData(nameof(Ops))]
    public void AnOpHasARowInEveryTable(string name)
    {
        Op op = Enum.Parse<Op>(name);
        Assert.True(Operations.Contains(op), $"{op} is missing in {nameof(Operations)}.");
        Assert.True(Evaluation.Contains(op), $"{op} is missing in {nameof(Evaluation)}.");
        Assert.True(DerivativeTable.Contains(op), $"{op} is missing in {nameof(DerivativeTable)}.");
        Assert.True(
            Prints(op, 1) || Prints(op, 4) || Legalise.Expands(op),
            $"{op} is printed by no dialect, and {nameof(Legalise)} has no expansion for it.");
    }

    /// <summary>What holds one op would otherwise count as holding another.</summary>
    [Fact]
    public void OpsAndKindsOfNodesAreToldApartInASet()
    {
        NodeSet[] sets =
        [
            .. Enum.GetValues<Op>().Select(static op => NodeSet.Of(op)),
            NodeSet.Constants, NodeSet.Variables, NodeSet.Loads, NodeSet.Annotations, NodeSet.Derivatives,
            NodeSet.ClassElements, NodeSet.AtLabels, NodeSet.LabelTests, NodeSet.Reductions, NodeSet.TensorTests,
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
        Op[] scalarOnly = [.. Enum.GetValues<Op>().Where(static op => Prints(op, 1) && !Prints(op, 4))];
        Op[] vectorOnly = [.. Enum.GetValues<Op>().Where(static op => !Prints(op, 1) && Prints(op, 4))];
        Assert.Equal([Op.Convert, Op.RoundToSingle, Op.RoundDown, Op.IndexQuotient, Op.IndexRemainder, Op.IndexMinimum, Op.SumLanes, Op.MaximumLanes], scalarOnly);
        Assert.Equal([Op.Broadcast, Op.LaneIndices, Op.WidenLower, Op.WidenUpper, Op.Narrow, Op.RoundHalvesToSingle, Op.SumHalves, Op.AddHalves, Op.MaximumHalves], vectorOnly);
    }

    [Theory]
    [MemberData(nameof(Ops))]
    public void ADerivativeIsTheSlopeOfTheEvaluation(string name)
    {
        Op op = Enum.Parse<Op>(name);
        Operation operation = Operations.Get(op);
        if (operation.Result != ResultRule.SameAsLast || op is Op.Select or Op.RoundDown or Op.IndexQuotient or Op.IndexRemainder or Op.IndexMinimum)
        {
            // Constant almost everywhere, or not a function of real numbers: nothing to compare.
            return;
        }

        const double Step = 1e-6;

        // Where the function has a value.
        double[] at = op switch
        {
            Op.Log1MExp => [-0.75],
            Op.Acosh => [1.75],
            _ => [0.75, 0.5, 2.0],
        };
        Variable[] arguments = [.. Enumerable.Range(0, operation.Arity).Select(static i => new Variable("x" + i, IrType.Double))];
        Apply apply = (Apply)Expr.Of(op, arguments);
        Expr?[] partials = DerivativeTable.Partials(apply);
        for (int i = 0; i < operation.Arity; i++)
        {
            double partial = i < partials.Length && partials[i] is { } row ? Value(row) : 0.0;
            double above = Value(apply, i, Step);
            double below = Value(apply, i, -Step);
            Assert.Equal((above - below) / (2 * Step), partial, tolerance: 1e-7);
        }

        double Value(Expr expr, int moved = -1, double step = 0) => expr switch
        {
            Constant constant => constant.Value.Value,
            Variable variable => at[variable.Name[1] - '0'] + (variable.Name[1] - '0' == moved ? step : 0),
            Named named => Value(named.Value, moved, step),
            Apply inner => Evaluation.Fold(inner.Op, [.. inner.Arguments.Select(a => Value(a, moved, step))])!.Value,
            _ => throw new InvalidOperationException(expr.ToString()),
        };
    }

    private static bool Prints(Op op, int lanes) => Dialect.IsPrintable(op, IrType.Double.WithLanes(lanes));
}
