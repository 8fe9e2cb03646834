namespace LossGen.Generator.Kernel;

/// <summary>Positions as a start and a number of elements: base + c, with c known.</summary>
internal static class Positions
{
    /// <summary>to − from, if that is known.</summary>
    public static int? Distance(Expr from, Expr to)
    {
        (Expr? fromBase, int fromOffset) = Parts(from);
        (Expr? toBase, int toOffset) = Parts(to);
        return fromBase == toBase ? toOffset - fromOffset : null;
    }

    /// <summary>The position <paramref name="count"/> elements after another.</summary>
    public static Expr Behind(Expr position, int count)
    {
        (Expr? start, int offset) = Parts(position);
        return start is null ? Expr.Position(offset + count) : offset + count == 0 ? start : start + Expr.Position(offset + count);
    }

    private static (Expr? Base, int Offset) Parts(Expr position) => position switch
    {
        Constant constant => (null, (int)constant.Value.Value),
        Apply { Op: Op.Add } sum when sum.Arguments[1] is Constant constant => (sum.Arguments[0], (int)constant.Value.Value),
        _ => (position, 0),
    };
}
