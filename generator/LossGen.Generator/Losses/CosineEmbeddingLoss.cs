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
            Expr cosine = (OverClasses.Sum(left * right) / SquareRoot(Squares(left, given) * Squares(right, given))).As("cosine", "cosine");
            Expr beyond = given.Number(Margin) is 0 ? cosine : cosine - given.Number(Margin);
            return Select(Of(Op.LessThan, target.Like(0), target), cosine.Like(1) - cosine, Of(Op.Maximum, cosine.Like(0), beyond));
        });

    private const string Margin = nameof(Margin);

    // Of a vector of zeros, the cosine is 0.
    private const double Least = 1e-12;

    private static Expr Squares(Expr vector, TemplateArguments given) => OverClasses.Sum(Square(vector)) + given.Rounded(Least);
}
