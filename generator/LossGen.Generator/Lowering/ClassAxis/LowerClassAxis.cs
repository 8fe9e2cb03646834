using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.ClassAxis.Pairs;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.ClassAxis;

/// <summary>
/// Gives the reductions over the classes their loops, before the location's other statements: reductions that depend on no other share the first
/// loop, those that depend only on these the second, and so on; x_c becomes a load at the loop's class; x_g, and a number of the location, are read
/// before the loops. What is the same at every location, such as the sum of the weights of classes, is found before the first location. Reductions over pairs have a loop over the
/// first classes around theirs, which leaves what each has in the kernel's own memory, before the loops that read it.
/// </summary>
internal static class LowerClassAxis
{
    public static Pass Pass { get; } = new(nameof(LowerClassAxis), "gives reductions over the classes their loops, and elements their loads", Run)
    {
        Forbids = NodeSet.PendingReductions,
        Eliminates = NodeSet.OnClassAxis - NodeSet.PendingReductions,
        Introduces = NodeSet.Conditionals,
    };

    public static LossKernel Run(LossKernel kernel)
    {
        if (kernel.Iteration is not ClassAxisIteration axis)
        {
            return kernel;
        }

        List<Scratch> given = [];
        EquatableArray<Stmt> body = kernel.Body.Exchange(statement => statement is Loop { Role: LoopRole.Locations } loop ? new Location(kernel, axis, loop, given).Lower() : null);
        return kernel with { Body = body, Scratch = kernel.Scratch.Concat(given).ToEquatableArray() };
    }

    /// <summary>The reductions of a kernel that has none of its loops yet, each once: its name, and which of the loops before the gradients' has it, counted from 1.</summary>
    public static IReadOnlyList<(string Name, int Loop)> ReductionsOf(LossKernel kernel) =>
        [.. kernel.Body.AllExpressions().SelectMany(InOrder).GroupBy(static each => each.Reduction).Select(static same => (same.First().Name, Level(same.Key)))];

    // Inner reductions first, each with the name that encloses it.
    private static IEnumerable<(AnyReduction Reduction, string Name)> InOrder(Expr expr) => expr switch
    {
        _ when !expr.Contents.Overlaps(NodeSet.AllReductions) => [],
        Named { Value: AnyReduction over } named => InOrder(over.Body).Append((over, named.Name)),
        AnyReduction over => InOrder(over.Body).Append((over, over.Reduction.Name)),
        _ => expr.Children().SelectMany(InOrder),
    };

    // How many loops have to run before its result is known.
    private static int Level(Expr expr) => expr.Contents.Overlaps(NodeSet.AllReductions) ? expr.Children().Max(Level) + (expr is AnyReduction ? 1 : 0) : 0;

    private sealed class Location(LossKernel kernel, ClassAxisIteration axis, Loop loop, List<Scratch> given)
    {
        private readonly Names names = Names.Of(kernel);
        private readonly Dictionary<Expr, Expr> results = [];
        private readonly Dictionary<Expr, Expr> accumulators = [];
        private readonly Dictionary<Expr, Variable> readOnce = [];
        private readonly Dictionary<ReducePairs, Tensor> ofPairs = [];

        // The terms of reductions over pairs, where a condition around their loop is not tested for each.
        private readonly Dictionary<Expr, Expr> terms = [];
        private readonly List<Stmt> loads = [];
        private readonly List<Stmt> reductions = [];

        // What the first class of a pair has of each tensor, read before the loop over the others.
        private readonly Dictionary<Element, Declare> ofFirst = [];

        // The index of what is lowered, and that of the other class of a pair.
        private Expr classIndex = axis.ClassIndex;
        private Expr? otherIndex;

