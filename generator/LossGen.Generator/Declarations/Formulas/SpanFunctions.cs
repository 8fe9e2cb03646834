using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using static LossGen.Generator.Kernel.Expr;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// The functions of whole spans that a formula may call, of the library's <c>Along</c> and of <c>System.Numerics.Tensors.TensorPrimitives</c>, and their expressions in the IR.
/// </summary>
internal static class SpanFunctions
{
    /// <summary>Makes the value of a call.</summary>
    /// <param name="arguments">A span is its element at the index of the axis.</param>
    /// <param name="length">The size of the axis.</param>
    internal delegate Expr Builder(Expr[] arguments, int length);

    // As Along.Norm has them.
    private static readonly double LargeSquared = Math.Pow(2, 500);
    private static readonly double SmallSquared = Math.Pow(2, -450);
    private static readonly double Down = Math.Pow(2, -600);

    /// <summary>The functions of <c>Along</c>.</summary>
    public static IReadOnlyDictionary<(string Name, int Arity), Builder> Along { get; } = new Dictionary<(string Name, int Arity), Builder>
    {
        [("Dot", 2)] = static (a, _) => OverClasses.Sum(a[0] * a[1]),
        [("Entropy", 1)] = static (a, _) => Entropy(a[0]),
        [("LogSoftmax", 2)] = static (a, _) => -CrossEntropy(a[0], a[1]),
        [("LogSumExp", 1)] = static (a, _) => OverClasses.LogSumExp(a[0]),
        [("Max", 1)] = static (a, _) => OverClasses.PropagatingMaximum(a[0]),
        [("Mean", 1)] = static (a, length) => Mean(a[0], length),
        [("Min", 1)] = static (a, _) => OverClasses.PropagatingMinimum(a[0]),
        [("Norm", 1)] = static (a, _) => Norm(Wide(a[0])).To(a[0].Type.Scalar),
        [("Softmax", 2)] = static (a, _) => Exp(-CrossEntropy(a[0], a[1])),
        [("StopGradient", 1)] = static (a, _) => Of(Op.StopGradient, a),
        [("Sum", 1)] = static (a, _) => OverClasses.Sum(a[0]),
    };

    /// <summary>The functions of <c>TensorPrimitives</c>.</summary>
    public static IReadOnlyDictionary<(string Name, int Arity), Builder> TensorPrimitives { get; } = new Dictionary<(string Name, int Arity), Builder>
    {
        [("Average", 1)] = static (a, length) => Mean(a[0], length),
        [("CosineSimilarity", 2)] = static (a, _) => CosineSimilarity(a[0], a[1]),
        [("Distance", 2)] = static (a, _) => Norm(Wide(a[0]) - Wide(a[1])).To(a[0].Type.Scalar),
        [("Dot", 2)] = static (a, _) => OverClasses.Sum(a[0] * a[1]),
        [("Max", 1)] = static (a, _) => OverClasses.PropagatingMaximum(a[0]),
        [("Min", 1)] = static (a, _) => OverClasses.PropagatingMinimum(a[0]),
        [("Norm", 1)] = static (a, _) => Norm(Wide(a[0])).To(a[0].Type.Scalar),
        [("Sum", 1)] = static (a, _) => OverClasses.Sum(a[0]),
        [("SumOfSquares", 1)] = static (a, _) => OverClasses.Sum(Square(a[0])),
    };

    /// <summary>The functions of the class that a method belongs to; null for any other class, also one of the same name.</summary>
    public static IReadOnlyDictionary<(string Name, int Arity), Builder>? TableOf(IMethodSymbol method) => method.ContainingType switch
    {
        { Name: "Along", Arity: 0, ContainingType: null, ContainingNamespace: { Name: "LossGen", ContainingNamespace.IsGlobalNamespace: true }, ContainingAssembly.Name: "LossGen" } => Along,
        { Name: "TensorPrimitives", Arity: 0, ContainingType: null, ContainingAssembly.Name: "System.Numerics.Tensors" } => TensorPrimitives,
        _ => null,
    };

    /// <summary>The names, for messages.</summary>
    public static string NamesOf(IReadOnlyDictionary<(string Name, int Arity), Builder> table) => string.Join(", ", table.Keys.Select(static key => key.Name).OrderBy(static name => name, StringComparer.Ordinal));

    private static Expr Mean(Expr x, int length) => OverClasses.Sum(x) / x.Like(length);

    // In the order in which rules look for it.
    private static Expr CrossEntropy(Expr x, Expr index) => OverClasses.LogSumExp(x) - x.At(index);

    // Where a probability is 0, its logarithm may be −∞. The derivative through the logarithms, Σ p_j·(p_c − [j = c]), is 0, and would only leave its rounding errors.
    private static Expr Entropy(Expr x)
    {
        Expr surprise = OverClasses.LogSumExp(x) - x;
        return OverClasses.Sum(Of(Op.MultiplyOrZero, Exp(-surprise), Of(Op.StopGradient, surprise)));
    }

    private static Expr CosineSimilarity(Expr x, Expr y) => (OverClasses.Sum(Wide(x) * Wide(y)) / (Norm(Wide(x)) * Norm(Wide(y)))).To(x.Type.Scalar);

    /// <summary>
    /// √Σ x_c² of a float64 x_c. The squares of what was a float32 are in range. Others are scaled by a power of two if the greatest is out of range, or loses digits, when
    /// squared; that depends on it in steps only, so that the derivative is x_c over the norm.
    /// </summary>
    private static Expr Norm(Expr x)
    {
        if (!x.Nodes(NodeSet.Elements).Any(static part => part.Type.Scalar == ScalarType.Double))
        {
            return SquareRoot(OverClasses.Sum(Square(x)));
        }

        Expr greatest = OverClasses.Maximum(Of(Op.Absolute, x)).As("greatest");
        Expr scaling = Select(
            Of(Op.LessThan, x.Like(LargeSquared), greatest),
            x.Like(Down),
            Select(Of(Op.LessThan, greatest, x.Like(SmallSquared)), x.Like(1 / Down), x.Like(1))).As("scaling");
        return SquareRoot(OverClasses.Sum(Square(scaling * x))) / scaling;
    }

    // In float64, the compiler's own choice: no rounding is part of the meaning.
    private static Expr Wide(Expr x) => x.To(ScalarType.Double);
}
