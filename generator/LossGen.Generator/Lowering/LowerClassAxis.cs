using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Gives every reduction over the classes a loop of its own, inner reductions before those that need them, ahead of the
/// location's other statements; x_c becomes a load at the loop's class, x_g a load at the label.
/// </summary>
internal static class LowerClassAxis
{
    public static LossKernel Run(LossKernel kernel) => kernel.Iteration is ClassAxisIteration axis
        ? kernel with
        {
            Body = kernel.Body
                .Select(statement => statement is Loop { Role: LoopRole.Locations } loop ? loop with { Body = new Location(kernel, axis, loop).Lower() } : statement)
                .ToEquatableArray(),
        }
        : kernel;

    private sealed class Location(LossKernel kernel, ClassAxisIteration axis, Loop loop)
    {
        private readonly Names names = Names.Of(kernel);
        private readonly Dictionary<OverClasses, Expr> results = [];
        private readonly Dictionary<OverClasses, Expr> accumulators = [];
        private readonly Dictionary<Tensor, Variable> atLabel = [];
        private readonly List<Stmt> loads = [];
        private readonly List<Stmt> reductions = [];

        public EquatableArray<Stmt> Lower()
        {
            // Positions are declared first, and the elements at the label read before any gradient may replace them.
            IEnumerable<Stmt> positions = loop.Body.TakeWhile(static statement => statement is Declare);
            List<Stmt> rest = [.. loop.Body.SkipWhile(static statement => statement is Declare)];
            foreach ((OverClasses reduction, string name) in rest.AllExpressions().SelectMany(InOrder).ToList())
            {
                if (!results.ContainsKey(reduction))
                {
                    Reduce(reduction, name);
                }
            }

            EquatableArray<Stmt> lowered = rest.MapAllExpressions(expr => Lower(expr, isAtLabel: false));
            return positions.Concat(loads).Concat(reductions).Concat(lowered).ToEquatableArray();
        }

        // Inner reductions first, each with the name that stands around it.
        private static IEnumerable<(OverClasses Reduction, string Name)> InOrder(Expr expr) => expr switch
        {
            Named { Value: OverClasses named } => InOrder(named.Body).Append((named, ((Named)expr).Name)),
            OverClasses over => InOrder(over.Body).Append((over, over.Reduction.Name)),
            _ => expr.Children().SelectMany(InOrder),
        };

        private void Reduce(OverClasses over, string name)
        {
            ScalarType term = over.Type.Scalar;
            IrType accumulated = over.Reduction.AccumulatorType(over.Type);
            Variable accumulator = new(names.Fresh(accumulated == over.Type ? name : name + "Sum"), accumulated);
            Expr body = Lower(over.Body, isAtLabel: false);
            if (over.ExceptLabel)
            {
                body = Expr.Select(Lower(new IsLabel(), isAtLabel: false), over.Reduction.Identity(body.Type), body);
            }

            reductions.Add(axis.ForEachClass([new Accumulate(accumulator.Name, body)], new Accumulator(accumulator, over.Reduction)));
            Expr result = over.Reduction.Finish(accumulator, term);
            if (result != accumulator)
            {
                Variable finished = new(names.Fresh(name), over.Type);
                reductions.Add(new Declare(finished, result));
                result = finished;
            }

            results[over] = result;
            accumulators[over] = accumulator;
        }

        private Expr Lower(Expr expr, bool isAtLabel) => expr switch
        {
            // Whoever asks for a sum in float64 gets the accumulator itself.
            Apply { Op: Op.Convert } convert when convert.Arguments[0].Unnamed() is OverClasses over && accumulators[over].Type == convert.Type => accumulators[over],
            OverClasses over => results[over],
            Named { Value: OverClasses over } => results[over],
            Named named => new Named(isAtLabel && IsPerClass(named.Value) ? named.Name + "AtLabel" : named.Name, Lower(named.Value, isAtLabel)),
            AtLabel { Body: var body } => Lower(body, isAtLabel: true),
            ClassElement { Tensor: var tensor } => isAtLabel ? ElementAtLabel(tensor) : axis.ElementOf(tensor, axis.ClassIndex),
            IsLabel => Expr.Of(Op.Equal, axis.ClassIndex, axis.Label),
            _ => expr.MapChildren(child => Lower(child, isAtLabel)),
        };

        private static bool IsPerClass(Expr expr) => expr is ClassElement or IsLabel || (expr is not (OverClasses or AtLabel) && expr.Children().Any(IsPerClass));

        private Variable ElementAtLabel(Tensor tensor)
        {
            if (!atLabel.TryGetValue(tensor, out Variable? element))
            {
                element = new Variable(names.Fresh(tensor.Name + "AtLabel"), tensor.ElementType);
                atLabel[tensor] = element;
                loads.Add(new Declare(element, axis.ElementOf(tensor, axis.Label)));
            }

            return element;
        }
    }
}
