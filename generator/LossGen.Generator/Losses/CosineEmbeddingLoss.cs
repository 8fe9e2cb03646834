using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Losses;

/// <summary>y &gt; 0 ? 1 − cos : max(0, cos − m), cos being the cosine of two vectors and y −1 or 1</summary>
internal static class CosineEmbeddingLoss
{
    public static LossTemplate Template { get; } = LossTemplate.AlongAxis(
        LossKind.CosineEmbedding,
        "cosine embedding loss",
        [LossInput.Elements("left"), LossInput.Elements("right"), LossInput.Numbers("target")],
        [LossOption.Cosine(Margin, 0)],
        static given =>
        {
            (Expr left, Expr right, Expr target) = (given[0], given[1], given[2]);
            double least = given.Rounded(Least);
            Expr leftSquares = (OverClasses.Sum(Square(left)) + least).As("leftSquares", "leftSquares");
            Expr rightSquares = (OverClasses.Sum(Square(right)) + least).As("rightSquares", "rightSquares");
            Expr cosine = (OverClasses.Sum(left * right) / SquareRoot(leftSquares * rightSquares)).As("cosine", "cosine");
            Expr beyond = given.Number(Margin) is 0 ? cosine : cosine - given.Number(Margin);

            // 1 − cos is half the squared distance of the vectors scaled to length 1, in which nothing cancels; the rest makes up for what was added to the squares. The
            // derivative remains that of the cosine, which takes fewer sums.
            Expr difference = left / SquareRoot(leftSquares) - right / SquareRoot(rightSquares);
            Expr rest = left.Like(least) / leftSquares + left.Like(least) / rightSquares;
            Expr apart = Of(Op.StopGradient, 0.5 * (OverClasses.Sum(Square(difference)) + rest)).As("apart", "apart") + (Of(Op.StopGradient, cosine) - cosine);
            return Select(Of(Op.LessThan, target.Like(0), target), apart, Of(Op.Maximum, cosine.Like(0), beyond));
        });

    private const string Margin = nameof(Margin);

    // Of a vector of zeros, the cosine is 0.
    private const double Least = 1e-12;
}
