using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Losses;

/// <summary>max(0, ‖a − p + ε‖ − ‖a − n + ε‖ + m); with the lesser of ‖a − n + ε‖ and ‖p − n + ε‖, if asked for</summary>
internal static class TripletMarginLoss
{
    public static LossTemplate Template { get; } = LossTemplate.AlongAxis(
        LossKind.TripletMargin,
        "triplet margin loss",
        [LossInput.Elements("anchor"), LossInput.Elements("positive"), LossInput.Elements("negative")],
        [LossOption.Positive(Margin, 1), LossOption.Power(P, 2), LossOption.NotNegative(Epsilon, 1e-6), LossOption.Truth(Swap, false)],
        static given =>
        {
            (Expr anchor, Expr positive, Expr negative) = (given[0], given[1], given[2]);
            Expr near = Distance(anchor, positive, given).As("near", "near");
            Expr far = Distance(anchor, negative, given);
            far = (given.IsTrue(Swap) ? Of(Op.Minimum, far, Distance(positive, negative, given)) : far).As("far", "far");
            return Of(Op.Maximum, near.Like(0), near - far + given.Number(Margin));
        });

    private const string Margin = nameof(Margin);
    private const string P = nameof(P);
    private const string Epsilon = nameof(Epsilon);
    private const string Swap = nameof(Swap);

    private static Expr Distance(Expr left, Expr right, TemplateArguments given)
    {
        Expr difference = given.Number(Epsilon) is 0 ? left - right : left - right + given.Number(Epsilon);
        return given.Number(P) is 1 ? OverClasses.Sum(Of(Op.Absolute, difference)) : SquareRoot(OverClasses.Sum(Square(difference)));
    }
}
