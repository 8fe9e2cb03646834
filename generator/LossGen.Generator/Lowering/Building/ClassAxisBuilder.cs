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
    private const string WeightSymbol = "ω";

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
            Labels.Select(labels => new LocationLabel(labels, Position(
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
        Expr formula = FormulaOf(Elements);
        Expr? weight = Weights is null ? null : WeightOf(Weights);
        Expr value = weight is null ? formula : Expr.Of(Op.Weigh, weight, formula.To(ScalarType.Double).As("loss"));
        Loop loop = PositionsOf(Spec) == LoopRole.Samples
            ? Samples(value, formula, weight!)
            : Carrying(Sum, location, Start, End, LoopRole.Locations, AtLocation(Sum, OriginOf(location), value, weight is null ? Scale : Scale * weight, formula));
        return Kernel(name, axis, loop, positions.NeedsSamples ? parameters.Append(positions.Samples) : parameters, value);
    }

    // In float64, and scaled if the location's own weights are to sum to C.
    private Expr WeightOf(Tensor weights)
    {
        Element element = new(weights, OverClasses.Index);
        Expr atLabel = element.At(new Label(Labels.Single())).To(ScalarType.Double);
        bool isScaledAtLocation = Spec.Weighting is { Source: WeightSource.Call, Normalization: not NormalizationKind.None } && PositionsOf(Spec) == LoopRole.Locations;
        Expr weight = isScaledAtLocation
            ? (double)shape.Classes * (atLabel / new Reduce(Reduction.WidenedSum, element).As("weightSum").To(ScalarType.Double))
            : atLabel;
        return weight.As("weight", WeightSymbol);
    }

    private List<Stmt> AtLocation(Variable sum, Expr origin, Expr value, Expr factor, Expr formula)
    {
        List<Stmt> body = [new Declare(axis.Origin, origin)];
        if (axis.DataPoint is { } dataPoint)
        {
            Expr stride = Expr.Position(dataPoint.Stride);
            body.Add(new Declare(dataPoint.Origin, positions.OriginOf(positions.InSample(location), stride, isFirstAxis: dataPoint.Stride == shape.LocationsPerSample)));
        }

        body.AddRange(axis.Labels.Select(label => new Declare(label.Class, new Load(label.Tensor, location, label.Tensor.ElementType).To(ScalarType.Index))));

        if (Outputs.Value)
        {
            body.Add(new Accumulate(sum.Name, value));
        }

        // In one loop, as either gradient may overwrite an input that the other needs.
        if (Outputs.AnyGradient)
        {
            body.AddRange(Gradients.Where(static gradient => gradient.Layout == TensorLayout.Locations).Select(gradient => new Store(gradient, location, Gradient(gradient))));
            if (Gradients.Any(static gradient => gradient.Layout == TensorLayout.Elements))
            {
                body.Add(axis.ForEachClass(Gradients.Where(static gradient => gradient.Layout == TensorLayout.Elements).Select(gradient =>
                    new Store(gradient, axis.PositionOf(axis.ClassIndex), Gradient(gradient)))));
            }
        }

        return body;

        Expr Gradient(Tensor gradient) => GradientOf(factor, formula, gradient, Elements);
    }

    // weightScale·Σ over the sample's locations, where weightScale is the number of the sample's weights over their sum.
    private Loop Samples(Expr value, Expr formula, Expr weight)
    {
        Variable sample = Position("sample");
        Variable? sampleStart = positions.AreContiguous ? Position("sampleStart") : null;
        Variable sampleLocation = Position("sampleLocation");
        Variable weightScale = Fresh("weightScale", IrType.Double);
        Variable sampleScale = Fresh("sampleScale", IrType.Double);
        Variable sampleSum = Fresh("sampleSum", IrType.Double);
        SampleWeightSum weights = new(shape, positions, Weights!, Names);
        List<Stmt> body = sampleStart is null ? [] : [new Declare(sampleStart, sample * Expr.Position(shape.ElementsPerSample))];
        body.AddRange(weights.Statements(sample, sampleStart));
        body.Add(new Declare(weightScale, weights.Result.Like(shape.ElementsPerSample) / weights.Result));
        if (Outputs.AnyGradient)
        {
            body.Add(new Declare(sampleScale, Scale * weightScale));
        }

        // In a contiguous sample the origin follows from the place within it.
        Expr origin = sampleStart is null
            ? OriginOf(location)
            : sampleStart + positions.OriginOf(sampleLocation, axis.Stride, isFirstAxis: shape.FixedInner == shape.LocationsPerSample);
        List<Stmt> atLocation = AtLocation(sampleSum, origin, value, sampleScale.As(sampleScale.Name, Scale.Name) * weight, formula);
        atLocation.Insert(0, new Declare(location, positions.OfSample(sample, sampleLocation)));
        body.Add(Carrying(sampleSum, sampleLocation, Expr.Position(0), Expr.Position(shape.LocationsPerSample), LoopRole.Locations, atLocation));
        if (Outputs.Value)
        {
            body.Add(new Accumulate(Sum.Name, weightScale * sampleSum));
        }

        return Carrying(Sum, sample, Start, End, LoopRole.Samples, body);
    }

    // What a location has of each input.
    private IReadOnlyList<Expr> Elements => [.. Inputs.Select(tensor => Spec.Inputs[tensor.Number].Kind switch
    {
        InputKind.Labels => Labels.Length == 1 ? new Label(tensor) : new Label(tensor, tensor.Name),
        InputKind.Numbers => new Load(tensor, location, tensor.ElementType),
        _ => (Expr)new Element(tensor, OverClasses.Index),
    })];

    private Tensor[] Labels => [.. Inputs.Where(tensor => Spec.Inputs[tensor.Number].Kind == InputKind.Labels)];

    private Expr OriginOf(Expr place) => positions.OriginOf(place, axis.Stride, isFirstAxis: shape.ClassAxis == 0);
}
