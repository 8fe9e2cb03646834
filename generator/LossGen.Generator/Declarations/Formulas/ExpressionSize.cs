using LossGen.Generator.Kernel;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// How many operations an expression has where each part is counted as often as it stands in it. A part that stands in many places is one object, so that
/// counting takes as long as reading did, however large the number.
/// </summary>
internal sealed class ExpressionSize
{
    private readonly Dictionary<Expr, long> known = new(ReferenceComparer.Instance);

    public long Of(Expr expr)
    {
        if (!known.TryGetValue(expr, out long size))
        {
            // Beyond any limit it need not grow.
            size = Math.Min(int.MaxValue, (expr is Apply ? 1 : 0) + expr.Children().Sum(Of));
            known[expr] = size;
        }

        return size;
    }

    private sealed class ReferenceComparer : IEqualityComparer<Expr>
    {
        public static ReferenceComparer Instance { get; } = new();

        public bool Equals(Expr x, Expr y) => ReferenceEquals(x, y);

        public int GetHashCode(Expr expr) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(expr);
    }
}
