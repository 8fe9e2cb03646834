using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>The derivatives of a total by those sums on which a gradient depends, in float64, as a kernel without loops: sums[k] = ∂total/∂S.</summary>
internal static class TotalSlopes
{
    public const string Name = "Slopes";

    /// <param name="total">The total.</param>
    /// <param name="numbers">The numbers of the sums.</param>
    /// <param name="pipeline">The passes.</param>
    public static LossKernel Of(LossTotal total, EquatableArray<int> numbers, Pipeline pipeline)
    {
        HashSet<string> names = [.. total.Arguments.Select(static argument => argument.Name)];
        Variable[] variables = [.. total.Value.PostOrder().OfType<Variable>().Where(variable => names.Contains(variable.Name)).Distinct()];
        LossKernel kernel = new(
            Name,
            new ElementwiseIteration(),
            Tensors: default,
            total.Arguments.Select(argument => new Parameter(
                variables.FirstOrDefault(variable => variable.Name == argument.Name) ?? new Variable(argument.Name, IrType.Double),
                ParameterRole.Formula)).ToEquatableArray(),
            numbers.Select((number, place) => (Stmt)new StoreSum(place, SlopeBy(total.Value, variables.FirstOrDefault(variable => variable.Name == total.Sums[number])))).ToEquatableArray(),
            new KernelNotes(Formula: ExprText.Mathematics(total.Value)),
            KernelRequest.Default);
        return pipeline.WithoutLoops(kernel);
    }

    private static Expr SlopeBy(Expr value, Variable? sum) => sum is null ? new Constant(0, IrType.Double) : new Derivative(value, sum).To(ScalarType.Double);
}
