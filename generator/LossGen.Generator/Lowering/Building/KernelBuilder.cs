using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Building;

/// <summary>
/// States a loss as a scalar kernel over a block of positions: the sums of its formulas as its results, Σ scale·∂formula as gradients, where the scales
/// are the derivatives of the value by the sums: w/D for a loss of one sum without a total.
/// Nothing is differentiated, ordered or chosen yet.
/// </summary>
internal abstract class KernelBuilder
{
    /// <summary>What a weight is called where it is written as mathematics.</summary>
    protected const string WeightSymbol = "ω";

    // The numbers of the summands that a gradient depends on.
    private readonly EquatableArray<int> differentiated;

    protected KernelBuilder(LossSpec spec, KernelOutputs outputs)
    {
        Spec = spec;
        Outputs = outputs;
        Definition = spec.Definition;
        LossTensors tensors = LossTensors.Of(spec);
        Inputs = [.. tensors.Inputs.Select(InKernel)];
        Weights = tensors.Weights is { } weights ? InKernel(weights) : null;
        Parameters = [.. tensors.Parameters.Select(InKernel)];
        Directions = [.. tensors.Directions.Take(outputs.Directions).Select(InKernel)];
        Learned = [.. Inputs.Concat(Directions).Where(static input => input.Layout == TensorLayout.Call).Select(input => new LearnedNumber(input, Fresh(input.Name + "Value", input.ElementType)))];
        Tensor[] gradients = [.. tensors.Gradients.Take(outputs.Gradients)];
        Gradients = [.. gradients.Where(static gradient => gradient.Layout != TensorLayout.Call).Select(gradient => InKernel(gradient) with { IsOptional = outputs.AreOptional })];
        SummedGradients = [.. gradients.Where(static gradient => gradient.Layout == TensorLayout.Call).Select(gradient => new SummedGradient(gradient, Fresh(gradient.Name + "Sum", IrType.Double)))];

        bool runsOverElements = SumOfElements.RunsOverElements(spec);
        Tensor each = new("values", Inputs[0].Element, TensorRole.Values, runsOverElements ? TensorLayout.Elements : TensorLayout.Locations);
        Values = outputs is { Each: true, AnyGradient: false } ? InKernel(each) : null;
        Upstream = outputs is { Each: true, AnyGradient: true } ? InKernel(each with { Name = "upstream", Role = TensorRole.Upstream }) : null;
        Correct = Fresh("correctSum", IrType.Double);
        Side = [.. SideOutputs.Of(outputs.Side, Inputs[0].Element).Concat(outputs is { IsSharded: true, OfStatistics: false } ? ShardStatistics.Tensors(TensorRole.SideOutput, Inputs[0].Element) : []).Select(InKernel)];
        Statistics = [.. outputs.OfStatistics ? ShardStatistics.Tensors(TensorRole.Statistic, Inputs[0].Element).Select(InKernel) : []];
        Curvature = outputs.Curvature ? InKernel(new Tensor("curvature", tensors.Gradients[0].Element, TensorRole.Curvature)) : null;

        FormulaParameters = [.. Definition.Parameters.Where(static parameter => parameter.IsScalar).Select(parameter =>
            new Parameter(Fresh(parameter.Name, parameter.Type.IsInteger() ? IrType.Double : IrType.Of(parameter.Type)), ParameterRole.Formula))];

        // Along the class axis, scale is divided by a location's sum before it is rounded to the element type.
        IrType scale = runsOverElements ? Inputs[0].ElementType : IrType.Double;
        differentiated = Definition.Differentiated;
        (IReadOnlyList<Variable> all, Scales) = spec.Total is { Sums: { Count: > 1 } sums }
            ? ([.. sums.Select(sum => Fresh(sum + "Sum", IrType.Double))], [.. differentiated.Select(number => Fresh(sums[number] + "Scale", scale))])
            : ((Variable[])[new Variable("sum", IrType.Double)], (Variable[])[new Variable("scale", scale)]);
        Sums = outputs.Only.Count == 0 ? all : [.. outputs.Only.Select(number => all[number])];
    }

