using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Building;

/// <summary>
/// Σ ω·f over locations, where f sees all classes of one, and ω·∂f at each class, where ω is the weight at the location's label, if there are
/// weights. If a sample's weights are to be scaled by their sum, it runs sample by sample: the sum first, then the locations.
/// </summary>
internal sealed class ClassAxisBuilder : KernelBuilder
{
    private readonly TensorShape shape;
    private readonly SamplePositions positions;
    private readonly List<Parameter> parameters = [];
    private readonly Variable location;
    private readonly ClassAxisIteration axis;

    public ClassAxisBuilder(LossSpec spec, KernelOutputs outputs)
        : base(spec, outputs)
    {
        shape = spec.Shape;
        positions = new SamplePositions(shape);
        location = Position("location");
        Expr stride = Expr.Position(shape.FixedInner);
        if (shape.BatchIsInner)
        {
            // The batch size is a factor of the stride, so the caller, who knows it, passes the stride.
            Variable inner = new("stride", IrType.Index);
            parameters.Add(new Parameter(inner, ParameterRole.Stride));
            stride = inner;
        }

        parameters.AddRange(FormulaParameters);
        axis = new ClassAxisIteration(
            shape.Classes,
            stride,
            Position(shape.ClassesAreContiguous ? "row" : "origin"),
            (outputs.IsSharded ? [] : Labels).Select(labels => new LocationLabel(labels, Position(
                labels != Labels[0] ? labels.Name + "Index" : Inputs.Any(static input => input.Name == "label") ? "labelIndex" : "label"))).ToEquatableArray(),
            Position("classIndex"),
            location,
            Weights is { Layout: TensorLayout.DataPoint } ? new StridedAxis(Position("dataPointOrigin"), shape.FixedInner) : null);
    }

    /// <summary>What the outermost loop runs over.</summary>
    public static LoopRole PositionsOf(LossSpec spec) =>
        spec.Weighting is { Source: WeightSource.Call, Normalization: NormalizationKind.Global } && spec.Shape.LocationsPerSample > 1
            ? LoopRole.Samples
            : LoopRole.Locations;

    protected override LossKernel Build(string name)
    {
        if (Outputs.IsSharded)
        {
            Expr[] parts = Outputs.OfStatistics ? [ShardGradient(Scales[0])] : [.. Side.Select(output => ShardStatistics.ValueOf((OutputKinds)output.Number, Elements[0], Elements[1]))];
            return Kernel(name, axis, Carrying(Results, location, Start, End, LoopRole.Locations, AtLocation(Results, OriginOf(location), parts, parts[0], Scales, parts)), parameters, parts);
        }

        Expr? whole = Weights is null or { Layout: TensorLayout.Locations } || !Definition.WeighsEveryClass ? null : Definition.Weighted(Elements, WeightOf(Weights, OverClasses.Index, Inputs[0].Element));
        IReadOnlyList<Expr> formulas = whole is null ? FormulasOf(Elements) : [whole];
        Expr? ofLocation = Weights is null ? null : (Weights.Layout == TensorLayout.Locations
            ? new Load(Weights, location, Weights.ElementType).To(ScalarType.Double)
            : WeightOf(Weights, new Label(Labels.Single()), ScalarType.Double)).As("weight", WeightSymbol);
        Expr? weight = whole is null ? ofLocation : null;
        IReadOnlyList<Expr> values = ValuesOf(Weighted(formulas, weight), ofLocation);
        Loop loop = PositionsOf(Spec) == LoopRole.Samples
            ? Samples(values, formulas, weight)
            : Carrying(Results, location, Start, End, LoopRole.Locations, AtLocation(Results, OriginOf(location), values, values[0], [.. ScalesAt(location, Scales).Select(scale => weight is null ? scale : scale * weight)], formulas));
        return Kernel(name, axis, loop, positions.NeedsSamples ? parameters.Append(positions.Samples) : parameters, values);
    }

    // The weight of a class, scaled in float64 if the location's own weights are to sum to C.
    private Expr WeightOf(Tensor weights, Expr @class, ScalarType type)
    {
        Element element = new(weights, OverClasses.Index);
        Expr atClass = element.At(@class);
        bool isScaledAtLocation = Spec.Weighting is { Source: WeightSource.Call, Normalization: not NormalizationKind.None } && PositionsOf(Spec) == LoopRole.Locations;
        return isScaledAtLocation
            ? ((double)shape.Classes * (atClass.To(ScalarType.Double) / new Reduce(Reduction.WidenedSum, element).As("weightSum").To(ScalarType.Double))).To(type)
            : atClass.To(type);
    }

