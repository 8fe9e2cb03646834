using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Memory.Reuse;

/// <summary>Estimates what a loop over the classes computes for each of them, in operations on a vector of elements. What is the same for all classes will be hoisted.</summary>
internal sealed class LoopWork(Variable classIndex, ScalarType element)
{
    /// <summary>Storing a value.</summary>
    public const double OfStore = 2;

    private const double OfLoad = 1;

    private static readonly NodeSet CostlyOps = NodeSet.Transcendentals | NodeSet.Of(Op.Divide, Op.SquareRoot);

    private readonly Dictionary<Expr, bool> known = new(ReferenceComparer.Instance);

    /// <summary>The values of each class that contain a costly operation, without names, each once.</summary>
    public IEnumerable<Expr> Costly(IEnumerable<Expr> exprs) => CostlyWithNames(exprs).Select(static value => value.Unnamed());

    /// <summary>The same, with the names that they have.</summary>
    public IEnumerable<Expr> CostlyWithNames(IEnumerable<Expr> exprs)
    {
        HashSet<Expr> met = [];
        List<Expr> values = [];
        foreach (Expr expr in exprs)
        {
            Visit(expr, expr);
        }

        return values;

        void Visit(Expr expr, Expr named)
        {
            if (!expr.Contents.Overlaps(CostlyOps))
            {
                return;
            }

            if (expr is not Apply)
            {
                expr.ForEachChild(child => Visit(child, expr is Named ? named : child));
                return;
            }

            if (IsPerClass(expr) && met.Add(expr))
            {
                if (IsStorable(expr))
                {
                    values.Add(named);
                }

                expr.ForEachChild(child => Visit(child, child));
            }
        }
    }

    /// <summary>The operations saved if a value is loaded.</summary>
    public double Saved(IEnumerable<Expr> exprs, Expr value)
    {
        Expr[] all = [.. exprs];
        return Of(all, null) - Of(all, value) - OfLoad;
    }

    private double Of(IEnumerable<Expr> exprs, Expr? loaded)
    {
        double work = 0;
        HashSet<Expr> met = [];
        Action<Expr> visit = null!;
        visit = expr =>
        {
            Expr value = expr.Unnamed();
            if (value is Apply apply && IsPerClass(value) && value != loaded && met.Add(value))
            {
                work += Of(apply);
                apply.ForEachChild(visit);
            }
        };
        foreach (Expr expr in exprs)
        {
            visit(expr);
        }

        return work;
    }

    // A vector of float64 is two where elements are float32; a root takes as long as a division.
    private double Of(Apply apply) =>
        (apply.Type.Scalar == ScalarType.Double && element == ScalarType.Single ? 2 : 1) * Operations.Work(apply.Op == Op.SquareRoot ? Op.Divide : apply.Op);

    // A product may be contracted with a sum that it is part of; the sum is stored then, or the factors are.
    private static bool IsStorable(Expr expr) => expr is Apply { Op: not (Op.Multiply or Op.Negate), Type.IsFloating: true };

    private bool IsPerClass(Expr expr)
    {
        if (!known.TryGetValue(expr, out bool isPerClass))
        {
            known[expr] = isPerClass = expr == classIndex || expr.Children().Any(IsPerClass);
        }

        return isPerClass;
    }
}
