using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules;
using LossGen.Generator.Lowering.Mathematics.Softmax;

namespace LossGen.Generator.Lowering.Mathematics;

/// <summary>Converts expressions over the class axis into the form that keeps their digits (<see cref="SoftmaxRules"/>). Leaves no log-sum-exp.</summary>
internal static class Stabilise
{
    public static Pass Pass { get; } = new(nameof(Stabilise), "rewrites log-sum-exp and its like into the form that keeps its digits", Run)
    {
        Forbids = NodeSet.Derivatives,
        Eliminates = NodeSet.PendingReductions,
    };

    public static LossKernel Run(LossKernel kernel)
    {
        if (kernel.Iteration is not ClassAxisIteration axis)
        {
            return kernel;
        }

        IReadOnlyList<Rule> rules = SoftmaxRules.At(axis.Classes, LabelOf(kernel, axis));
        return kernel with { Body = kernel.Body.MapAllExpressions(Expression) };

        // The maximum of a vector may lose NaN, so a second one looks for it.
        static Expr Maximum(Expr body) => Expr.Select(
            Expr.Of(Op.LessThan, body.Like(0), OverClasses.Maximum(Expr.Select(Expr.Of(Op.IsNumber, body), body.Like(0), body.Like(1))).As("missing")),
            body.Like(double.NaN),
            OverClasses.Maximum(body).As("maximum"));

        // Top-down: the widest pattern is tried before its parts are rewritten.
        Expr Expression(Expr expr)
        {
            if (!expr.Contents.Overlaps(NodeSet.Reductions))
            {
                return expr;
            }

            foreach (Rule rule in rules)
            {
                if (expr.Contents.Includes(rule.Needs) && rule.Apply(expr) is { } result)
                {
                    // What a wildcard stands for may hold another one, and have another type.
                    Expr whole = result.Contents.Overlaps(NodeSet.PendingReductions) ? result.MapChildren(Expression) : result;
                    return whole.To(expr.Type.Scalar);
                }
            }

            return expr is Reduce { Body: var body } reduce && reduce.Reduction == Reduction.PropagatingMaximum ? Maximum(Expression(body)) : expr.MapChildren(Expression);
        }
    }

    // The label by which sums are split. With directions, not every gradient mentions it, and each is computed the same way whichever are wanted.
    private static Expr? LabelOf(LossKernel kernel, ClassAxisIteration axis) => kernel.Tensors.Any(static tensor => tensor.Role == TensorRole.Direction) && axis.Labels.Count > 0
        ? axis.FirstLabel
        : kernel.Body.Nodes(NodeSet.Labels).FirstOrDefault();
}
