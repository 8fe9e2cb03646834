using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>Σ f(x, y) over elements, and ∂f at each.</summary>
internal sealed class ElementwiseBuilder(LossSpec spec, KernelOutputs outputs) : KernelBuilder(spec, outputs)
{
    protected override LossKernel Build(string name)
    {
        Variable index = Position("index");
        Expr x = new Load(Prediction, index, Prediction.ElementType);
        Expr y = new Load(GroundTruth, index, GroundTruth.ElementType);
        Expr formula = Definition.Formula(x, y);
        List<Stmt> body = Outputs.Value ? [new Accumulate(Sum.Name, formula)] : [];
        body.AddRange(Gradients.Select(gradient => new Store(gradient, index, GradientOf(Scale, formula, gradient, x, y))));
        return Kernel(name, new ElementwiseIteration(), Carrying(Sum, index, Start, End, LoopRole.Elements, body), [], formula);
    }
}
