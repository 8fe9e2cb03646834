using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>
/// Rewrites expressions. Whatever a rewriting leaves unchanged remains the same object: most passes change little, and equality of the same object
/// costs nothing.
/// </summary>
internal static class Rewriting
{
    public static Expr MapChildren(this Expr expr, Func<Expr, Expr> map) => expr switch
    {
        Apply apply => apply.Arguments.Mapped(map) is var arguments && arguments.IsSameAs(apply.Arguments) ? apply : new Apply(apply.Op, arguments, apply.Type),
        Load load => map(load.Index) is var index && ReferenceEquals(index, load.Index) ? load : load with { Index = index },
        Named named => map(named.Value) is var value && ReferenceEquals(value, named.Value) ? named : new Named(named.Name, value, named.Symbol),
        Within within => map(within.Value) is var value && ReferenceEquals(value, within.Value) ? within : within with { Value = value },
        Derivative derivative => new Derivative(map(derivative.Value), map(derivative.Input)),
        Element element => map(element.Class) is var index && ReferenceEquals(index, element.Class) ? element : element with { Class = index },
        Reduce reduce => map(reduce.Body) is var body && ReferenceEquals(body, reduce.Body) ? reduce : new Reduce(reduce.Reduction, body),
        ReducePairs reduce => map(reduce.Body) is var body && ReferenceEquals(body, reduce.Body) ? reduce : OverClasses.Pairs(reduce.Reduction, body),
        AtOther other => map(other.Value) is var value && ReferenceEquals(value, other.Value) ? other : value.At(OverClasses.Other),
        Several several => new Several(several.Values.Mapped(map)),
        _ => expr,
    };

    /// <summary>Rewrites bottom-up: the children first, then the node made of them.</summary>
    public static Expr Rewrite(this Expr expr, Func<Expr, Expr> rewrite) => BottomUp(NodeSet.All, rewrite)(expr);

    /// <summary>A bottom-up rewriting of whatever contains a node of the given kinds, for any number of expressions; all else is unchanged.</summary>
    public static Func<Expr, Expr> BottomUp(NodeSet kinds, Func<Expr, Expr> rewrite)
    {
        // One delegate for all nodes.
        Func<Expr, Expr> down = null!;
        down = node => node.Contents.Overlaps(kinds) ? rewrite(node.MapChildren(down)) : node;
        return down;
    }

    /// <summary>Replaces one expression by another, at every occurrence.</summary>
    public static Expr Replace(this Expr expr, Expr old, Expr replacement)
    {
        NodeSet contents = old.Contents;
        Func<Expr, Expr> down = null!;
        down = node => !node.Contents.Includes(contents) ? node : node == old ? replacement : node.MapChildren(down);
        return down(expr);
    }

    /// <summary>The mapped items; the same array if none has changed.</summary>
    public static EquatableArray<T> Mapped<T>(this EquatableArray<T> items, Func<T, T> map)
        where T : class, IEquatable<T>
    {
        T[]? mapped = null;
        for (int i = 0; i < items.Count; i++)
        {
            T old = items[i];
            T item = map(old);
            if (mapped is null && !ReferenceEquals(item, old))
            {
                mapped = items.ToArray();
            }

            if (mapped is not null)
            {
                mapped[i] = item;
            }
        }

        return mapped is null ? items : EquatableArray.Of(mapped);
    }
}