    protected Names Names { get; } = Names.ForTensors();

    protected LossSpec Spec { get; }

    protected KernelOutputs Outputs { get; }

    protected LossDefinition Definition { get; }

    protected IReadOnlyList<Tensor> Inputs { get; }

    protected Tensor? Weights { get; }

    /// <summary>The numbers per class that the formula takes.</summary>
    protected IReadOnlyList<Tensor> Parameters { get; }

    /// <summary>The gradients that have an element for each element or location.</summary>
    protected IReadOnlyList<Tensor> Gradients { get; }

    /// <summary>Where the value of each position is left; null if that is not wanted.</summary>
    protected Tensor? Values { get; }

    /// <summary>Where predictions and the like are left.</summary>
    protected IReadOnlyList<Tensor> Side { get; }

    /// <summary>The statistics of all classes, where these are a shard; none where the gradient needs none.</summary>
    protected IReadOnlyList<Tensor> Statistics { get; }

    /// <summary>Where the second derivatives by the first input that has a gradient are left; null if they are not wanted.</summary>
    protected Tensor? Curvature { get; }

    /// <summary>The upstream gradient of each position; null if there is one for all.</summary>
    protected Tensor? Upstream { get; }

    /// <summary>The directions in which the gradients of the first inputs that have one are differentiated; none where these are wanted themselves.</summary>
    protected IReadOnlyList<Tensor> Directions { get; }

    /// <summary>The inputs, and directions, that are one number, each with its local.</summary>
    protected IReadOnlyList<LearnedNumber> Learned { get; }

    /// <summary>Their gradients, each a sum.</summary>
    protected IReadOnlyList<SummedGradient> SummedGradients { get; }

    /// <summary>The scalars that the formula takes.</summary>
    protected IReadOnlyList<Parameter> FormulaParameters { get; }

    /// <summary>The factors of the derivatives, one for each summand that has any.</summary>
    protected IReadOnlyList<Variable> Scales { get; }

    protected IReadOnlyList<Variable> Sums { get; }

    /// <summary>What the kernel sums up: the value, if the caller wants it, and gradients of numbers.</summary>
    protected IReadOnlyList<Variable> Results => [.. Outputs.Value ? Sums : [], .. SummedGradients.Select(static gradient => gradient.Sum), .. CountsCorrect ? [Correct] : Array.Empty<Variable>()];

    private bool CountsCorrect => (Outputs.Side & OutputKinds.Accuracy) != 0;

    private Variable Correct { get; }

    protected Variable Start { get; } = new("start", IrType.Index);

    protected Variable End { get; } = new("end", IrType.Index);

    public static LossKernel Build(LossSpec spec, KernelOutputs outputs, string name) =>
        (SumOfElements.RunsOverElements(spec) ? (KernelBuilder)new ElementwiseBuilder(spec, outputs) : new ClassAxisBuilder(spec, outputs)).Build(name);

    protected abstract LossKernel Build(string name);

    /// <summary>The kernel that runs over the block's positions, in a loop that carries the sum if the caller wants the value.</summary>
    protected LossKernel Kernel(string name, Iteration iteration, Loop positions, IEnumerable<Parameter> parameters, IReadOnlyList<Expr> formulas)
    {
        List<Stmt> statements = [.. Learned.Select(static input => new Declare(input.Local, new Load(input.Tensor, Expr.Position(0), input.Tensor.ElementType))), positions];
        statements.AddRange(Results.Count == 1 ? [new Return(Results[0])] : Results.Select(static (sum, number) => (Stmt)new StoreSum(number, sum)));

        return new LossKernel(
            name,
            iteration,
            Inputs.Append(Weights).Concat(Parameters).Concat(Statistics).Append(Upstream).Concat(Directions).Concat(Gradients).Append(Values).Append(Curvature).Concat(Side).OfType<Tensor>().ToEquatableArray(),
            parameters
                .Concat(Outputs.AnyGradient ? Scales.Select(static scale => new Parameter(scale, ParameterRole.Scale)) : [])
                .Concat([new Parameter(Start, ParameterRole.Start), new Parameter(End, ParameterRole.End)])
                .ToEquatableArray(),
            statements.ToEquatableArray(),
            new KernelNotes(
                Formula: string.Join(", ", formulas.Select(ExprText.Mathematics)),
                Definitions: Definition is CustomFormula ? DefinitionsIn(formulas) : default,
                Weights: Spec.Weighting is { } weighting ? "ω: " + WeightsText.Describe(weighting, Spec.Shape) : ""),
            KernelRequest.Default)
        {
            SummedGradients = SummedGradients.ToEquatableArray(),
        };
    }

