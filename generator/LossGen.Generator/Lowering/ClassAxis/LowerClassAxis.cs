using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.ClassAxis;

/// <summary>
/// Gives the reductions over the classes their loops, before the location's other statements: reductions that depend on no other share the first
/// loop, those that depend only on these the second, and so on; x_c becomes a load at the loop's class; x_g, and a number of the location, are read
/// before the loops. What is the same at every location, such as the sum of the weights of classes, is found before the first.
/// </summary>
internal static class LowerClassAxis
{
    public static Pass Pass { get; } = new(nameof(LowerClassAxis), "gives reductions over the classes their loops, and elements their loads", Run)
    {
        Forbids = NodeSet.PendingReductions,
        Eliminates = NodeSet.OnClassAxis - NodeSet.PendingReductions,
    };

    public static LossKernel Run(LossKernel kernel) => kernel.Iteration is ClassAxisIteration axis
        ? kernel with
        {
            Body = kernel.Body.Exchange(statement => statement is Loop { Role: LoopRole.Locations } loop ? new Location(kernel, axis, loop).Lower() : null),
        }
        : kernel;

    /// <summary>The reductions of a kernel that has none of its loops yet, each once: its name, and which of the loops before the gradients' has it, counted from 1.</summary>
    public static IReadOnlyList<(string Name, int Loop)> ReductionsOf(LossKernel kernel) =>
        [.. kernel.Body.AllExpressions().SelectMany(InOrder).GroupBy(static each => each.Reduction).Select(static same => (same.First().Name, Level(same.Key)))];

    // Inner reductions first, each with the name that encloses it.
    private static IEnumerable<(Reduce Reduction, string Name)> InOrder(Expr expr) => expr switch
    {
        _ when !expr.Contents.Overlaps(NodeSet.Reductions) => [],
        Named { Value: Reduce named } => InOrder(named.Body).Append((named, ((Named)expr).Name)),
        Reduce over => InOrder(over.Body).Append((over, over.Reduction.Name)),
        _ => expr.Children().SelectMany(InOrder),
    };

    // How many loops have to run before its result is known.
    private static int Level(Expr expr) => expr.Contents.Overlaps(NodeSet.Reductions) ? expr.Children().Max(Level) + (expr is Reduce ? 1 : 0) : 0;

    private sealed class Location(LossKernel kernel, ClassAxisIteration axis, Loop loop)
    {
        private readonly Names names = Names.Of(kernel);
        private readonly Dictionary<Reduce, Expr> results = [];
        private readonly Dictionary<Reduce, Expr> accumulators = [];
        private readonly Dictionary<Expr, Variable> readOnce = [];
        private readonly List<Stmt> loads = [];
        private readonly List<Stmt> reductions = [];

        public IEnumerable<Stmt> Lower()
        {
            // Positions are declared first, and the elements at the label are read before any gradient may overwrite them.
            IEnumerable<Stmt> positions = loop.Body.TakeWhile(static statement => statement is Declare);
            List<Stmt> rest = [.. loop.Body.SkipWhile(static statement => statement is Declare)];
            List<(Reduce Reduction, string Name)> all = [.. rest.AllExpressions().SelectMany(InOrder)];
            (Reduce Reduction, string Name)[] ofParameters = [.. all.Where(static each => IsOfParameters(each.Reduction.Body)).GroupBy(static each => each.Reduction).Select(static same => same.First())];
            if (ofParameters.Length > 0)
            {
                Reduce(ofParameters, rest);
            }

            Stmt[] before = [.. reductions];
            reductions.Clear();
            all.RemoveAll(each => results.ContainsKey(each.Reduction));
            foreach (IGrouping<int, (Reduce Reduction, string Name)> level in all.GroupBy(static r => r.Reduction).Select(static same => same.First()).GroupBy(static r => Level(r.Reduction)).OrderBy(static level => level.Key))
            {
                Reduce([.. level], rest);
            }

            EquatableArray<Stmt> lowered = rest.ToEquatableArray().MapAllExpressions(Lower);
            return [.. before, loop with { Body = positions.Concat(loads).Concat(reductions).Concat(lowered).ToEquatableArray() }];
        }

