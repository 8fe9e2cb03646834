using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Rules.Matching;

/// <summary>A product as its factors, in the order in which they are written: c·(a₁·a₂·…)/(b₁·b₂·…); a square counts as two.</summary>
/// <param name="Coefficient">The constant c.</param>
/// <param name="Above">a₁, a₂, …, none of them a constant.</param>
/// <param name="Below">b₁, b₂, …</param>
internal sealed record Factors(double Coefficient, List<Expr> Above, List<Expr> Below)
{
    public bool IsConstant => Above.Count == 0 && Below.Count == 0;

    /// <summary>The factors as written; a local variable is one.</summary>
    public static Factors Of(Expr expr)
    {
        List<Expr> above = [];
        List<Expr> below = [];
        double coefficient = 1;
        Collect(expr, isAbove: true);
        return new Factors(coefficient, above, below);

        void Collect(Expr part, bool isAbove)
        {
            switch (part)
            {
                // A quotient of constants only if the type can hold it exactly.
                case Constant { Value.Value: var value } when isAbove || Simplify.IsPowerOfTwo(value):
                    coefficient = isAbove ? coefficient * value : coefficient / value;
                    break;
                case Apply { Op: Op.Multiply } product:
                    Collect(product.Arguments[0], isAbove);
                    Collect(product.Arguments[1], isAbove);
                    break;
                case Apply { Op: Op.Divide } quotient:
                    Collect(quotient.Arguments[0], isAbove);
                    Collect(quotient.Arguments[1], !isAbove);
                    break;
                case Apply { Op: Op.Square } square:
                    Collect(square.Arguments[0], isAbove);
                    Collect(square.Arguments[0], isAbove);
                    break;
                case Named { Value: Apply { Op: Op.Negate } negate }:
                    coefficient = -coefficient;
                    Collect(negate.Arguments[0], isAbove);
                    break;
                case Apply { Op: Op.Negate } negate:
                    coefficient = -coefficient;
                    Collect(negate.Arguments[0], isAbove);
                    break;
                default:
                    (isAbove ? above : below).Add(part);
                    break;
            }
        }
    }

    /// <summary>The factors with the one at an index of <see cref="Above"/> replaced by another, or removed.</summary>
    public Factors Replacing(int index, Expr? other)
    {
        List<Expr> above = [.. Above];
        above.RemoveAt(index);
        if (other is not null)
        {
            above.Insert(index, other);
        }

        return this with { Above = above };
    }

    /// <summary>The quotient of a product by these factors; null if it does not have all of them.</summary>
    public Factors? DividingExactly(Factors product)
    {
        List<Expr> above = [.. product.Above];
        List<Expr> below = [.. product.Below];
        return Above.All(factor => Take(above, factor)) && Below.All(factor => Take(below, factor)) ? new Factors(product.Coefficient / Coefficient, above, below) : null;

        static bool Take(List<Expr> factors, Expr factor)
        {
            int index = factors.FindIndex(other => Canonical.AreSame(other, factor));
            if (index >= 0)
            {
                factors.RemoveAt(index);
            }

            return index >= 0;
        }
    }

    /// <summary>Converts back to a product.</summary>
    public Expr ToExpr(IrType type)
    {
        Expr? product = Above.Count == 0 ? null : Above.Aggregate(static (all, factor) => all * factor);
        if (Coefficient != 1 || product is null)
        {
            product = product is null ? new Constant(Coefficient, type) : Coefficient == -1 ? -product : Coefficient * product;
        }

        return Below.Aggregate(product, static (all, factor) => all / factor);
    }
}
