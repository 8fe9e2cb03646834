using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Building;

/// <summary>
/// States a loss as a scalar kernel over a block of positions: the sum of the formula as its result, the derivatives times scale = w/D as gradients.
/// Nothing is differentiated, ordered or chosen yet.
/// </summary>
internal abstract class KernelBuilder
{
    protected KernelBuilder(LossSpec spec, KernelOutputs outputs)
    {
        Spec = spec;
        Outputs = outputs;
        Definition = spec.Definition;
        LossTensors tensors = LossTensors.Of(spec);
        Inputs = [.. tensors.Inputs.Select(InKernel)];
        Weights = tensors.Weights is { } weights ? InKernel(weights) : null;
        Parameters = [.. tensors.Parameters.Select(InKernel)];
        Gradients = [.. tensors.Gradients.Take(outputs.Gradients).Select(gradient => InKernel(gradient) with { IsOptional = outputs.AreOptional })];

        FormulaParameters = [.. Definition.Parameters.Where(static parameter => !parameter.IsPerClass).Select(parameter =>
            new Parameter(Fresh(parameter.Name, new IrType(LossTensors.ElementOf(parameter.Element))), ParameterRole.Formula))];

        // Along the class axis, scale is divided by a location's sum before it is rounded to the element type.
        Scale = new Variable("scale", Definition.IsAlongClassAxis ? IrType.Double : Inputs[0].ElementType);
    }

    protected Names Names { get; } = Names.ForTensors();

    protected LossSpec Spec { get; }

    protected KernelOutputs Outputs { get; }

    protected LossDefinition Definition { get; }

    protected IReadOnlyList<Tensor> Inputs { get; }

    protected Tensor? Weights { get; }

    /// <summary>The numbers per class that the formula takes.</summary>
    protected IReadOnlyList<Tensor> Parameters { get; }

    protected IReadOnlyList<Tensor> Gradients { get; }

    /// <summary>The scalars that the formula takes.</summary>
    protected IReadOnlyList<Parameter> FormulaParameters { get; }

    protected Variable Scale { get; }

    protected Variable Sum { get; } = new("sum", IrType.Double);

    protected Variable Start { get; } = new("start", IrType.Index);

    protected Variable End { get; } = new("end", IrType.Index);

    public static LossKernel Build(LossSpec spec, KernelOutputs outputs, string name) =>
        (spec.Definition.IsAlongClassAxis ? (KernelBuilder)new ClassAxisBuilder(spec, outputs) : new ElementwiseBuilder(spec, outputs)).Build(name);

    protected abstract LossKernel Build(string name);

    /// <summary>The kernel that runs over the block's positions, in a loop that carries the sum if the caller wants the value.</summary>
    protected LossKernel Kernel(string name, Iteration iteration, Loop positions, IEnumerable<Parameter> parameters, Expr formula)
    {
        List<Stmt> statements = [positions];
        if (Outputs.Value)
        {
            statements.Add(new Return(Sum));
        }

        return new LossKernel(
            name,
            iteration,
            Inputs.Concat(Weights is null ? [] : [Weights]).Concat(Parameters).Concat(Gradients).ToEquatableArray(),
            parameters
                .Concat(Outputs.AnyGradient ? [new Parameter(Scale, ParameterRole.Scale)] : Array.Empty<Parameter>())
                .Concat([new Parameter(Start, ParameterRole.Start), new Parameter(End, ParameterRole.End)])
                .ToEquatableArray(),
            statements.ToEquatableArray(),
            new KernelNotes(
                Formula: ExprText.Mathematics(formula),
                Definitions: Definition is CustomFormula ? DefinitionsIn(formula) : default,
                Weights: Spec.Weighting is { } weighting ? "ω: " + WeightsText.Describe(weighting, Spec.Shape) : ""),
            KernelRequest.Default);
    }

    /// <summary>The summand for the given elements of the inputs.</summary>
    protected Expr FormulaOf(IReadOnlyList<Expr> inputs)
    {
        int scalars = 0;
        return Definition.Formula(inputs, [.. Definition.Parameters.Select((parameter, number) => parameter.IsPerClass
            ? (Expr)new Element(Parameters.First(tensor => tensor.Number == number), OverClasses.Index)
            : FormulaParameters[scalars++].Variable)]);
    }

    /// <summary>A loop that carries a sum if the caller wants the value.</summary>
    protected Loop Carrying(Variable sum, Variable index, Expr from, Expr to, LoopRole role, IEnumerable<Stmt> body) =>
        new(index, from, to, role, Outputs.Value ? EquatableArray.Of(new Accumulator(sum, Reduction.Sum)) : default, body.ToEquatableArray());

    /// <summary>The element of a gradient: ∂(factor·formula) with respect to its input.</summary>
    protected static Expr GradientOf(Expr factor, Expr formula, Tensor gradient, IReadOnlyList<Expr> inputs) =>
        new Derivative(factor.To(gradient.Element) * formula, inputs[gradient.Number]);

    // The definitions of a formula's local variables, in the order in which they are computed.
    private static EquatableArray<string> DefinitionsIn(Expr formula) => formula.PostOrder().OfType<Named>()
        .Where(static local => local.Symbol is not null)
        .Distinct()
        .Select(static local => ExprText.Definition(local.Symbol!, local.Value))
        .ToEquatableArray();

    protected Variable Position(string name) => new(Names.Fresh(name), IrType.Index);

    protected Variable Fresh(string name, IrType type) => new(Names.Fresh(name), type);

    private Tensor InKernel(Tensor tensor) => tensor with { Name = Names.FreshTensor(tensor.Name) };
}
