using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Loops;

/// <summary>
/// Makes the body of each loop marked with lanes compute that many neighbouring positions at once: loads and stores become wide, loop-invariant
/// values are broadcast, a comparison with the position compares lane numbers.
/// </summary>
internal static class Vectorise
{
    public static Pass Pass { get; } = new(nameof(Vectorise), "computes neighbouring positions at once", Run)
    {
        Forbids = NodeSet.Mathematics,
        Eliminates = NodeSet.PendingLanes,
        Introduces = NodeSet.Vectors,
    };

    public static LossKernel Run(LossKernel kernel) => kernel with
    {
        Body = kernel.Body.MapBlocks(block => block.Any(static s => s is Loop { Lanes: > 1 }) ? Block(block, kernel.Element).ToEquatableArray() : block),
    };

    private static IEnumerable<Stmt> Block(EquatableArray<Stmt> block, ScalarType element)
    {
        // Vector accumulators by name: later loops start from them, combining the lanes ends them.
        Dictionary<string, Variable> vectors = [];
        Func<Expr, Expr> widened = Rewriting.BottomUp(NodeSet.Variables, e => e is Variable variable && vectors.TryGetValue(variable.Name, out Variable? vector) ? vector : e);

        foreach (Stmt statement in block.Select(s => vectors.Count == 0 ? s : s.MapExpressions(widened)))
        {
            if (statement is Loop { Lanes: > 1 } loop)
            {
                Loop vectorised = new LaneBody(loop, element).Vectorised();
                foreach (Accumulator accumulator in vectorised.Accumulators)
                {
                    vectors[accumulator.Result.Name] = accumulator.Result;
                }

                yield return vectorised;
            }
            else
            {
                yield return statement;
            }
        }
    }

    private sealed class LaneBody(Loop loop, ScalarType element)
    {
        private readonly int lanes = loop.Lanes;
        private readonly HashSet<string> varying = [];

        public Loop Vectorised()
        {
            EquatableArray<Stmt> body = loop.Body.Mapped(Vector);
            IEnumerable<Accumulator> accumulators = loop.Accumulators.Select(a => new Accumulator(
                a.Result with { Type = a.Reduction.AccumulatorType(body.OfType<Accumulate>().First(s => s.Accumulator == a.Result.Name).Term.Type) },
                a.Reduction,
                a.Initial));
            return loop with { Lanes = 1, Body = body, Accumulators = accumulators.ToEquatableArray() };
        }

        private Stmt Vector(Stmt statement)
        {
            switch (statement)
            {
                case Loop inner:
                    // What it carries, it carries in every lane.
                    varying.UnionWith(inner.Accumulators.Select(static a => a.Result.Name));
                    return inner with
                    {
                        Accumulators = inner.Accumulators
                            .Select(a => a with { Result = a.Result with { Type = a.Result.Type.WithLanes(lanes) }, Initial = a.Initial is { } initial ? Vector(initial) : null })
                            .ToEquatableArray(),
                        Body = inner.Body.Mapped(Vector),
                    };
                case Declare declare:
                    Expr value = Vector(declare.Value);
                    varying.Add(declare.Variable.Name);
                    return new Declare(declare.Variable with { Type = value.Type }, value);
                case Accumulate accumulate:
                    return accumulate with { Term = Vector(accumulate.Term) };
                case Prefetch:
                    return statement;
                case Store store:
                    return store with { Value = Vector(store.Value) };
                default:
                    throw new InvalidOperationException($"A loop with lanes may not hold {statement}");
            }
        }

        private Expr Vector(Expr expr)
        {
            switch (expr)
            {
                case Constant constant:
                    return constant with { Type = constant.Type.WithLanes(lanes) };
                case Variable variable when varying.Contains(variable.Name):
                    return variable with { Type = variable.Type.WithLanes(lanes) };
                case Variable or Load when !expr.Mentions(loop.Index):
                    return Expr.Of(Op.Broadcast, expr.Type.WithLanes(lanes), expr);
                case Load load when Slope(load.Index) == 1:
                    return load with { Type = load.Type.WithLanes(lanes) };
                case Apply { Op: Op.Equal } equal when equal.Arguments[0] == loop.Index:
                    return LaneComparison(Op.Equal, equal.Arguments[1]);
                case Apply { Op: Op.LessThan } less when less.Arguments[0] == loop.Index:
                    return LaneComparison(Op.LessThan, less.Arguments[1]);
                case Apply { Op: Op.Equal or Op.LessThan } comparison when comparison.Arguments[0].Type == IrType.Index:
                    return Expr.Of(comparison.Op, LaneNumber(comparison.Arguments[0]), LaneNumber(comparison.Arguments[1]));
                case Apply { Op: Op.Convert, Type.Scalar: ScalarType.Single or ScalarType.Double } number when number.Arguments[0].Type == IrType.Index:
                    return IsSameInAllLanes(number.Arguments[0])
                        ? Expr.Of(Op.Broadcast, number.Type.WithLanes(lanes), number)
                        : Expr.Of(Op.FromIntegers, new IrType(element).WithLanes(lanes), LaneNumber(number.Arguments[0])).To(number.Type.Scalar);
                case Apply { Op: Op.Select } select when IsSameInAllLanes(select.Arguments[0]):
                    // What is not chosen need not be computed.
                    return Expr.Select(select.Arguments[0], Vector(select.Arguments[1]), Vector(select.Arguments[2]));
                case Apply { Op: Op.Select } select when Parted(select) is { } parted:
                    return Vector(parted);
                case Apply { Op: Op.Select, Type.Scalar: ScalarType.Double } select when element == ScalarType.Single:
                    return Expr.Select(Wide(Vector(select.Arguments[0])), Vector(select.Arguments[1]), Vector(select.Arguments[2]));
                case Apply apply:
                    return new Apply(apply.Op, apply.Arguments.Mapped(Vector), apply.Type.WithLanes(lanes));
                default:
                    throw new InvalidOperationException($"{expr} has no lanes along {loop.Index.Name}.");
            }
        }

