using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Mathematics;

/// <summary>Writes each derivative into the kernel's notes while it still reads as mathematics.</summary>
internal static class DescribeDerivatives
{
    public static Pass Pass { get; } = new(nameof(DescribeDerivatives), "writes formula and derivatives into the kernel's comment while they read as mathematics", Run)
    {
        Forbids = NodeSet.Derivatives,
    };

    public static LossKernel Run(LossKernel kernel) => kernel with
    {
        Notes = kernel.Notes with
        {
            Derivatives = kernel.Body.AllStatements().OfType<Store>()
                .Select(static store => ExprText.Definition(store.Tensor.Name, store.Value))
                .Concat(kernel.SummedGradients.Select(gradient => $"{gradient.Gradient.Name} = Σ {ExprText.Mathematics(TermOf(kernel, gradient.Sum))}"))
                .ToEquatableArray(),
        },
    };

    private static Expr TermOf(LossKernel kernel, Variable sum) => kernel.Body.AllStatements().OfType<Accumulate>().First(accumulate => accumulate.Accumulator == sum.Name).Term;
}
