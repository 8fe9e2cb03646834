using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>Writes each derivative into the kernel's notes while it still reads as mathematics.</summary>
internal static class DescribeDerivatives
{
    public static LossKernel Run(LossKernel kernel) => kernel with
    {
        Notes = kernel.Notes with
        {
            Derivatives = kernel.Body.AllStatements().OfType<Store>()
                .Select(static store => ExprText.Definition(store.Tensor.Name, store.Value))
                .ToEquatableArray(),
        },
    };
}
