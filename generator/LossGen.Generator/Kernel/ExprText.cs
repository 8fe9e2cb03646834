using System.Globalization;
using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>
/// Writes an expression as mathematics: <c>log Σ exp(logits[c]) − logits[label]</c>. Used for dumps, where elements keep
/// their positions, and for the comment above a kernel, where <paramref name="showPositions"/> is off.
/// </summary>
internal sealed class ExprText(bool showPositions, string classIndex = "c", HashSet<string>? known = null)
{
    private const int LongestMathematics = 400;

    private const int Conditional = -1;
    private const int Comparison = 0;
    private const int Additive = 1;
    private const int Multiplicative = 2;
    private const int Prefix = 3;
    private const int Postfix = 4;
    private const int Primary = 5;

    // Names whose value has been written once; from then on only the name is.
    private readonly HashSet<string> known = known ?? [];

    public static string Format(Expr expr, HashSet<string>? known = null) => new ExprText(showPositions: true, known: known).At(expr, Comparison);

    /// <summary>Without positions: a tensor's name stands for its element. Text too long to be read is cut short.</summary>
    public static string Mathematics(Expr expr) => Cut(new ExprText(showPositions: false).Bare(expr));

    /// <summary>The same after the name that stands for it; a leading condition would be read as part of the name's.</summary>
    public static string Definition(string name, Expr expr) => $"{name} = {Cut(new ExprText(showPositions: false).At(expr, Additive))}";

    private (string Text, int Precedence) Write(Expr expr) => expr switch
    {
        Constant constant => Number(constant),
        Variable variable => (variable.Name, Primary),
        Wildcard wildcard => (wildcard.Name, Primary),
        Load load => (showPositions ? $"{load.Tensor.Name}[{Bare(load.Index)}]{LaneSuffix(load)}" : load.Tensor.Name, Primary),
        Named named when showPositions => known.Add(named.Name) ? ($"({named.Name}: {Bare(named.Value)})", Primary) : (named.Name, Primary),
        Named { Symbol: { } symbol } => (symbol, Primary),
        Named named => Write(named.Value),
        Within within => Write(within.Value),
        Derivative derivative => ($"∂({Bare(derivative.Value)})/∂{At(derivative.Input, Primary)}", Multiplicative),
        ClassElement element => ($"{element.Tensor.Name}[{classIndex}]", Primary),
        AtLabel { Body: var body } => body.Unnamed() is ClassElement element
            ? (element.Tensor.Name + "[label]", Primary)
            : ($"{At(body, Primary)}[{classIndex} = label]", Postfix),
        IsLabel => (classIndex + " = label", Comparison),
        IsGiven given => ($"{given.Tensor.Name} is given", Comparison),
        OverClasses over => ($"{(over.Reduction.IsSum ? "Σ" : over.Reduction.Name)}[{(over.ExceptLabel ? "j ≠ label" : "j")}] {Inner.At(over.Body, Multiplicative)}", Multiplicative),
        LogSumExp logSumExp => ($"log Σ[{(logSumExp.ExceptLabel ? "j ≠ label" : "j")}] exp({Inner.Bare(logSumExp.Body)})", Multiplicative),
        Apply apply => Write(apply),
        _ => throw new InvalidOperationException($"Unknown expression {expr.GetType().Name}."),
    };

