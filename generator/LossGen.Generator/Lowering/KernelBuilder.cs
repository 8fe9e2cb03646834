using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// States a loss as a scalar kernel over a block of positions: the sum of the formula as result, its derivatives times
/// scale = w/D as gradients. Nothing is derived, ordered or chosen yet.
/// </summary>
internal sealed class KernelBuilder
{
    private readonly LossSpec spec;
    private readonly LossDefinition definition;
    private readonly KernelOutputs outputs;
    private readonly Names names = Names.ForTensors();
    private readonly Tensor prediction;
    private readonly Tensor groundTruth;
    private readonly List<Tensor> gradients = [];
    private readonly Variable scale;
    private readonly Variable sum;

    private KernelBuilder(LossSpec spec, KernelOutputs outputs)
    {
        this.spec = spec;
        this.outputs = outputs;
        definition = LossDefinition.Of(spec.Loss);
        ScalarType element = ElementOf(spec);
        prediction = NewTensor(spec.Bottoms.Prediction, element, TensorRole.Prediction);
        groundTruth = NewTensor(spec.Bottoms.GroundTruth, GroundTruthElementOf(spec), TensorRole.GroundTruth);
        if (outputs.PredictionGradient)
        {
            gradients.Add(NewTensor(spec.Bottoms.PredictionGradient, element, TensorRole.PredictionGradient));
        }

        if (outputs.GroundTruthGradient)
        {
            gradients.Add(NewTensor(spec.Bottoms.GroundTruthGradient, element, TensorRole.GroundTruthGradient));
        }

        // Along the class axis scale is divided by a location's sum before it is rounded to the element type.
        scale = new Variable("scale", definition.IsAlongClassAxis ? IrType.Double : new IrType(element));
        sum = new Variable("sum", IrType.Double);
    }

    public static ScalarType ElementOf(LossSpec spec) => spec.Element == ElementKind.Double ? ScalarType.Double : ScalarType.Single;

    public static ScalarType GroundTruthElementOf(LossSpec spec) => (LossDefinition.Of(spec.Loss).GroundTruth, spec.Label) switch
    {
        (GroundTruth.Target, _) => ElementOf(spec),
        (_, LabelKind.Byte) => ScalarType.Byte,
        (_, LabelKind.UInt16) => ScalarType.UInt16,
        (_, LabelKind.Int64) => ScalarType.Int64,
        _ => ScalarType.Int32,
    };

    public static LossKernel Build(LossSpec spec, KernelOutputs outputs, string name)
    {
        KernelBuilder builder = new(spec, outputs);
        return builder.definition.IsAlongClassAxis ? builder.AlongClassAxis(name) : builder.Elementwise(name);
    }

    private LossKernel Elementwise(string name)
    {
        Variable index = Position("index");
        Expr x = new Load(prediction, index, prediction.ElementType);
        Expr y = new Load(groundTruth, index, groundTruth.ElementType);
        Expr formula = definition.Formula(x, y);
        List<Stmt> body = outputs.Value ? [new Accumulate(sum.Name, formula)] : [];
        body.AddRange(gradients.Select(gradient => new Store(gradient, index, GradientOf(formula, gradient, x, y))));
        return Finish(name, new ElementwiseIteration(), LoopRole.Elements, index, [], body, formula);
    }

    private LossKernel AlongClassAxis(string name)
    {
        TensorShape shape = spec.Shape;
        Variable location = Position("location");
        Expr stride = Expr.Position(shape.FixedInner);
        List<Variable> parameters = [];
        if (shape.BatchIsInner)
        {
            // The batch size is a factor of the stride, so the caller, who knows it, passes the stride.
            Variable inner = new("stride", IrType.Index);
            parameters.Add(inner);
            stride = inner;
        }

        ClassAxisIteration axis = new(shape.Classes, stride, Position(shape.ClassesAreContiguous ? "row" : "origin"), Position("label"), Position("classIndex"));
        Expr row = Expr.Of(Op.IndexQuotient, location, stride) * (Expr.Position(shape.Classes) * stride);
        Expr x = new ClassElement(prediction);
        Expr formula = definition.Formula(x, new ClassElement(groundTruth));
        List<Stmt> body = [new Declare(axis.Origin, row + Expr.Of(Op.IndexRemainder, location, stride))];
        if (definition.GroundTruth == GroundTruth.Labels)
        {
            body.Add(new Declare(axis.Label, new Load(groundTruth, location, groundTruth.ElementType).To(ScalarType.Index)));
        }

        if (outputs.Value)
        {
            body.Add(new Accumulate(sum.Name, formula));
        }

        // In one loop, as either gradient may stand in place of an input that the other needs.
        if (gradients.Count > 0)
        {
            body.Add(axis.ForEachClass(gradients.Select(gradient =>
                new Store(gradient, axis.PositionOf(axis.ClassIndex), GradientOf(formula, gradient, x, new ClassElement(groundTruth))))));
        }

        return Finish(name, axis, LoopRole.Locations, location, parameters, body, formula);
    }

    private LossKernel Finish(string name, Iteration iteration, LoopRole role, Variable index, List<Variable> parameters, List<Stmt> body, Expr formula)
    {
        Variable start = new("start", IrType.Index);
        Variable end = new("end", IrType.Index);
        EquatableArray<Accumulator> carried = outputs.Value ? EquatableArray.Of(new Accumulator(sum, Reduction.Sum)) : default;
        List<Stmt> statements = [new Loop(index, start, end, role, carried, body.ToEquatableArray())];
        if (outputs.Value)
        {
            statements.Add(new Return(sum));
        }

        return new LossKernel(
            name,
            iteration,
            gradients.Prepend(groundTruth).Prepend(prediction).ToEquatableArray(),
            parameters.Concat(outputs.AnyGradient ? [scale] : []).Concat([start, end]).ToEquatableArray(),
            statements.ToEquatableArray(),
            new KernelNotes(Formula: ExprText.Mathematics(formula)));
    }

    private Expr GradientOf(Expr formula, Tensor gradient, Expr x, Expr y) =>
        new Derivative(scale.To(gradient.Element) * formula, gradient.Role == TensorRole.PredictionGradient ? x : y);

    private Tensor NewTensor(string name, ScalarType element, TensorRole role) => new(names.FreshTensor(name), element, role);

    private Variable Position(string name) => new(names.Fresh(name), IrType.Index);
}
