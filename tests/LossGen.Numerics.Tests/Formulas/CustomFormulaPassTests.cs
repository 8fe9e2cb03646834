using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Lowering;
using LossGen.Generator.Lowering.Building;
using LossGen.Generator.Lowering.Printing;
using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Support;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Numerics.Tests.Formulas;

/// <summary>
/// Every pass preserves the meaning of a custom formula's kernel too, with all gradients and with some omitted: masks between two types, derivatives through local
/// variables, choices of gradients.
/// </summary>
public sealed class CustomFormulaPassTests
{
    // Unrolled steps, single vectors and single elements.
    private const int Count = 43;
    private const double Step = 1e-5;

    private static readonly string[] Names = ["x", "y", "z", "w"];

    private static readonly Dictionary<string, Func<Expr[], Expr, Expr, Expr>> Formulas = new()
    {
        ["square"] = static (a, p, _) => Square(a[0]) * Same(p, a[0]),
        ["huber"] = static (a, p, _) => Of(Op.Absolute, a[0] - a[1]).As("error", "error") is var e
            ? Select(Of(Op.LessThanOrEqual, e, Same(p, e)), 0.5 * Square(e), Same(p, e) * (e - (0.5 * Same(p, e))))
            : a[0],
        ["huber in the other type"] = static (a, p, _) => Other(Of(Op.Absolute, a[0] - a[1])).As("error", "error") is var e
            ? Same(Select(Of(Op.LessThanOrEqual, e, Same(p, e)), 0.5 * Square(e), Same(p, e) * (e - (0.5 * Same(p, e)))), a[0])
            : a[0],
        ["a mask of the other type"] = static (a, _, q) => Select(Of(Op.LessThan, Other(a[0]), Same(q, Other(a[0]))), Exp(a[1]), Square(a[0])),
        ["a mask of two types"] = static (a, p, q) => Select(
            Of(Op.Or, Of(Op.And, Of(Op.LessThan, Other(a[0]), Same(q, Other(a[0]))), Of(Op.Not, Of(Op.LessThan, a[1], Same(p, a[1])))), Of(Op.Equal, a[2], a[2].Like(0))), a[0] * a[2], a[1]),
        ["guarded logarithm"] = static (a, _, _) => Log(a[0]).As("logarithm", "logarithm") is var l ? a[1] * Select(Of(Op.LessThan, a[0].Like(0), a[0]), l * a[0], a[0].Like(0)) : a[0],
        ["locals in a chain"] = static (a, p, q) => ((a[0] * a[1]) + Same(p, a[0])).As("first", "first") is var first && (Square(first) + a[2]).As("second", "second") is var second
            && (second * first).As("third", "third") is var third ? third + (Same(q, a[0]) * second) : a[0],
        ["locals of both types"] = static (a, p, _) => (Other(a[0]) * Other(a[1])).As("wide", "wide") is var wide && Same(Exp(wide), a[0]).As("narrow", "narrow") is var narrow
            ? (narrow * a[2]) + Same(wide * Same(p, wide), a[0])
            : a[0],
        // Constant between steps, so that rounding does not disturb the slope that is measured.
        ["what a formula rounds off"] = static (a, p, _) => (0.1 * Of(Op.Floor, 8.0 * a[0].To(ScalarType.Double))).As("wide", "wide") is var wide
            ? Same(1e8 * (wide - wide.ConvertedTo(ScalarType.Single).To(ScalarType.Double)), a[0]).As("lost", "lost") * a[1] * Same(p, a[0])
            : a[0],
        ["maximum and minimum"] = static (a, p, _) => SquareRoot(Of(Op.Maximum, a[0], a[0].Like(0))) + Of(Op.Minimum, a[1] * a[2], Same(p, a[0])),
        ["a maximum in the other type"] = static (a, _, _) => Square(Same(Of(Op.Maximum, Other(a[0]), Other(a[1])), a[0])) * a[1],
        ["four inputs"] = static (a, p, q) => ((a[0] - a[1]) / Of(Op.Maximum, Of(Op.Absolute, a[2]), Same(p, a[2]))).As("ratio", "ratio") is var ratio
            ? Of(Op.Softplus, ratio) * Select(Of(Op.LessThan, a[3], Same(q, a[3])), a[3], Square(ratio))
            : a[0],
        ["functions of one input"] = static (a, _, _) => Of(Op.Tanh, a[0]) + Of(Op.Sin, Of(Op.Sigmoid, a[0])) + Of(Op.Power, Of(Op.RootOfSquarePlus, a[0], a[0].Like(1)), a[0].Like(1.5)) + Of(Op.RootExcess, a[0], a[0].Like(1)),
        ["an input that is not used"] = static (a, _, _) => Square(a[0]) - a[2],
    };

