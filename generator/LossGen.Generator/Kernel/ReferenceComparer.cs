using System.Runtime.CompilerServices;

namespace LossGen.Generator.Kernel;

/// <summary>Compares expressions by reference: one that occurs in many places is visited once, and its structure is not compared.</summary>
internal sealed class ReferenceComparer : IEqualityComparer<Expr>
{
    public static ReferenceComparer Instance { get; } = new();

    public bool Equals(Expr x, Expr y) => ReferenceEquals(x, y);

    public int GetHashCode(Expr expr) => RuntimeHelpers.GetHashCode(expr);
}
