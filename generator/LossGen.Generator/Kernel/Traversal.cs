namespace LossGen.Generator.Kernel;

/// <summary>Walks expressions; apart from <see cref="Rewriting"/> and the printers, the only place that lists the kinds of nodes.</summary>
internal static class Traversal
{
    public static IEnumerable<Expr> Children(this Expr expr) => expr switch
    {
        Load load => [load.Index],
        Apply apply => apply.Arguments,
        Named named => [named.Value],
        Within within => [within.Value],
        Derivative derivative => [derivative.Value, derivative.Input],
        Element element => [element.Class],
        AnyReduction reduction => [reduction.Body],
        AtOther other => [other.Value],
        WildcardAt at => [at.Body, at.Index],
        Several several => several.Values,
        Constant or Variable or AxisIndex or OtherIndex or Label or IsGiven or IsWanted or Wildcard => [],
        _ => throw new InvalidOperationException($"Unknown expression {expr.GetType().Name}."),
    };

    /// <summary>Calls an action for each child.</summary>
    public static void ForEachChild(this Expr expr, Action<Expr> act)
    {
        // Most nodes are applications, whose arguments need no enumerator.
        if (expr is Apply apply)
        {
            foreach (Expr argument in apply.Arguments)
            {
                act(argument);
            }
        }
        else if (expr is not (Constant or Variable))
        {
            foreach (Expr child in expr.Children())
            {
                act(child);
            }
        }
    }

    /// <summary>The value that <see cref="Expr.Contents"/> caches.</summary>
    public static NodeSet FindContents(Expr expr)
    {
        NodeSet contents = Kind(expr);
        if (expr is Apply apply)
        {
            foreach (Expr argument in apply.Arguments)
            {
                contents |= argument.Contents;
            }

            return contents;
        }

        return expr is Constant or Variable ? contents : expr.Children().Aggregate(contents, static (all, child) => all | child.Contents);
    }

    /// <summary>The expression and all below it, children before parents.</summary>
    public static List<Expr> PostOrder(this Expr expr) => expr.Nodes(NodeSet.All);

    /// <summary>The nodes of the given kinds in the expression, children before parents.</summary>
    public static List<Expr> Nodes(this Expr expr, NodeSet kinds)
    {
        List<Expr> nodes = [];
        Collect(expr, kinds, nodes);
        return nodes;
    }

    /// <summary>The nodes of the given kinds in all these expressions, children before parents.</summary>
    public static List<Expr> Nodes(this List<Expr> exprs, NodeSet kinds)
    {
        List<Expr> nodes = [];
        exprs.ForEach(expr => Collect(expr, kinds, nodes));
        return nodes;
    }

    public static bool Mentions(this Expr expr, Expr part)
    {
        if (!expr.Contents.Includes(part.Contents))
        {
            return false;
        }

        if (expr == part)
        {
            return true;
        }

        foreach (Expr child in expr.Children())
        {
            if (child.Mentions(part))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The expression without the names and bounds that its author gave.</summary>
    public static Expr Unnamed(this Expr expr) => expr switch
    {
        Named named => named.Value.Unnamed(),
        Within within => within.Value.Unnamed(),
        _ => expr,
    };

    private static void Collect(Expr expr, NodeSet kinds, List<Expr> nodes)
    {
        if (!expr.Contents.Overlaps(kinds))
        {
            return;
        }

        if (expr is Apply apply)
        {
            foreach (Expr argument in apply.Arguments)
            {
                Collect(argument, kinds, nodes);
            }
        }
        else if (expr is not (Constant or Variable))
        {
            foreach (Expr child in expr.Children())
            {
                Collect(child, kinds, nodes);
            }
        }

        if (kinds.Overlaps(Kind(expr)))
        {
            nodes.Add(expr);
        }
    }

    private static NodeSet Kind(Expr expr) => expr.Type.IsVector ? KindOfNode(expr) | NodeSet.Vectors : KindOfNode(expr);

    private static NodeSet KindOfNode(Expr expr) => expr switch
    {
        Apply apply => apply.IsLabelTest() ? NodeSet.Of(apply.Op) | NodeSet.LabelTests : NodeSet.Of(apply.Op),
        Variable => NodeSet.Variables,
        Constant => NodeSet.Constants,
        Load => NodeSet.Loads,
        Named => NodeSet.AuthorNames,
        Within => NodeSet.Bounds,
        Derivative => NodeSet.Derivatives,
        Element => NodeSet.Elements,
        AxisIndex => NodeSet.AxisIndices,
        OtherIndex => NodeSet.OtherIndices,
        ReducePairs or AtOther => NodeSet.PairReductions,
        Label => NodeSet.Labels,
        IsGiven => NodeSet.TensorTests,
        IsWanted => NodeSet.OutputTests,
        Wildcard or WildcardAt or Several => NodeSet.None,
        Reduce reduce => reduce.Reduction == Reduction.LogSumExp || reduce.Reduction == Reduction.PropagatingMaximum ? NodeSet.PendingReductions : NodeSet.ReductionsToLoops,
        _ => throw new InvalidOperationException($"Unknown expression {expr.GetType().Name}."),
    };
}