    /// <summary>The summands for the given elements of the inputs.</summary>
    protected IReadOnlyList<Expr> FormulasOf(IReadOnlyList<Expr> inputs)
    {
        int scalars = 0;
        return Definition.Formulas(inputs, [.. Definition.Parameters.Select((parameter, number) => parameter.IsPerClass
            ? (Expr)new Element(Parameters.First(tensor => tensor.Number == number), OverClasses.Index)
            : parameter.IsScalar ? FormulaParameters[scalars++].Variable
            : new Constant(0, IrType.Index))]);
    }

    /// <summary>ω·f for each summand, in the type of the weight; f where there is none.</summary>
    protected static IReadOnlyList<Expr> Weighted(IReadOnlyList<Expr> formulas, Expr? weight) =>
        weight is null ? formulas : [.. formulas.Select(formula => Expr.Of(Op.Weigh, weight, formula.To(weight.Type.Scalar).As("loss")))];

    /// <summary>What a position adds to the sums that the kernel computes: the summands and, where the weights are what the loss divides by, the weight.</summary>
    /// <param name="weighted">The summands, weights included.</param>
    /// <param name="weight">The weight of the position; null if there is none.</param>
    protected IReadOnlyList<Expr> ValuesOf(IReadOnlyList<Expr> weighted, Expr? weight)
    {
        IReadOnlyList<Expr> all = weight is not null && Spec.Kept.DividesByKept ? [.. weighted, WeightedMean.TermOf(Spec.Kept, weight)] : weighted;
        return Outputs.Only.Count == 0 ? all : [.. Outputs.Only.Select(number => all[number])];
    }

    /// <summary>The statement that leaves the value of a position; none if that is not wanted.</summary>
    /// <param name="position">The position.</param>
    /// <param name="value">Its value, before the factor of the loss.</param>
    protected IEnumerable<Stmt> ValueOf(Variable position, Expr value) => Values is null ? []
        : [new Store(Values, position, (Spec.Weight.Value == 1 ? value : Spec.Weight.Value * value).To(Values.Element))];

    /// <summary>The factors of the derivatives at a position.</summary>
    protected IReadOnlyList<Expr> ScalesAt(Variable position, IEnumerable<Expr> scales) =>
        [.. scales.Select(scale => Upstream is null ? scale : scale * new Load(Upstream, position, Upstream.ElementType).To(scale.Type.Scalar))];

    /// <summary>What adds to the results.</summary>
    protected static IEnumerable<Stmt> Accumulated(IReadOnlyList<Variable> results, IEnumerable<Expr> terms) =>
        results.Zip(terms, static (sum, term) => new Accumulate(sum.Name, term));

    /// <summary>What an element or location adds to the results.</summary>
    /// <param name="values">The terms of the value.</param>
    /// <param name="factors">The factors of the derivatives.</param>
    /// <param name="formulas">The summands.</param>
    /// <param name="inputs">What they are functions of.</param>
    protected IEnumerable<Expr> TermsOf(IReadOnlyList<Expr> values, IReadOnlyList<Expr> factors, IReadOnlyList<Expr> formulas, IReadOnlyList<Expr> inputs) =>
        [.. Outputs.Value ? values : [], .. SummedGradients.Select(gradient => GradientOf(factors, formulas, gradient.Gradient, inputs)), .. CountsCorrect ? [SideOutputs.IsCorrect(inputs)] : Array.Empty<Expr>()];

