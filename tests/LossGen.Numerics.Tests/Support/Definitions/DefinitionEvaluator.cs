using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Lowering.Building;
using LossGen.Numerics.Tests.VectorMathTests;

namespace LossGen.Numerics.Tests.Support.Definitions;

/// <summary>
/// Evaluates a loss's formula as defined, at one element or at all classes of one location: by the definitions of its ops in about 106 bits, with derivatives
/// in forward mode. It shares no rules, derivatives or meanings of ops with the compiler.
/// </summary>
internal sealed class DefinitionEvaluator
{
    private readonly Expr formula;
    private readonly List<string> inputs;
    private readonly Dictionary<Expr, DualNumber> reduced = new(ReferenceEqualityComparer.Instance);
    private double[][] elements = [];
    private int? label;

    public DefinitionEvaluator(LossSpec spec)
    {
        LossDefinition definition = spec.Definition;
        IReadOnlyList<Tensor> tensors = LossTensors.Of(spec).Inputs;
        inputs = [.. tensors.Select(static tensor => tensor.Name)];
        formula = definition.Formulas(
            [
                .. tensors.Select(tensor => !definition.IsAlongClassAxis ? (Expr)new Variable(tensor.Name, tensor.ElementType)
                    : tensor.Layout == TensorLayout.Locations ? new Label(tensor)
                    : new Element(tensor, OverClasses.Index)),
            ],
            []).Single();
    }

    /// <summary>The summand and its derivatives, each keyed by the index of its element among all of <paramref name="elements"/> in order.</summary>
    /// <param name="elements">Each input's elements: one, or one per class.</param>
    /// <param name="label">The label, if there is one.</param>
    public DualNumber At(double[][] elements, int? label)
    {
        (this.elements, this.label) = (elements, label);
        reduced.Clear();
        return Evaluate(formula, 0);
    }

    private DualNumber Evaluate(Expr expr, int atClass)
    {
        switch (expr)
        {
            case Constant constant:
                return DualNumber.Constant(constant.Value.Value);
            case Named named:
                return Evaluate(named.Value, atClass);
            case Variable variable:
                return Input(variable.Name, 0);
            case Element element:
                return Input(element.Tensor.Name, element.Class is Label ? label!.Value : atClass);
            case Reduce reduce:
                // It is the same for all classes.
                return reduced.TryGetValue(expr, out DualNumber? known) ? known : reduced[expr] = Reduced(reduce);
            case Apply apply:
                return Applied(apply, [.. apply.Arguments.Select(argument => Evaluate(argument, atClass))]);
            default:
                throw new NotSupportedException($"{expr} has no definition here.");
        }
    }

    private DualNumber Input(string name, int atClass)
    {
        int number = inputs.IndexOf(name);
        return DualNumber.Input(elements[number][atClass], (number * elements[number].Length) + atClass);
    }

    private DualNumber Reduced(Reduce reduce)
    {
        DualNumber[] terms = [.. Enumerable.Range(0, elements[0].Length).Select(c => Evaluate(reduce.Body, c))];
        return reduce.Reduction == Reduction.LogSumExp ? DualNumber.LogSumExp(terms)
            : reduce.Reduction.IsSum ? DualNumber.Sum(terms)
            : throw new NotSupportedException($"{reduce} has no definition here.");
    }

    private static DualNumber Applied(Apply apply, DualNumber[] arguments)
    {
        DualNumber a = arguments[0], b = arguments[^1];
        DoubleDouble x = a.Value, y = b.Value;
        switch (apply.Op)
        {
            case Op.Add:
                return DualNumber.Of(x + y, (a, 1), (b, 1));
            case Op.Subtract:
                return DualNumber.Of(x - y, (a, 1), (b, -1));
            case Op.Multiply or Op.MultiplyOrZero:
                return DualNumber.Of(x * y, (a, y), (b, x));
            case Op.Negate:
                return DualNumber.Of(-x, (a, -1));
            case Op.Square:
                return DualNumber.Of(x * x, (a, x * 2));
            case Op.Maximum:
                // At a tie the second one.
                return (x - y).Hi > 0 ? a : b;
            case Op.Log:
                return DualNumber.Of(DualNumber.Log(x), (a, (DoubleDouble)1 / x));
            case Op.LogProbability:
                DoubleDouble least = AtLeast(x, apply.Type.Scalar == ScalarType.Single ? Math.ScaleB(1, -126) : Math.ScaleB(1, -1022));
                return DualNumber.Of(DualNumber.Log(least), (a, (DoubleDouble)1 / least));
            case Op.BinaryCrossEntropy:
                DoubleDouble rest = (DoubleDouble)1 - x, ofX = ClampedLog(x), ofRest = ClampedLog(rest);
                return DualNumber.Of(-((y * ofX) + (((DoubleDouble)1 - y) * ofRest)), (a, (x - y) / AtLeast(x * rest, 1e-12)), (b, ofRest - ofX));
            default:
                throw new NotSupportedException($"{apply.Op} has no row in tests/LossGen.Numerics.Tests/Support/Definitions/DefinitionEvaluator.cs.");
        }
    }

    private static DoubleDouble ClampedLog(DoubleDouble a) => a.Hi > 0 ? AtLeast(DualNumber.Log(a), -100) : -100;

    private static DoubleDouble AtLeast(DoubleDouble a, double least) => a.Hi < least ? least : a;
}
