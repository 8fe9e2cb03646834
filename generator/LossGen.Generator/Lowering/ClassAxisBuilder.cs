using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Σ ω·f over locations, f seeing all classes of one, and ω·∂f at each class, ω being the weight at the location's label where there
/// are weights. Where a sample's weights are to be scaled by their sum, it runs sample by sample: the sum first, then the locations.
/// </summary>
internal sealed class ClassAxisBuilder : KernelBuilder
{
    private readonly TensorShape shape;
    private readonly List<Parameter> parameters = [];
    private readonly Variable location;
    private readonly ClassAxisIteration axis;
    private Variable? samples;

    public ClassAxisBuilder(LossSpec spec, KernelOutputs outputs)
        : base(spec, outputs)
    {
        shape = spec.Shape;
        location = Position("location");
        Expr stride = Expr.Position(shape.FixedInner);
        if (shape.BatchIsInner)
        {
            // The batch size is a factor of the stride, so the caller, who knows it, passes the stride.
            Variable inner = new("stride", IrType.Index);
            parameters.Add(new Parameter(inner, ParameterRole.Stride));
            stride = inner;
        }

        axis = new ClassAxisIteration(
            shape.Classes,
            stride,
            Position(shape.ClassesAreContiguous ? "row" : "origin"),
            Position("label"),
            Position("classIndex"),
            Weights is { Layout: TensorLayout.DataPoint } ? new DataPointAxis(Position("dataPointOrigin"), shape.FixedInner) : null);
    }

    /// <summary>What the outermost loop runs over.</summary>
    public static LoopRole PositionsOf(LossSpec spec) =>
        spec.Weighting is { Kind: WeightingKind.PerPrediction, Normalization: NormalizationKind.Global } && spec.Shape.LocationsPerSample > 1
            ? LoopRole.Samples
            : LoopRole.Locations;

    protected override LossKernel Build(string name)
    {
        Expr formula = Definition.Formula(new ClassElement(Prediction), new ClassElement(GroundTruth));
        Expr? weight = Weights is null ? null : WeightOf(Weights);
        Expr value = weight is null ? formula : Expr.Of(Op.Weigh, weight, formula.To(ScalarType.Double).As("loss"));
        Loop positions = PositionsOf(Spec) == LoopRole.Samples
            ? Samples(new WeightSum(this, Weights!), value, formula, weight!)
            : Carrying(Sum, location, Start, End, LoopRole.Locations, AtLocation(Sum, value, weight is null ? Scale : Scale * weight, formula));
        return Kernel(name, axis, positions, parameters, value);
    }

    // In float64, and scaled where it is the location's own weights that are to sum to C.
    private Expr WeightOf(Tensor weights)
    {
        ClassElement element = new(weights);
        AtLabel atLabel = new(element);
        bool isScaledAtLocation = Spec.Weighting is { Kind: WeightingKind.PerPrediction, Normalization: not NormalizationKind.None } && PositionsOf(Spec) == LoopRole.Locations;
        return isScaledAtLocation
            ? (((double)shape.Classes * atLabel.To(ScalarType.Double)) / new OverClasses(Reduction.Sum, element).As("weightSum").To(ScalarType.Double)).As("weight")
            : weights.Element == ScalarType.Double ? atLabel : atLabel.To(ScalarType.Double).As("weight");
    }

    private List<Stmt> AtLocation(Variable sum, Expr value, Expr factor, Expr formula)
    {
        List<Stmt> body = [new Declare(axis.Origin, OriginOf(location, axis.Stride, isFirstAxis: shape.ClassAxis == 0))];
        if (axis.DataPoint is { } dataPoint)
        {
            body.Add(new Declare(dataPoint.Origin, OriginOf(LocationInSample(), Expr.Position(dataPoint.Stride), isFirstAxis: dataPoint.Stride == shape.LocationsPerSample)));
        }

        if (Definition.GroundTruth == Losses.GroundTruth.Labels)
        {
            body.Add(new Declare(axis.Label, new Load(GroundTruth, location, GroundTruth.ElementType).To(ScalarType.Index)));
        }

        if (Outputs.Value)
        {
            body.Add(new Accumulate(sum.Name, value));
        }

        // In one loop, as either gradient may stand in place of an input that the other needs.
        if (Outputs.AnyGradient)
        {
            body.Add(axis.ForEachClass(Gradients.Select(gradient =>
                new Store(gradient, axis.PositionOf(axis.ClassIndex), GradientOf(factor, formula, gradient, new ClassElement(Prediction), new ClassElement(GroundTruth))))));
        }

        return body;
    }