    /// <summary>An input that is one number, which has its name where it is written as mathematics.</summary>
    protected Expr LocalOf(Tensor input)
    {
        Variable local = Learned.First(learned => learned.Tensor == input).Local;
        return local.As(local.Name, input.Name);
    }

    /// <summary>A loop that carries results.</summary>
    protected static Loop Carrying(IReadOnlyList<Variable> results, Variable index, Expr from, Expr to, LoopRole role, IEnumerable<Stmt> body) =>
        new(index, from, to, role, results.Select(static sum => new Accumulator(sum, Reduction.Sum)).ToEquatableArray(), body.ToEquatableArray());

    /// <summary>The element of a gradient: ∂(Σ factor·formula) with respect to its input.</summary>
    protected Expr GradientOf(IReadOnlyList<Expr> factors, IReadOnlyList<Expr> formulas, Tensor gradient, IReadOnlyList<Expr> inputs) =>
        new Derivative(factors.Zip(differentiated, (factor, number) => factor.To(gradient.Element) * formulas[number].To(gradient.Element)).Aggregate(static (sum, term) => sum + term), inputs[gradient.Number].Unnamed());

    /// <summary>An element of the second derivative by the first input that has a gradient: along an axis, of each class's element by itself.</summary>
    protected Expr CurvatureOf(IReadOnlyList<Expr> factors, IReadOnlyList<Expr> formulas, IReadOnlyList<Expr> inputs) =>
        new Derivative(GradientOf(factors, [.. formulas.Select(WithSlopesOfLogarithms)], Gradients[0], inputs), inputs[Gradients[0].Number].Unnamed());

    /// <summary>What the gradients are those of: the summands or, where there are directions, the products of these with the summands' own gradients, ⟨direction, ∂formula⟩.</summary>
    /// <param name="formulas">The summands.</param>
    /// <param name="inputs">What they are functions of.</param>
    /// <param name="directions">The directions, like the inputs.</param>
    protected IReadOnlyList<Expr> Differentiated(IReadOnlyList<Expr> formulas, IReadOnlyList<Expr> inputs, IReadOnlyList<Expr> directions) => directions.Count == 0 ? formulas
        : [.. formulas.Select((formula, number) => differentiated.Contains(number) ? Directions.Select((tensor, i) => Along(WithSlopesOfLogarithms(formula), inputs[tensor.Number].Unnamed(), directions[i])).Aggregate(static (sum, term) => sum + term) : formula)];

    // Of an input with an element for each class, the sum over the classes.
    private static Expr Along(Expr formula, Expr input, Expr direction)
    {
        Expr product = direction.To(formula.Type.Scalar) * new Derivative(formula, input);
        return input is Element ? OverClasses.Sum(product) : product;
    }

    // The first derivative of an entropy Σ p·(−log p) through its logarithms is 0, so that they are held fixed there; the second is not.
    private static Expr WithSlopesOfLogarithms(Expr formula) => formula.Rewrite(static part =>
        part is Apply { Op: Op.MultiplyOrZero, Arguments: [Apply { Op: Op.Exp, Arguments: [Apply { Op: Op.Negate, Arguments: [var surprise] }] } probability, Apply { Op: Op.StopGradient } stopped] } && stopped.Arguments[0] == surprise
            ? Expr.Of(Op.MultiplyOrZero, probability, surprise)
            : part);

    // The definitions of a formula's local variables, in the order in which they are computed.
    private static EquatableArray<string> DefinitionsIn(IReadOnlyList<Expr> formulas) => formulas.SelectMany(static formula => formula.PostOrder()).OfType<Named>()
        .Where(static local => local is { Symbol: not null, Value: not Variable })
        .Distinct()
        .Select(static local => ExprText.Definition(local.Symbol!, local.Value))
        .ToEquatableArray();

    protected Variable Position(string name) => new(Names.Fresh(name), IrType.Index);

    protected Variable Fresh(string name, IrType type) => new(Names.Fresh(name), type);

    private Tensor InKernel(Tensor tensor) => tensor with { Name = Names.FreshTensor(tensor.Name) };
}
