using LossGen.Generator.Kernel;
using LossGen.Numerics.Tests.Support.Interpretation;

namespace LossGen.Numerics.Tests.Support;

/// <summary>
/// Runs a kernel as it is after any pass, in float64: what each node means, without schedule or hardware. Run before and
/// after a pass, it shows that the pass preserves the meaning. A kernel is compiled to closures once and run any number of times, by one thread at a time.
/// </summary>
internal sealed class KernelInterpreter
{
    private readonly LossKernel kernel;
    private readonly Storage storage = new();
    private readonly StatementCompiler statements;
    private readonly Action body;

    public KernelInterpreter(LossKernel kernel)
    {
        this.kernel = kernel;
        foreach (Parameter parameter in kernel.Parameters)
        {
            storage.Declare(parameter.Variable);
        }

        foreach (Scratch own in kernel.Scratch)
        {
            storage.Declare(own);
        }

        statements = new StatementCompiler(storage, kernel.Iteration as ClassAxisIteration);
        body = statements.Block(kernel.Body);
    }

    /// <summary>Runs a kernel once.</summary>
    public static double? Run(
        LossKernel kernel,
        IReadOnlyDictionary<(TensorRole Role, int Number), double[]> tensors,
        IReadOnlyDictionary<ParameterRole, double> parameters,
        IReadOnlyDictionary<string, double>? scalars = null) => new KernelInterpreter(kernel).Run(tensors, parameters, scalars);

    /// <summary>Runs the kernel; gradients are written into their tensors.</summary>
    /// <param name="tensors">The tensors that it reads and writes.</param>
    /// <param name="parameters">Its other arguments.</param>
    /// <param name="scalars">The formula's parameters, by name.</param>
    /// <returns>The kernel's sum, or null if it has none.</returns>
    public double? Run(
        IReadOnlyDictionary<(TensorRole Role, int Number), double[]> tensors,
        IReadOnlyDictionary<ParameterRole, double> parameters,
        IReadOnlyDictionary<string, double>? scalars = null)
    {
        storage.Begin(tensors);
        foreach (Parameter parameter in kernel.Parameters)
        {
            storage.Cell(parameter.Variable)[0] = parameter.Role == ParameterRole.Formula ? scalars![parameter.Variable.Name] : parameters[parameter.Role];
        }

        statements.Begin();
        body();
        return statements.Result;
    }
}
