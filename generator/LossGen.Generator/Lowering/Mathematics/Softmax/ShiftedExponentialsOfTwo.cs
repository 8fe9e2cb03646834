using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Softmax;

/// <summary>
/// The same for two classes, where one exponential suffices: of the two e_c the greater is 1, and the lesser is exp(−|x₀ − x₁|), which is T. Then the
/// loss is max(d, 0) + log1p(exp(−|d|)) and its gradient the sigmoid of d, where d is how far the other class is above the label. None of these needs
/// a lookup by label.
/// </summary>
internal sealed class ShiftedExponentialsOfTwo(Expr x, Expr? label) : ShiftedExponentials(x, label)
{
    private readonly Expr x = x;

    public override Expr Exponential => Expr.Select(IsMaximum, x.Like(1), Excess);

    public override Expr Others => Expr.Select(LabelIsMaximum, Excess, x.Like(1)).As("others");

    public override Expr Other => Others;

    public override Expr Total => SumAboveOne;

    // One of the two distances is 0, unless the maximum is infinite: then it is NaN, as everything computed from it should be.
    public override Expr Excess => Expr.Exp(Never(new Reduce(Reduction.OneHot, FromMaximum).As("belowMaximum"), above: 0)).As("exponential");

    public override Expr LogSumByLabel => LogSum;

    public override Expr SumAboveOne => (Excess + 1.0).As("total");

    protected override Expr TheRest => Expr.Select(IsMaximum, Excess, x.Like(1));
}
