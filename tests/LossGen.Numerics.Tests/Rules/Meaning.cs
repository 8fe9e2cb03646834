using LossGen.Generator.Kernel;

namespace LossGen.Numerics.Tests.Rules;

/// <summary>The value of an expression by the definitions of its ops alone, to 90 digits; null if it is not a number.</summary>
/// <param name="variables">The values of variables.</param>
/// <param name="classes">The values of a tensor's element at each class, with the label; none outside the class axis.</param>
internal sealed class Meaning(IReadOnlyDictionary<string, Precise> variables, (IReadOnlyDictionary<string, Precise[]> Elements, int Label)? classes = null)
{
    public Precise? Of(Expr expr)
    {
        try
        {
            return Value(expr, null);
        }
        catch (ArithmeticException)
        {
            return null;
        }
    }

    private Precise Value(Expr expr, int? atClass) => expr switch
    {
        Constant constant => constant.Value.Value,
        Variable variable => variables[variable.Name],
        Named named => Value(named.Value, atClass),
        Within within => Value(within.Value, atClass),
        AxisIndex or Label => ClassAt(expr, atClass),
        Element element => classes!.Value.Elements[element.Tensor.Name][ClassAt(element.Class, atClass)],
        Reduce reduce => Reduced(reduce),
        Apply { Op: Op.Select } choice => Value(choice.Arguments[0], atClass).IsZero ? Value(choice.Arguments[2], atClass) : Value(choice.Arguments[1], atClass),
        Apply apply => Applied(apply.Op, [.. apply.Arguments.Select(argument => Value(argument, atClass))]),
        _ => throw new InvalidOperationException($"Unknown expression {expr}."),
    };

    private int ClassAt(Expr index, int? atClass) => index is Label ? classes!.Value.Label : atClass ?? throw new InvalidOperationException("No class.");

    private Precise Reduced(Reduce reduce)
    {
        // The identity of a maximum is no number here.
        (Expr? except, Expr term) = reduce.ReadExcept();
        IEnumerable<Precise> terms = Enumerable.Range(0, classes!.Value.Elements.Values.First().Length)
            .Where(c => except is null || c != ClassAt(except, null))
            .Select(c => Value(term, c));
        return reduce.Reduction == Reduction.Maximum ? terms.Max()
            : reduce.Reduction == Reduction.LogSumExp ? Precise.Log(terms.Select(Precise.Exp).Aggregate(static (sum, each) => sum + each))
            : terms.Aggregate(Precise.Zero, static (sum, each) => sum + each);
    }

    private static Precise Applied(Op op, Precise[] a) => op switch
    {
        Op.Add => a[0] + a[1],
        Op.Subtract => a[0] - a[1],
        Op.Multiply or Op.MultiplyOrZero or Op.Weigh => a[0] * a[1],
        Op.Divide => a[0] / a[1],
        Op.Negate => -a[0],
        Op.Square => a[0] * a[0],
        Op.SquareRoot => Precise.Sqrt(a[0]),
        Op.RootExcess => Precise.Sqrt((a[1] * a[1]) + (a[0] * a[0])) - a[1],
        Op.ExpRemainder => Precise.Exp(a[0]) - 1 - a[0],
        Op.LogRemainder => a[0] - Precise.Log(1 + a[0]),
        Op.SineRemainder => a[0] - Precise.Sin(a[0]),
        Op.OneMinusCosine => 1 - Precise.Cos(a[0]),
        Op.Hypotenuse => Precise.Sqrt((a[0] * a[0]) + (a[1] * a[1])),
        Op.Asinh => Precise.Log(a[0] + Precise.Sqrt((a[0] * a[0]) + 1)),
        Op.Acosh => Precise.Log(a[0] + Precise.Sqrt((a[0] * a[0]) - 1)),
        Op.RootOfSquarePlus => Precise.Sqrt((a[0] * a[0]) + a[1]),
        Op.Power or Op.GeneralPower => Power(a[0], a[1]),
        Op.PowerLessOne => Power(a[0], a[1] - 1),
        Op.Absolute => Precise.Abs(a[0]),
        Op.Sign => a[0].Sign,
        Op.Minimum => a[0] < a[1] ? a[0] : a[1],
        Op.Maximum => a[0] > a[1] ? a[0] : a[1],
        Op.Exp => Precise.Exp(a[0]),
        Op.Exp2 => Precise.Exp(a[0] * Precise.LogOfTwo),
        Op.ExpM1 => Precise.Exp(a[0]) - 1,
        Op.Log => Precise.Log(a[0]),
        Op.Log2 => Precise.Log(a[0]) / Precise.LogOfTwo,
        Op.Log1P => Precise.Log(1 + a[0]),
        Op.Log1MExp => Precise.Log(1 - Precise.Exp(a[0])),
        Op.Sigmoid => 1 / (1 + Precise.Exp(-a[0])),
        Op.Softplus => Precise.Log(1 + Precise.Exp(a[0])),
        Op.LogAddExp => Precise.Log(Precise.Exp(a[0]) + Precise.Exp(a[1])),
        Op.LogCosh => Precise.Log((Precise.Exp(a[0]) + Precise.Exp(-a[0])) / 2),
        Op.Atanh => Precise.Log((1 + a[0]) / (1 - a[0])) / 2,
        Op.Tanh or Op.LogCoshSlope => 1 - (2 / (1 + Precise.Exp(2 * a[0]))),
        Op.Cosh => (Precise.Exp(a[0]) + Precise.Exp(-a[0])) / 2,
        Op.Sinh => (Precise.Exp(a[0]) - Precise.Exp(-a[0])) / 2,
        Op.NormalCdf => Precise.NormalCdf(a[0]),
        Op.Erf => (2 * Precise.NormalCdf(Precise.Sqrt(2) * a[0])) - 1,
        Op.Erfc => 2 * Precise.NormalCdf(-(Precise.Sqrt(2) * a[0])),
        Op.LogNormalCdf => Precise.Log(Precise.NormalCdf(a[0])),
        Op.Log10 => Precise.Log(a[0]) / Precise.Log(10),
        Op.Sin => Precise.Sin(a[0]),
        Op.Cos => Precise.Cos(a[0]),
        Op.Equal => a[0] == a[1] ? 1 : 0,
        Op.LessThan => a[0] < a[1] ? 1 : 0,
        Op.LessThanOrEqual => a[1] < a[0] ? 0 : 1,
        Op.WhereGreater => a[0] > a[1] ? a[2] : Precise.Zero,
        Op.WhereNotGreater => a[0] > a[1] ? Precise.Zero : a[2],
        Op.Not => a[0].IsZero ? 1 : 0,
        Op.And => a[0] * a[1],
        Op.Convert => a[0],
        _ => throw new NotSupportedException($"{op} has no meaning here."),
    };

    private static Precise Power(Precise a, Precise b) => b.IsZero ? 1 : a.IsZero ? (b.Sign > 0 ? Precise.Zero : throw new DivideByZeroException()) : Precise.Exp(b * Precise.Log(a));
}