        // Whether it is the same at every location: made of numbers per class alone.
        private static bool IsOfParameters(Expr body) => body switch
        {
            Element element => element is { Class: AxisIndex, Tensor.Layout: TensorLayout.Classes },
            Kernel.Reduce or Label or Load or Variable => false,
            _ => body.Children().All(IsOfParameters),
        };

        private void Reduce(IReadOnlyList<(Reduce Reduction, string Name)> level, IReadOnlyList<Stmt> readers)
        {
            List<Stmt> body = [];
            List<Stmt> finished = [];
            List<Accumulator> carried = [];
            foreach ((Reduce over, string name) in level)
            {
                IrType accumulated = over.Reduction.AccumulatorType(over.Type);
                bool isNarrowed = accumulated != over.Type && readers.AllExpressions().Any(e => ReadsNarrow(e, over, accumulated));
                Variable accumulator = new(names.Fresh(isNarrowed ? name + "Sum" : name), accumulated);
                carried.Add(new Accumulator(accumulator, over.Reduction));
                body.Add(new Accumulate(accumulator.Name, Term(over)));
                accumulators[over] = accumulator;
                results[over] = accumulator;
                if (isNarrowed)
                {
                    Variable result = new(names.Fresh(name), over.Type);
                    finished.Add(new Declare(result, over.Reduction.Finish(accumulator, over.Type.Scalar)));
                    results[over] = result;
                }
            }

            reductions.Add(axis.ForEachClass(body, [.. carried]));
            reductions.AddRange(finished);
        }

        // Whether anything reads the result in the terms' own type rather than the accumulator's.
        private static bool ReadsNarrow(Expr expr, Reduce over, IrType accumulated) => expr switch
        {
            _ when !expr.Contents.Includes(over.Contents) => false,
            Apply { Op: Op.Convert } convert when convert.Type == accumulated && convert.Arguments[0].Unnamed() == over => false,
            _ when expr == over => true,
            _ => expr.Children().Any(child => ReadsNarrow(child, over, accumulated)),
        };

        private Expr Term(Reduce over)
        {
            Expr term = Lower(over.Body);
            return over.ReadExcept() switch
            {
                (null, _) => term,
                (_, Named named) => term.As("other" + char.ToUpperInvariant(named.Name[0]) + named.Name.Substring(1)),
                _ => term.As("otherTerm"),
            };
        }

        private Expr Lower(Expr expr) => expr switch
        {
            // Whatever reads a sum as float64 gets the accumulator itself.
            Apply { Op: Op.Convert } convert when convert.Arguments[0].Unnamed() is Reduce over && accumulators[over].Type == convert.Type => accumulators[over],
            Reduce over => results[over],
            Named { Value: Reduce over } => results[over],
            Named named => new Named(named.Name, Lower(named.Value)),
            Element { Class: AxisIndex } element => axis.ElementOf(element, axis.ClassIndex),
            Element element => ReadOnce(element, OverClasses.PlaceOf(element.Class), axis.ElementOf(element, Lower(element.Class))),
            Load { Tensor.Layout: TensorLayout.Locations } number => ReadOnce(number, "AtLocation", number),
            AxisIndex => axis.ClassIndex,
            Label label => axis.LabelOf(label),
            _ => expr.MapChildren(Lower),
        };

        private Variable ReadOnce(Expr read, string place, Load load)
        {
            if (!readOnce.TryGetValue(read, out Variable? known))
            {
                known = new Variable(names.Fresh(kernel.NameOf(load.Tensor) + place), read.Type);
                readOnce[read] = known;
                loads.Add(new Declare(known, load));
            }

            return known;
        }
    }
}
