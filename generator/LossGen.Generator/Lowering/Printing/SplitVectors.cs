using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Printing;

/// <summary>
/// Replaces a vector that is wider than the machine's by two: float64 in as many lanes as float32 has becomes its lower and its upper half, each
/// computed like the whole. The same applies to vectors that a machine's wider vector would hold, if the float32 they come from fills a narrower one:
/// conversions are of halves.
/// </summary>
internal static class SplitVectors
{
    public static Pass Pass { get; } = new(nameof(SplitVectors), "replaces a vector that is wider than the machine's by its halves", Run)
    {
        Forbids = NodeSet.Accumulators,
    };

    public static LossKernel Run(LossKernel kernel) => new Splitting(kernel).Run();

    private sealed class Splitting(LossKernel kernel)
    {
        private readonly Names names = Names.Of(kernel);
        private readonly bool hasSingles = kernel.Body.AllExpressions().SelectMany(Traversal.PostOrder).Any(static part => part.Type is { Scalar: ScalarType.Single, IsVector: true });
        private readonly Dictionary<string, (Expr Lower, Expr Upper)> halves = [];

        // Values that both halves need, before the statement that needs them.
        private readonly List<Stmt> ahead = [];

        public LossKernel Run() => kernel with { Body = Block(kernel.Body) };

        private EquatableArray<Stmt> Block(EquatableArray<Stmt> block) => block.ExchangeHere(statement =>
        {
            Stmt[] split = Split(statement);
            if (ahead.Count == 0)
            {
                return split.Length == 1 && ReferenceEquals(split[0], statement) ? null : split;
            }

            split = [.. ahead, .. split];
            ahead.Clear();
            return split;
        });

        private Stmt[] Split(Stmt statement)
        {
            switch (statement)
            {
                case Loop loop:
                    return [loop.WithBody(Block(loop.Body))];
                case Declare { Variable: var variable, IsMutable: false } declare when IsWide(variable.Type) && declare.Value is Constant or Apply { Op: Op.Broadcast }:
                    // The same in every lane: one half serves as both.
                    Variable half = Half(variable, "");
                    halves[variable.Name] = (half, half);
                    return [declare with { Variable = half, Value = Lower(declare.Value) }];
                case Declare { Variable: var variable } declare when IsWide(variable.Type):
                    (Expr lower, Expr upper) = Halves(declare.Value, variable.Name);
                    (Variable Lower, Variable Upper) both = (Half(variable, names.Fresh(variable.Name + "Lower")), Half(variable, names.Fresh(variable.Name + "Upper")));
                    halves[variable.Name] = both;
                    return [declare with { Variable = both.Lower, Value = lower }, declare with { Variable = both.Upper, Value = upper }];
                case Assign assign when IsWide(assign.Variable.Type):
                    (Expr assignedLower, Expr assignedUpper) = Halves(assign.Value, assign.Variable.Name);
                    (Expr Lower, Expr Upper) assigned = halves[assign.Variable.Name];
                    return [new Assign((Variable)assigned.Lower, assignedLower), new Assign((Variable)assigned.Upper, assignedUpper)];
                case Store store when IsWide(store.Value.Type):
                    (Expr storedLower, Expr storedUpper) = Halves(store.Value, store.Tensor.Name);
                    return [store with { Value = storedLower }, store with { Index = Behind(store.Index, storedUpper.Type), Value = storedUpper }];
                default:
                    return [statement.MapExpressions(Narrowed)];
            }
        }

        // An expression that fits, although some of its parts may not.
        private Expr Narrowed(Expr expr)
        {
            if (expr is not Apply apply || !apply.Arguments.Any(static a => a.Type.IsVector))
            {
                return expr;
            }

            if (apply.Arguments.Any(IsWideValue))
            {
                (Expr lower, Expr upper) = Halves(apply.Arguments[0], "value");
                return apply.Op switch
                {
                    Op.Convert => Expr.Of(Op.Narrow, apply.Type, lower, upper),
                    Op.RoundToSingle => Expr.Of(Op.RoundHalvesToSingle, apply.Type, lower, upper),
                    Op.AddHalves => lower + upper,
                    Op.MaximumHalves => Expr.Of(Op.FastMaximum, lower, upper),
                    _ => throw new InvalidOperationException($"{apply} takes in a vector that is too wide."),
                };
            }

            return apply.MapChildren(Narrowed);
        }

        private (Expr Lower, Expr Upper) Halves(Expr expr, string name)
        {
            switch (expr)
            {
                case { Type.IsVector: false }:
                    return (expr, expr);
                case Constant constant:
                    Constant same = constant with { Type = HalfOf(constant.Type) };
                    return (same, same);
                case Variable variable:
                    return halves[variable.Name];
                case Load load:
                    Load lower = load with { Type = HalfOf(load.Type) };
                    return (lower, lower with { Index = Behind(load.Index, lower.Type) });
                case Apply { Op: Op.Broadcast } broadcast:
                    Apply half = broadcast with { Type = HalfOf(broadcast.Type) };
                    return (half, half);
                case Apply { Op: Op.Convert } widened:
                    Expr narrow = Local(Narrowed(widened.Arguments[0]), name);
                    IrType type = HalfOf(widened.Type);
                    return (Expr.Of(Op.WidenLower, type, narrow), Expr.Of(Op.WidenUpper, type, narrow));
                case Apply { Op: not Op.LaneIndices } apply:
                    (Expr Lower, Expr Upper)[] arguments = [.. apply.Arguments.Select(argument => Halves(argument, name))];
                    IrType result = HalfOf(apply.Type);
                    return (
                        Expr.Of(apply.Op, result, [.. arguments.Select(static a => a.Lower)]),
                        Expr.Of(apply.Op, result, [.. arguments.Select(static a => a.Upper)]));
                default:
                    throw new InvalidOperationException($"{expr} has no halves.");
            }
        }

        private Expr Lower(Expr expr) => Halves(expr, "").Lower;

        // What both halves are made from is computed once.
        private Expr Local(Expr value, string name)
        {
            if (value is Variable)
            {
                return value;
            }

            Variable local = new(names.Fresh(value.Type.Scalar == ScalarType.Int32 ? "compared" : name + "Single"), value.Type);
            ahead.Add(new Declare(local, value));
            return local;
        }

        private static Expr Behind(Expr index, IrType half) => index + Expr.Position(half.Lanes);

        private static Variable Half(Variable variable, string name) => new(name.Length == 0 ? variable.Name : name, HalfOf(variable.Type));

        private static IrType HalfOf(IrType type) => type.WithLanes(type.Lanes / 2);

        private bool IsWideValue(Expr expr) => IsWide(expr.Type) || (expr is Apply { Type.Scalar: ScalarType.Boolean } condition && condition.Arguments.Any(IsWideValue));

        // Float64, or what selects it, beside float32 is two vectors in any case: then one of float32 becomes two, and two become one.
        private bool IsWide(IrType type) => type.Bits > (int)kernel.Request.Vectors || (type.Bits > (int)VectorWidth.Bits256 && type.Scalar is ScalarType.Double or ScalarType.Int64 && hasSingles);
    }
}
