using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;

namespace LossGen.Generator.Lowering.Building;

/// <summary>Σ f(x, y, …) over elements, and ∂f at each.</summary>
internal sealed class ElementwiseBuilder(LossSpec spec, KernelOutputs outputs) : KernelBuilder(spec, outputs)
{
    protected override LossKernel Build(string name)
    {
        Variable index = Position("index");
        Expr[] inputs = [.. Inputs.Select(tensor => new Load(tensor, index, tensor.ElementType))];
        Expr formula = FormulaOf(inputs);
        List<Stmt> body = Outputs.Value ? [new Accumulate(Sum.Name, formula)] : [];
        body.AddRange(Gradients.Select(gradient => new Store(gradient, index, GradientOf(Scale, formula, gradient, inputs))));
        return Kernel(name, new ElementwiseIteration(), Carrying(Sum, index, Start, End, LoopRole.Elements, body), FormulaParameters, formula);
    }
}
