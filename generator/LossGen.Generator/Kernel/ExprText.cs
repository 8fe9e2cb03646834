using System.Globalization;
using LossGen.Generator.Model;
using static LossGen.Generator.Kernel.Precedence;

namespace LossGen.Generator.Kernel;

/// <summary>
/// Writes an expression as mathematics: <c>log Σ exp(logits[c]) − logits[label]</c>. Used for dumps, where elements keep
/// their positions, and for the comment above a kernel, where <paramref name="showPositions"/> is off.
/// </summary>
internal sealed class ExprText(bool showPositions, string classIndex = "c", HashSet<string>? known = null, string otherIndex = "i")
{
    private const int LongestMathematics = 400;

    // Names whose value was written once; from then on only the name is.
    private readonly HashSet<string> known = known ?? [];

    public static string Format(Expr expr, HashSet<string>? known = null) => new ExprText(showPositions: true, known: known).At(expr, Comparison);

    /// <summary>Without positions: a tensor's name stands for its element. Text too long to be read is cut short.</summary>
    public static string Mathematics(Expr expr) => Cut(new ExprText(showPositions: false).Bare(expr));

    /// <summary>The same after the name that stands for it; a leading condition would be read as part of the name's.</summary>
    public static string Definition(string name, Expr expr) => $"{name} = {Cut(new ExprText(showPositions: false).At(expr, Additive))}";

    private (string Text, Precedence Precedence) Write(Expr expr) => expr switch
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
        Element element => ($"{element.Tensor.Name}[{Bare(element.Class)}]", Primary),
        AxisIndex => (classIndex, Primary),
        OtherIndex => (otherIndex, Primary),
        ReducePairs reduce => ($"{(reduce.Reduction.IsSum ? "Σ" : reduce.Reduction.Name)}[{otherIndex}] {At(reduce.Body, Multiplicative)}", Multiplicative),
        AtOther other => new ExprText(showPositions, otherIndex, known, otherIndex == "i" ? "k" : "i").Write(other.Value),
        Label label => (label.Symbol, Primary),
        WildcardAt at => ($"{at.Body.Name}[{at.Index.Name}]", Primary),
        Several several => ($"({string.Join(", ", several.Values.Select(Bare))})", Primary),
        IsGiven given => ($"{given.Tensor.Name} is given", Comparison),
        IsWanted { Part: OutputParts.Value } => ("the value is wanted", Comparison),
        IsWanted { Part: OutputParts.Gradient } => ("the gradient is wanted", Comparison),
        IsWanted => ("other gradients are wanted", Comparison),
        Reduce reduce => (Write(reduce), Multiplicative),
        Apply apply => Write(apply),
        _ => throw new InvalidOperationException($"Unknown expression {expr.GetType().Name}."),
    };

    private string Write(Reduce reduce)
    {
        (Expr? except, Expr body) = reduce.ReadExcept();
        string over = except is null ? "j" : "j ≠ " + Inner.Bare(except);
        return reduce.Reduction == Reduction.LogSumExp
            ? $"log Σ[{over}] exp({Inner.Bare(body)})"
            : $"{(reduce.Reduction.IsSum ? "Σ" : reduce.Reduction.Name)}[{over}] {Inner.At(body, Multiplicative)}";
    }

    private (string Text, Precedence Precedence) Write(Apply apply)
    {
        Notation notation = Operations.Get(apply.Op).Notation;
        return !showPositions && notation.Reading(apply) is { } plainer ? Write(plainer) : notation.Write(apply, isDump: showPositions, At);
    }

    private static string Cut(string text) => text.Length > LongestMathematics ? text.Substring(0, LongestMathematics) + " …" : text;

    // Under a reduction, the class is the reduction's own.
    private ExprText Inner => new(showPositions, "j", known);

    private string Bare(Expr expr) => Write(expr).Text;

    private string At(Expr expr, Precedence least)
    {
        (string text, Precedence precedence) = Write(expr);
        return precedence >= least ? text : "(" + text + ")";
    }

    private static (string Text, Precedence Precedence) Number(Constant constant) =>
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
