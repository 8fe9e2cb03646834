using System.Runtime.CompilerServices;

namespace LossGen.Generator.Kernel;

/// <summary>Tells expressions apart as objects: one that stands in many places is gone through once, and its structure is not compared.</summary>
internal sealed class ReferenceComparer : IEqualityComparer<Expr>
{
    public static ReferenceComparer Instance { get; } = new();

    public bool Equals(Expr x, Expr y) => ReferenceEquals(x, y);

    public int GetHashCode(Expr expr) => RuntimeHelpers.GetHashCode(expr);
}