    public static MatrixTheoryData<string, ElementType, int> Cases => new([.. Formulas.Keys], Enum.GetValues<ElementType>(), [256, 512]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryPassKeepsTheMeaning(string name, ElementType element, int bits)
    {
        LossSpec spec = Spec(Formulas[name], (ElementKind)element);
        int inputs = spec.Inputs.Count;
        double[][] points = [.. Enumerable.Range(0, inputs).Select(input => new Data(input + 1).Normal(Count))];
        points[0][3] = 0;
        bool[][] choices = [[.. Enumerable.Repeat(true, inputs)], .. Enumerable.Range(0, inputs).Select(given => Enumerable.Range(0, inputs).Select(i => i == given).ToArray())];
        LossKernel start = KernelBuilder.Build(spec, new KernelOutputs(true, inputs, AreOptional: inputs > 1), "Any") with { Request = new KernelRequest((VectorWidth)bits) };
        (double Value, double[][] Gradients)? first = null;
        bool areGuarded = false;
        foreach ((string pass, LossKernel kernel) in new Pipeline(Dialect.IsPrintable).Stages(start))
        {
            // Derivatives have no value until they are taken.
            if (kernel.Body.AllExpressions().SelectMany(Traversal.PostOrder).Any(static part => part is Derivative))
            {
                continue;
            }

            KernelInterpreter interpreter = new(kernel);
            areGuarded |= inputs > 1 && pass == nameof(GuardGradients);
            foreach (bool[] given in areGuarded ? choices : [choices[0]])
            {
                (double value, double[][] gradients) = Run(interpreter, points, given);
                first ??= (value, gradients);
                Near(first.Value.Value, value, $"{pass}: value");
                for (int i = 0; i < inputs; i++)
                {
                    for (int at = 0; at < gradients[i].Length; at++)
                    {
                        Near(first.Value.Gradients[i][at], gradients[i][at], $"{pass}: gradient of {Names[i]} at {at}");
                    }
                }
            }
        }

        KernelInterpreter valueOnly = new(start with { Body = ValueOnly(start) });
        Compare(first!.Value.Gradients, points, moved => Run(valueOnly, moved, new bool[inputs]).Value);
    }

    // The derivative against the slope of the sum, at positions away from the boundaries.
    private static void Compare(double[][] gradients, double[][] points, Func<double[][], double> value)
    {
        for (int input = 0; input < points.Length; input++)
        {
            foreach (int at in (int[])[0, 7, 21, Count - 1])
            {
                double Moved(double step) => value([.. points.Select((row, i) => row.Select((x, j) => i == input && j == at ? x + step : x).ToArray())]);
                double slope = (Moved(Step) - Moved(-Step)) / (2 * Step);
                Assert.Equal(slope, gradients[input][at], tolerance: 1e-5 * Math.Max(1, Math.Abs(slope)));
            }
        }
    }

    private static EquatableArray<Stmt> ValueOnly(LossKernel kernel) => kernel.Body.Select(static statement => statement is Loop loop
        ? loop with { Body = loop.Body.Where(static inner => inner is not Store).ToEquatableArray() }
        : statement).ToEquatableArray();

    private static (double Value, double[][] Gradients) Run(KernelInterpreter interpreter, double[][] points, bool[] given)
    {
        double[][] gradients = [.. given.Select(static isGiven => new double[isGiven ? Count : 0])];
        Dictionary<(TensorRole Role, int Number), double[]> tensors = [];
        for (int i = 0; i < points.Length; i++)
        {
            tensors[(TensorRole.Input, i)] = points[i];
            tensors[(TensorRole.Gradient, i)] = gradients[i];
        }

        Dictionary<ParameterRole, double> parameters = new() { [ParameterRole.Scale] = 1.0, [ParameterRole.Start] = 0, [ParameterRole.End] = Count };
        double value = interpreter.Run(tensors, parameters, new Dictionary<string, double> { ["p"] = 0.75, ["q"] = -0.25 })!.Value;
        return (value, gradients);
    }

    private static LossSpec Spec(Func<Expr[], Expr, Expr, Expr> formula, ElementKind element)
    {
        IrType type = element == ElementKind.Double ? IrType.Double : IrType.Single;
        ParameterRange any = new(double.NegativeInfinity, double.PositiveInfinity, false, false);
        Expr body = formula([.. Names.Select(name => new Variable(name, type))], new Variable("p", IrType.Single), new Variable("q", IrType.Double));
        int last = Enumerable.Range(0, Names.Length).Last(i => body.Mentions(new Variable(Names[i], type)));
        EquatableArray<LossInput> inputs = Names.Take(last + 1).Select(LossInput.Elements).ToEquatableArray();
        return new LossSpec(
            new ElementwiseFormula(
                inputs,
                EquatableArray.Of(new FormulaParameter("p", NumberType.Single, null, any), new FormulaParameter("q", NumberType.Double, null, any)),
                EquatableArray.Of(FormulaCase.Only(EquatableArray.Of(body))),
                total: null,
                ReductionKind.Sum),
            new LossType("", EquatableArray.Of(new TypeDeclaration("class", "Any")), "Any"),
            TensorShape.Elements,
            element,
            1.0,
            inputs);
    }

    private static Expr Same(Expr value, Expr model) => value.To(model.Type.Scalar);

    private static Expr Other(Expr value) => value.To(value.Type.Scalar == ScalarType.Single ? ScalarType.Double : ScalarType.Single);

    private static void Near(double expected, double actual, string what) =>
        Assert.True(actual.Equals(expected) || Math.Abs(actual - expected) <= 1e-12 * Math.Max(0.1, Math.Abs(expected)), $"{what} is {actual:R}, was {expected:R}");
}