        // One choice after another for conditions on positions that are combined with others: .NET 10 computes some bitwise operations wrongly, for
        // vectors of 512 bits, if one operand is a comparison of constants.
        private static Expr? Parted(Apply select)
        {
            (Expr condition, Expr whenTrue, Expr whenFalse) = (select.Arguments[0], select.Arguments[1], select.Arguments[2]);
            return !ComparesPositions(condition) ? null : condition switch
            {
                Apply { Op: Op.And } and => Expr.Select(and.Arguments[0], Expr.Select(and.Arguments[1], whenTrue, whenFalse), whenFalse),
                Apply { Op: Op.Or } or => Expr.Select(or.Arguments[0], whenTrue, Expr.Select(or.Arguments[1], whenTrue, whenFalse)),
                Apply { Op: Op.Not } not => Expr.Select(not.Arguments[0], whenFalse, whenTrue),
                _ => null,
            };
        }

        private static bool ComparesPositions(Expr condition) => condition switch
        {
            Apply { Op: Op.And or Op.Or or Op.Not } combined => combined.Arguments.Any(ComparesPositions),
            Apply comparison => comparison.Arguments.Any(static compared =>
                compared.Type == IrType.Index || compared.Nodes(NodeSet.Of(Op.Convert)).Cast<Apply>().Any(static number => number.Arguments[0].Type == IrType.Index)),
            _ => false,
        };

        private bool IsSameInAllLanes(Expr expr) => expr switch
        {
            Variable variable => variable != loop.Index && !varying.Contains(variable.Name),
            Constant => true,
            Apply apply => apply.Arguments.All(IsSameInAllLanes),
            _ => false,
        };

        // index + lane = e in lane e − index, and < e in those below it: lane numbers stay constant, one scalar is broadcast.
        private Expr LaneComparison(Op op, Expr position) =>
            Expr.Of(op, Expr.Of(Op.LaneIndices, Number.WithLanes(lanes)), Expr.Of(Op.Broadcast, Number.WithLanes(lanes), (position - loop.Index).To(Number.Scalar)));

        // Integers as wide as an element, so that comparing them selects elements.
        private IrType Number => new(element == ScalarType.Double ? ScalarType.Int64 : ScalarType.Int32);

        // A position in every lane: one that differs between lanes was loaded as such a number, or is the loop's own.
        private Expr LaneNumber(Expr position) => position is Apply { Op: Op.Convert } convert && convert.Arguments[0].Type == Number
            ? Vector(convert.Arguments[0])
            : position == loop.Index ? Expr.Of(Op.LaneIndices, Number.WithLanes(lanes)) + Expr.Of(Op.Broadcast, Number.WithLanes(lanes), position.To(Number.Scalar))
            : Expr.Of(Op.Broadcast, Number.WithLanes(lanes), position.To(Number.Scalar));

        // A comparison of integers that selects float64 values where elements are float32.
        private static Expr Wide(Expr condition) => condition switch
        {
            Apply { Op: Op.And or Op.Or or Op.Not } combined => combined.MapChildren(Wide),
            Apply { Type.Scalar: ScalarType.Boolean } comparison => comparison.MapChildren(static compared => compared switch
            {
                { Type.Scalar: not ScalarType.Int32 } => compared,
                Apply { Op: Op.Broadcast } broadcast => Expr.Of(Op.Broadcast, compared.Type with { Scalar = ScalarType.Int64 }, broadcast.Arguments[0].To(ScalarType.Int64)),
                _ => compared.To(ScalarType.Int64),
            }),
            _ => condition,
        };

        private int? Slope(Expr position) => Affine.Slope(position, loop.Index);
    }
}