    private (string Text, int Precedence) Write(Apply apply)
    {
        EquatableArray<Expr> a = apply.Arguments;
        return apply.Op switch
        {
            Op.Add => ($"{At(a[0], Additive)} + {At(a[1], Additive + 1)}", Additive),
            Op.Subtract when !showPositions && a[0] is Constant { Value.Value: 0 } && a[1] is Apply { Op: Op.ExpM1 } complement => ($"1 − exp({Bare(complement.Arguments[0])})", Additive),
            Op.Subtract => ($"{At(a[0], Additive)} − {At(a[1], Additive + 1)}", Additive),
            Op.Multiply or Op.MultiplyOrZero or Op.Weigh => ($"{At(a[0], Multiplicative)}·{At(a[1], Multiplicative + 1)}", Multiplicative),
            Op.Divide => ($"{At(a[0], Multiplicative)}/{At(a[1], Multiplicative + 1)}", Multiplicative),
            Op.Negate when !showPositions && a[0].Unnamed() is Apply { Op: Op.ExpM1 } excess => ($"1 − exp({Bare(excess.Arguments[0])})", Additive),
            Op.Negate => ($"−{At(a[0], Prefix)}", Prefix),
            Op.Square => ($"{At(a[0], Primary)}²", Postfix),
            Op.LessThan when a[0] is Constant => ($"{At(a[1], Additive)} > {At(a[0], Additive)}", Comparison),
            Op.LessThan => ($"{At(a[0], Additive)} < {At(a[1], Additive)}", Comparison),
            Op.LessThanOrEqual when a[0] is Constant => ($"{At(a[1], Additive)} ≥ {At(a[0], Additive)}", Comparison),
            Op.LessThanOrEqual => ($"{At(a[0], Additive)} ≤ {At(a[1], Additive)}", Comparison),
            Op.And => ($"{At(a[0], Comparison)} ∧ {At(a[1], Comparison)}", Comparison),
            Op.SquareRoot => ($"√{At(a[0], Primary)}", Prefix),
            Op.RootOfSquarePlus when !showPositions => ($"√({At(a[0], Primary)}² + {At(a[1], Additive)})", Prefix),
            Op.RootExcess when !showPositions && a[1].Unnamed() is Constant { Value.Value: 1 } => ($"√(1 + {At(a[0], Primary)}²) − 1", Additive),
            Op.RootExcess when !showPositions => ($"√({At(a[0], Primary)}² + {At(a[1], Primary)}²) − {At(a[1], Additive + 1)}", Additive),
            Op.Power => ($"{At(a[0], Primary)}^{At(a[1], Primary)}", Postfix),
            Op.PowerLessOne when !showPositions => Write((Apply)Expr.Of(Op.Power, a[0], a[1].Unnamed() is Constant exponent ? a[1].Like(exponent.Value.Value - 1) : a[1] - 1.0)),
            Op.GeneralPower => ($"{At(a[0], Primary)}^{At(a[1], Primary)}", Postfix),
            Op.XLogY => ($"{At(a[0], Multiplicative)}·log({Bare(a[1])})", Multiplicative),
            Op.CubeRoot => ($"∛{At(a[0], Primary)}", Prefix),
            Op.Hypotenuse => ($"√({At(a[0], Primary)}² + {At(a[1], Primary)}²)", Prefix),
            Op.Exp2 => ($"2^{At(a[0], Primary)}", Postfix),
            Op.ExpM1 when !showPositions => ($"exp({Bare(a[0])}) − 1", Additive),
            Op.ExpRemainder when !showPositions => ($"exp({Bare(a[0])}) − 1 − {At(a[0], Additive + 1)}", Additive),
            Op.LogRemainder when !showPositions => ($"{At(a[0], Additive)} − log(1 + {At(a[0], Additive)})", Additive),
            Op.SineRemainder when !showPositions => ($"{At(a[0], Additive)} − sin({Bare(a[0])})", Additive),
            Op.OneMinusCosine when !showPositions => ($"1 − cos({Bare(a[0])})", Additive),
            Op.Log1P when !showPositions => ($"log(1 + {At(a[0], Additive)})", Primary),
            Op.Softplus when !showPositions => ($"log(1 + exp({Bare(a[0])}))", Primary),
            Op.LogAddExp when !showPositions => ($"log(exp({Bare(a[0])}) + exp({Bare(a[1])}))", Primary),
            Op.Log1MExp when !showPositions => ($"log(1 − exp({Bare(a[0])}))", Primary),
            Op.LogCoshSlope => ($"tanh({Bare(a[0])})", Primary),
            Op.LogCosh when !showPositions => ($"log cosh({Bare(a[0])})", Primary),
            Op.Floor => ($"⌊{Bare(a[0])}⌋", Primary),
            Op.Or => ($"{At(a[0], Comparison)} ∨ {At(a[1], Comparison)}", Comparison),
            Op.Not => ($"¬({Bare(a[0])})", Primary),
            Op.Absolute => ($"|{Bare(a[0])}|", Primary),
            Op.BinaryCrossEntropySlope => ($"({At(a[0], Additive)} − {At(a[1], Additive + 1)})/max({At(a[0], Multiplicative)}·(1 − {At(a[0], Multiplicative)}), 1e-12)", Multiplicative),
            Op.NegativeLogit => ($"(log(1 − {At(a[0], Multiplicative)}) − log {At(a[0], Primary)})", Primary),
            Op.WhereGreater or Op.WhereNotGreater when a[2] is Constant { Value.Value: 1 } => ($"[{At(a[0], Additive)} {(apply.Op == Op.WhereGreater ? '>' : '≤')} {At(a[1], Additive)}]", Primary),
            Op.WhereGreater => ($"[{At(a[0], Additive)} > {At(a[1], Additive)}]·{At(a[2], Multiplicative + 1)}", Multiplicative),
            Op.WhereNotGreater => ($"[{At(a[0], Additive)} ≤ {At(a[1], Additive)}]·{At(a[2], Multiplicative + 1)}", Multiplicative),
            Op.LogProbability => ($"log({Bare(a[0])})", Primary),
            Op.BinaryCrossEntropy => ($"−({At(a[1], Multiplicative)}·log {At(a[0], Primary)} + (1 − {At(a[1], Multiplicative)})·log(1 − {At(a[0], Multiplicative)}))", Prefix),
            Op.Equal => ($"{At(a[0], Additive)} = {At(a[1], Additive)}", Comparison),
            Op.Select => ($"{At(a[0], Comparison)} ? {At(a[1], Comparison)} : {At(a[2], Comparison)}", Conditional),
            Op.Convert when !showPositions => Write(a[0]),
            Op.RoundToSingle when !showPositions => ($"float({Bare(a[0])})", Primary),
            Op.Convert => ($"{apply.Type}({Bare(a[0])})", Primary),
            _ => ($"{Operations.Get(apply.Op).Name}({string.Join(", ", a.Select(Bare))})", Primary),
        };
    }

    private static string Cut(string text) => text.Length > LongestMathematics ? text.Substring(0, LongestMathematics) + " …" : text;

    // Under a reduction, the class is the reduction's own.
    private ExprText Inner => new(showPositions, "j", known);

    private string Bare(Expr expr) => Write(expr).Text;

    private string At(Expr expr, int least)
    {
        (string text, int precedence) = Write(expr);
        return precedence >= least ? text : "(" + text + ")";
    }

    private static (string Text, int Precedence) Number(Constant constant) =>
        constant.Value.Value < 0 || (constant.Value.Value == 0 && constant.Value.Bits != 0)
            ? ("−" + Digits(-constant.Value.Value, constant.Type), Prefix)
            : (Digits(constant.Value.Value, constant.Type), Primary);

    // A float32 has few digits of its own; those after them say nothing.
    private static string Digits(double magnitude, IrType type) =>
        double.IsInfinity(magnitude) ? "∞"
        : type.Scalar == ScalarType.Single && (float)magnitude == magnitude ? ExactDouble.ShortestSingle((float)magnitude)
        : ExactDouble.Shortest(magnitude);

    private static string LaneSuffix(Load load) => load.Type.IsVector ? "x" + load.Type.Lanes.ToString(CultureInfo.InvariantCulture) : "";
}