    private List<Stmt> AtLocation(IReadOnlyList<Variable> results, Expr origin, IReadOnlyList<Expr> values, Expr value, IReadOnlyList<Expr> factors, IReadOnlyList<Expr> formulas)
    {
        List<Stmt> body = [new Declare(axis.Origin, origin)];
        if (axis.DataPoint is { } dataPoint)
        {
            Expr stride = Expr.Position(dataPoint.Stride);
            body.Add(new Declare(dataPoint.Origin, positions.OriginOf(positions.InSample(location), stride, isFirstAxis: dataPoint.Stride == shape.LocationsPerSample)));
        }

        body.AddRange(axis.Labels.Select(label => new Declare(label.Class, new Load(label.Tensor, location, label.Tensor.ElementType).To(ScalarType.Index))));

        IReadOnlyList<Expr> differentiated = Differentiated(formulas, Elements, [.. Directions.Select(AtLocation)]);
        body.AddRange(Accumulated(results, TermsOf(values, factors, differentiated, Elements)));
        body.AddRange(ValueOf(location, value));

        // In one loop, as either gradient may overwrite an input that the other needs.
        Tensor[] outputs = [.. Side, .. Gradients];
        body.AddRange(outputs.Where(static output => output.Layout == TensorLayout.Locations).Select(output => new Store(output, location, Output(output))));
        if (outputs.Any(static output => output.Layout == TensorLayout.Elements))
        {
            IEnumerable<Store> stores = outputs.Where(static output => output.Layout == TensorLayout.Elements).Select(output => new Store(output, axis.PositionOf(axis.ClassIndex), Output(output)));
            body.Add(axis.ForEachClass(Curvature is null ? stores : stores.Append(new Store(Curvature, axis.PositionOf(axis.ClassIndex), CurvatureOf(factors, formulas, Elements)))));
        }

        return body;

        Expr Output(Tensor output) => Outputs.OfStatistics ? ShardGradient(factors[0])
            : Outputs.IsSharded ? ShardStatistics.ValueOf((OutputKinds)output.Number, Elements[0], Elements[1])
            : output.Role == TensorRole.Gradient ? GradientOf(factors, differentiated, output, Elements)
            : SideOutputs.ValueOf(output, Definition, Elements);
    }

    // The gradient of the current class, from the statistics of all classes.
    private Expr ShardGradient(Expr scale) => ShardStatistics.GradientOf(scale, Elements[0], Elements[1], kind =>
        new Load(Statistics.First(statistic => statistic.Number == (int)kind), location, Inputs[0].ElementType));

    // weightScale·Σ over the sample's locations, where weightScale is the number of the sample's weights over their sum.
    private Loop Samples(IReadOnlyList<Expr> values, IReadOnlyList<Expr> formulas, Expr? weight)
    {
        Variable sample = Position("sample");
        Variable? sampleStart = positions.AreContiguous ? Position("sampleStart") : null;
        Variable sampleLocation = Position("sampleLocation");
        Variable weightScale = Fresh("weightScale", IrType.Double);
        Variable[] sampleScales = [.. Scales.Select(_ => Fresh("sampleScale", IrType.Double))];
        Variable[] sampleSums = [.. Results.Select(_ => Fresh("sampleSum", IrType.Double))];
        SampleWeightSum weights = new(shape, positions, Weights!, Names);
        List<Stmt> body = sampleStart is null ? [] : [new Declare(sampleStart, sample * Expr.Position(shape.ElementsPerSample))];
        body.AddRange(weights.Statements(sample, sampleStart));
        body.Add(new Declare(weightScale, weights.Result.Like(shape.ElementsPerSample) / weights.Result));
        if (Outputs.AnyGradient)
        {
            body.AddRange(Scales.Zip(sampleScales, (scale, sampleScale) => new Declare(sampleScale, scale * weightScale)));
        }

        // In a contiguous sample the origin follows from the place within it.
        Expr origin = sampleStart is null
            ? OriginOf(location)
            : sampleStart + positions.OriginOf(sampleLocation, axis.Stride, isFirstAxis: shape.FixedInner == shape.LocationsPerSample);
        List<Stmt> atLocation = AtLocation(
            sampleSums,
            origin,
            values,
            weightScale * values[0],
            [.. ScalesAt(location, Scales.Zip(sampleScales, static (scale, sampleScale) => sampleScale.As(sampleScale.Name, scale.Name))).Select(scale => weight is null ? scale : scale * weight)],
            formulas);
        atLocation.Insert(0, new Declare(location, positions.OfSample(sample, sampleLocation)));
        body.Add(Carrying(sampleSums, sampleLocation, Expr.Position(0), Expr.Position(shape.LocationsPerSample), LoopRole.Locations, atLocation));
        // The derivatives have the factor already.
        body.AddRange(Accumulated(Results, sampleSums.Select((sampleSum, number) => Outputs.Value && number < Sums.Count ? weightScale * sampleSum : sampleSum)));

        return Carrying(Results, sample, Start, End, LoopRole.Samples, body);
    }

    // What a location has of each input.
    private IReadOnlyList<Expr> Elements => [.. Inputs.Select(tensor => Spec.Inputs[tensor.Number].Kind switch
    {
        InputKind.Labels when Outputs.IsSharded => new Load(tensor, location, Inputs[0].ElementType),
        InputKind.Labels => Labels.Length == 1 ? new Label(tensor) : new Label(tensor, tensor.Name),
        _ => AtLocation(tensor),
    })];

    private Expr AtLocation(Tensor tensor) => tensor.Layout switch
    {
        TensorLayout.Locations => new Load(tensor, location, tensor.ElementType),
        TensorLayout.Call => LocalOf(tensor),
        _ => new Element(tensor, OverClasses.Index),
    };

    private Tensor[] Labels => [.. Inputs.Where(tensor => Spec.Inputs[tensor.Number].Kind == InputKind.Labels)];

    private Expr OriginOf(Expr place) => positions.OriginOf(place, axis.Stride, isFirstAxis: shape.ClassAxis == 0);
}
