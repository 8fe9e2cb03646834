using LossGen.Generator.Kernel;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// Measures expressions as if each part were written out wherever it occurs. A part that occurs in many places is one object, so that
/// measuring takes as long as reading did, however large the result.
/// </summary>
internal sealed class ExpressionMeasures(IEnumerable<string> inputs)
{
    private readonly HashSet<string> inputs = [.. inputs];
    private readonly Dictionary<Expr, Measure> known = new(ReferenceComparer.Instance);

    public Measure Of(Expr expr)
    {
        if (known.TryGetValue(expr, out Measure measure))
        {
            return measure;
        }

        int own = expr is Apply ? 1 : 0;
        measure = new Measure(own, 0, expr is Element || (expr is Variable variable && inputs.Contains(variable.Name)));
        foreach (Expr child in expr.Children())
        {
            (long operations, int depth, bool varies) = Of(child);

            // Beyond every limit, no further growth is needed.
            measure = new Measure(Math.Min(int.MaxValue, measure.Operations + operations), Math.Max(measure.Depth, depth), measure.Varies || varies);
        }

        measure = measure with { Depth = measure.Depth + own };
        known[expr] = measure;
        return measure;
    }

    /// <summary>The measures of an expression.</summary>
    /// <param name="Operations">The number of operations.</param>
    /// <param name="Depth">The greatest depth of nested operations.</param>
    /// <param name="Varies">Whether the value may differ from one element to the next.</param>
    public readonly record struct Measure(long Operations, int Depth, bool Varies);
}