        public IEnumerable<Stmt> Lower()
        {
            // Positions are declared first, and the elements at the label are read before any gradient may overwrite them.
            IEnumerable<Stmt> positions = loop.Body.TakeWhile(static statement => statement is Declare);
            List<Stmt> rest = [.. loop.Body.SkipWhile(static statement => statement is Declare)];
            List<(AnyReduction Reduction, string Name)> all = [.. rest.AllExpressions().SelectMany(InOrder)];
            (AnyReduction Reduction, string Name)[] ofParameters = [.. all.Where(static each => each.Reduction is Reduce { Body: var body } && IsOfParameters(body)).GroupBy(static each => each.Reduction).Select(static same => same.First())];
            List<Stmt> before = ofParameters.Length > 0 ? InOneLoop(ofParameters, rest) : [];
            all.RemoveAll(each => results.ContainsKey(each.Reduction));
            foreach (IGrouping<int, (AnyReduction Reduction, string Name)> level in all.GroupBy(static r => r.Reduction).Select(static same => same.First()).GroupBy(static r => Level(r.Reduction)).OrderBy(static level => level.Key))
            {
                (AnyReduction Reduction, string Name)[] single = [.. level.Where(static each => each.Reduction is Reduce)];
                (ReducePairs Reduction, string Name)[] pairs = [.. level.Where(static each => each.Reduction is ReducePairs).Select(static each => ((ReducePairs)each.Reduction, each.Name))];
                if (single.Length > 0)
                {
                    reductions.AddRange(InOneLoop(single, rest));
                }

                if (pairs.Length > 0)
                {
                    reductions.Add(InLoopOverPairs(pairs, rest));
                }
            }

            EquatableArray<Stmt> lowered = rest.ToEquatableArray().MapAllExpressions(Lower);
            return [.. before, loop with { Body = positions.Concat(loads).Concat(reductions).Concat(lowered).ToEquatableArray() }];
        }

        // Whether it is the same at every location: made of numbers per class alone.
        private static bool IsOfParameters(Expr body) => body switch
        {
            Element element => element is { Class: AxisIndex, Tensor.Layout: TensorLayout.Classes },
            AnyReduction or Label or Load or Variable => false,
            _ => body.Children().All(IsOfParameters),
        };

        private List<Stmt> InOneLoop(IReadOnlyList<(AnyReduction Reduction, string Name)> level, IReadOnlyList<Stmt> readers)
        {
            List<Stmt> body = [];
            List<Stmt> finished = [];
            List<Accumulator> carried = [];
            foreach ((AnyReduction over, string name) in level)
            {
                Reduction reduction = over.Reduction;
                IrType accumulated = reduction.AccumulatorType(over.Type);
                bool isNarrowed = accumulated != over.Type && (over is ReducePairs || readers.AllExpressions().Any(e => ReadsNarrow(e, over, accumulated)));
                Variable accumulator = new(names.Fresh(isNarrowed ? name + "Sum" : name), accumulated);
                carried.Add(new Accumulator(accumulator, reduction));
                body.Add(new Accumulate(accumulator.Name, Term(over)));
                accumulators[over] = accumulator;
                results[over] = accumulator;
                if (isNarrowed)
                {
                    Variable result = new(names.Fresh(name), over.Type);
                    finished.Add(new Declare(result, reduction.Finish(accumulator, over.Type.Scalar)));
                    results[over] = result;
                }
            }

            return [axis.ForEachClass(body, [.. carried]), .. finished];
        }

