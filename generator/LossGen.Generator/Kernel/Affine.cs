namespace LossGen.Generator.Kernel;

/// <summary>Positions along a loop: base + slope·index.</summary>
internal static class Affine
{
    /// <summary>How far a position moves per step of the index; null if that is not a constant.</summary>
    public static int? Slope(Expr position, Variable index) => position switch
    {
        _ when position == index => 1,
        _ when !position.Mentions(index) => 0,
        Apply { Op: Op.Add } sum => Slope(sum.Arguments[0], index) + Slope(sum.Arguments[1], index),
        Apply { Op: Op.Subtract } difference => Slope(difference.Arguments[0], index) - Slope(difference.Arguments[1], index),
        _ => null,
    };
}
