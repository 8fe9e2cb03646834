using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;

namespace LossGen.Generator.Lowering.Building;

/// <summary>Σ f(x, y, …) over elements, and ∂f at each; also of a formula along an axis that is a sum over elements itself.</summary>
internal sealed class ElementwiseBuilder(LossSpec spec, KernelOutputs outputs) : KernelBuilder(spec, outputs)
{
    protected override LossKernel Build(string name)
    {
        Variable index = Position("index");
        Expr[] inputs = [.. Inputs.Select(At)];
        IReadOnlyList<Expr> formulas = Definition.IsAlongClassAxis ? [.. FormulasOf(inputs).Select(static formula => SumOfElements.TermOf(formula)!)] : FormulasOf(inputs);
        Expr? weight = Weights is null ? null : new Load(Weights, index, Weights.ElementType).As("weight", WeightSymbol);
        IReadOnlyList<Expr> weighted = Weighted(formulas, weight);
        IReadOnlyList<Expr> values = ValuesOf(weighted, weight);
        IReadOnlyList<Expr> factors = ScalesAt(index, Scales);
        IReadOnlyList<Expr> differentiated = Differentiated(weighted, inputs, [.. Directions.Select(At)]);
        List<Stmt> body = [.. Accumulated(Results, TermsOf(values, factors, differentiated, inputs)), .. ValueOf(index, weighted[0])];
        body.AddRange(Gradients.Select(gradient => new Store(gradient, index, GradientOf(factors, differentiated, gradient, inputs))));
        if (Curvature is not null)
        {
            body.Add(new Store(Curvature, index, CurvatureOf(factors, weighted, inputs)));
        }

        return Kernel(name, new ElementwiseIteration(), Carrying(Results, index, Start, End, LoopRole.Elements, body), FormulaParameters, values);

        Expr At(Tensor tensor) => tensor.Layout == TensorLayout.Call ? LocalOf(tensor) : new Load(tensor, index, tensor.ElementType);
    }
}