        // The inner loop is over the other class, so that lanes are other classes where classes are lanes.
        private Loop InLoopOverPairs(IReadOnlyList<(ReducePairs Reduction, string Name)> level, IReadOnlyList<Stmt> readers)
        {
            Variable first = new(names.Fresh("firstIndex"), IrType.Index);
            (classIndex, otherIndex) = (first, axis.ClassIndex);
            ofFirst.Clear();
            List<Stmt> body = [];

            // Lanes that are locations have different conditions.
            bool mayBranch = kernel.Schedule is { HasTiles: false };
            foreach (IGrouping<Expr?, (PairGuard? Guard, ReducePairs Reduction, string Name)> same in level
                .Select(each => (Guard: mayBranch ? PairGuard.Of(each.Reduction, readers) : null, each.Reduction, each.Name)).GroupBy(static each => each.Guard?.Condition))
            {
                foreach ((PairGuard? guard, ReducePairs over, string name) in same)
                {
                    Tensor ofClass = new(names.FreshTensor(name + "OfClass"), over.Type.Scalar, TensorRole.Intermediate, TensorLayout.Tile);
                    given.Add(new Scratch(ofClass, axis.Classes * (axis.Tile?.Stride ?? 1)));
                    ofPairs[over] = ofClass;
                    terms[over] = guard?.Body ?? over.Body;
                    if (guard is { IsReadElsewhere: true })
                    {
                        body.Add(new Store(ofClass, PositionOf(first), over.Reduction.Identity(over.Type)));
                    }
                }

                Expr? condition = same.Key is { } key ? Lower(key) : null;
                Stmt[] inner = [.. InOneLoop([.. same.Select(static each => ((AnyReduction)each.Reduction, each.Name))], []), .. same.Select(each => new Store(ofPairs[each.Reduction], PositionOf(first), results[each.Reduction]))];
                body.AddRange(condition is null ? inner : [new When(condition, inner.ToEquatableArray())]);
            }

            body.InsertRange(0, ofFirst.Values);
            (classIndex, otherIndex) = (axis.ClassIndex, null);
            return new Loop(first, Expr.Position(0), Expr.Position(axis.Classes), LoopRole.Pairs, default, body.ToEquatableArray());
        }

        private Expr PositionOf(Expr index) => axis.Tile is { } tile ? tile.PositionOf(index) : index;

        // Whether anything reads the result in the terms' own type rather than the accumulator's.
        private static bool ReadsNarrow(Expr expr, Expr over, IrType accumulated) => expr switch
        {
            _ when !expr.Contents.Includes(over.Contents) => false,
            Apply { Op: Op.Convert } convert when convert.Type == accumulated && convert.Arguments[0].Unnamed() == over => false,
            _ when expr == over => true,
            _ => expr.Children().Any(child => ReadsNarrow(child, over, accumulated)),
        };

        private Expr Term(AnyReduction over)
        {
            Expr term = Lower(terms.TryGetValue(over, out Expr? guarded) ? guarded : over.Body);
            return over is not Reduce reduce ? term : reduce.ReadExcept() switch
            {
                (null, _) => term,
                (_, Named named) => term.As("other" + InvariantText.Capitalised(named.Name)),
                _ => term.As("otherTerm"),
            };
        }

        private Expr Lower(Expr expr) => expr switch
        {
            // Whatever reads a sum as float64 gets the accumulator itself.
            Apply { Op: Op.Convert } convert when convert.Arguments[0].Unnamed() is Reduce over && accumulators[over].Type == convert.Type => accumulators[over],
            Reduce over => results[over],
            ReducePairs over => OfPairs(over, classIndex),
            AtOther { Value: var over } => OfPairs(over, otherIndex!),
            Named { Value: Reduce over } => results[over],
            Named { Value: ReducePairs over } => OfPairs(over, classIndex),
            Named named => new Named(named.Name, Lower(named.Value)),
            Element { Class: AxisIndex } element => otherIndex is null ? axis.ElementOf(element, classIndex) : OfFirst(element),
            Element { Class: OtherIndex } element => axis.ElementOf(element, otherIndex!),
            Element element => ReadOnce(element, OverClasses.PlaceOf(element.Class), axis.ElementOf(element, Lower(element.Class))),
            Load { Tensor.Layout: TensorLayout.Locations } number => ReadOnce(number, "AtLocation", number),
            AxisIndex => classIndex,
            OtherIndex => otherIndex!,
            Label label => axis.LabelOf(label),
            _ => expr.MapChildren(Lower),
        };

        private Variable OfFirst(Element element)
        {
            if (!ofFirst.TryGetValue(element, out Declare? known))
            {
                ofFirst[element] = known = new Declare(new Variable(names.Fresh(kernel.NameOf(element.Tensor) + "OfFirst"), element.Type), axis.ElementOf(element, classIndex));
            }

            return known.Variable;
        }

        private Load OfPairs(ReducePairs over, Expr index) => new(ofPairs[over], PositionOf(index), over.Type);

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