    // weightScale·Σ over the sample's locations, weightScale being the number of the sample's weights over their sum.
    private Loop Samples(WeightSum weights, Expr value, Expr formula, Expr weight)
    {
        Variable sample = Position("sample");
        Variable weightScale = Fresh("weightScale", IrType.Double);
        Variable sampleScale = Fresh("sampleScale", IrType.Double);
        Variable sampleSum = Fresh("sampleSum", IrType.Double);
        Variable sampleLocation = Position("sampleLocation");
        List<Stmt> body =
        [
            .. weights.Statements(sample),
            new Declare(weightScale, weights.Result.Like(shape.ElementsPerSample) / weights.Result),
        ];
        if (Outputs.AnyGradient)
        {
            body.Add(new Declare(sampleScale, Scale * weightScale));
        }

        List<Stmt> atLocation = AtLocation(sampleSum, value, sampleScale * weight, formula);
        atLocation.Insert(0, new Declare(location, InTensor(sample, sampleLocation, shape.LocationsPerSample, shape.LocationsBehindBatch)));
        body.Add(Carrying(sampleSum, sampleLocation, Expr.Position(0), Expr.Position(shape.LocationsPerSample), LoopRole.Locations, atLocation));
        if (Outputs.Value)
        {
            body.Add(new Accumulate(Sum.Name, weightScale * sampleSum));
        }

        return Carrying(Sum, sample, Start, End, LoopRole.Samples, body);
    }

    // Where class 0 of a location stands: (location div stride)·C·stride + location mod stride; with no axis ahead of the classes, at the location.
    private Expr OriginOf(Expr place, Expr stride, bool isFirstAxis) => isFirstAxis
        ? place
        : (Expr.Of(Op.IndexQuotient, place, stride) * (Expr.Position(shape.Classes) * stride)) + Expr.Of(Op.IndexRemainder, place, stride);

    // The location without the batch: the n-th of one sample's.
    private Expr LocationInSample()
    {
        int behind = shape.LocationsBehindBatch;
        Expr inStretch = Expr.Of(Op.IndexRemainder, location, Expr.Position(behind));
        return behind == shape.LocationsPerSample
            ? inStretch
            : (Expr.Of(Op.IndexQuotient, location, SampleCount() * Expr.Position(behind)) * Expr.Position(behind)) + inStretch;
    }

    // The n-th of one sample's elements or locations, of which so many lie side by side, in the whole tensor: the inverse.
    private Expr InTensor(Expr sample, Expr place, int perSample, int behind) => behind == perSample
        ? (sample * Expr.Position(perSample)) + place
        : ((((Expr.Of(Op.IndexQuotient, place, Expr.Position(behind)) * SampleCount()) + sample) * Expr.Position(behind)) + Expr.Of(Op.IndexRemainder, place, Expr.Position(behind)));

    private Variable SampleCount()
    {
        if (samples is null)
        {
            samples = new Variable("samples", IrType.Index);
            parameters.Add(new Parameter(samples, ParameterRole.Samples));
        }

        return samples;
    }

    /// <summary>Σ of one sample's weights, which lie in stretches: one where the batch comes first.</summary>
    private sealed class WeightSum(ClassAxisBuilder builder, Tensor weights)
    {
        private readonly Variable element = builder.Position("element");
        private readonly int length = builder.shape.ElementsBehindBatch;
        private readonly int stretches = builder.shape.ElementsPerSample / builder.shape.ElementsBehindBatch;

        public Variable Result { get; } = builder.Fresh("weightSum", IrType.Double);

        public IEnumerable<Stmt> Statements(Variable sample)
        {
            Variable start = builder.Position(stretches == 1 ? "sampleStart" : "stretchStart");
            if (stretches == 1)
            {
                return [new Declare(start, sample * Expr.Position(length)), Elements(start, Result)];
            }

            Variable stretch = builder.Position("stretch");
            Variable stretchSum = builder.Fresh("stretchSum", IrType.Double);
            Declare declared = new(start, ((stretch * builder.SampleCount()) + sample) * Expr.Position(length));
            IEnumerable<Stmt> body = length == 1
                ? [declared, new Accumulate(Result.Name, Weight(start))]
                : [declared, Elements(start, stretchSum), new Accumulate(Result.Name, stretchSum)];
            return [Summing(Result, stretch, stretches, LoopRole.Pieces, body)];
        }

        private Loop Elements(Expr start, Variable sum) => Summing(sum, element, length, LoopRole.Elements, [new Accumulate(sum.Name, Weight(start + element))]);

        private Load Weight(Expr position) => new(weights, position, weights.ElementType);

        private static Loop Summing(Variable sum, Variable index, int count, LoopRole role, IEnumerable<Stmt> body) =>
            new(index, Expr.Position(0), Expr.Position(count), role, EquatableArray.Of(new Accumulator(sum, Reduction.Sum)), body.ToEquatableArray());
    }
}
