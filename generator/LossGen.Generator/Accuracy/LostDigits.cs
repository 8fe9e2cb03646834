using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;

namespace LossGen.Generator.Accuracy;

/// <summary>
/// Finds where a formula, as compiled, loses digits that another way of writing it would keep: where |f̂ − f|, f̂ having each operation rounded, is a
/// multiple of ε·(|f| + Σ |xᵢ·∂f/∂xᵢ|), the error that rounding the inputs themselves would cause.
/// </summary>
internal static class LostDigits
{
    // Three decimal digits.
    private const double Tolerated = 1000;

    // For a single operation, to be named as the one that loses them.
    private const double LeastAmplification = 30;

    // Below it, and in operations whose results are smaller than a normal float, digits are lost to underflow.
    private const double Smallest = 1e-30;

    // Differences, and logarithms of numbers near 1: a special function near its zero has no better form to be written in.
    private static readonly NodeSet Mendable = NodeSet.Of(Op.Add, Op.Subtract, Op.Log, Op.Log2, Op.Log10, Op.LogToBase);

    private const double Epsilon = 5.9604644775390625E-08;
    private const double Step = 1.0 / 1024;
    private const int SingleDigits = 7;
    private const int DoubleDigits = 16;
    private const int MostEvaluations = 20_000;
    private const int MostPoints = 400;

    // One point may lie on a step.
    private const int FewestPoints = 2;

    /// <summary>Where most digits are lost; null if none are.</summary>
    /// <param name="spec">A loss with a formula.</param>
    /// <param name="kernel">Its value and gradients, after all rules.</param>
    public static LostDigit? In(LossSpec spec, LossKernel kernel)
    {
        var formula = (CustomFormula)spec.Definition;
        bool isDouble = kernel.Element == ScalarType.Double;
        int? classes = formula.IsAlongClassAxis ? spec.Shape.Classes : null;
        string[] scalars = [.. kernel.Parameters.Where(static parameter => parameter.Role == ParameterRole.Formula).Select(static parameter => parameter.Variable.Name)];
        List<Stmt> statements = kernel.Body.AllStatements();
        RoundedEvaluation[] summands = [.. statements.OfType<Accumulate>().Select(summand => new RoundedEvaluation(summand.Term, isDouble))];
        SamplePoint[] points = [.. SamplePoints.Of(formula, classes, scalars, summands.Min(CountFor)).Where(point => summands.All(summand => IsNumber(summand.ValueAt(point)[0])))];
        return statements.OfType<Store>()
            .Select(store => Worst(new RoundedEvaluation(store.Value, isDouble), points) is { } digit ? digit with { Gradient = store.Tensor.Number } : null)
            .Concat(summands.Select(summand => Worst(summand, points)))
            .OfType<LostDigit>()
            .OrderByDescending(static digit => digit.Ratio)
            .FirstOrDefault();
    }

    private static LostDigit? Worst(RoundedEvaluation evaluation, SamplePoint[] points)
    {
        LostDigit[] lost = [.. points.Take(CountFor(evaluation)).Select(point => At(evaluation, point)).OfType<LostDigit>().OrderByDescending(static digit => digit.Ratio)];
        return lost.Length < FewestPoints ? null : lost[0];
    }

    private static int CountFor(RoundedEvaluation evaluation) => Math.Min(MostPoints, Math.Max(1, MostEvaluations / evaluation.Count));

    // Elsewhere the loss has no meaning, nor do its derivatives.
    private static bool IsNumber(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    private static LostDigit? At(RoundedEvaluation evaluation, SamplePoint point)
    {
        double[][] exact = evaluation.At(point, isRounded: false);
        double[][] rounded = evaluation.At(point, isRounded: true);
        double[] right = exact[exact.Length - 1];
        double[] got = rounded[rounded.Length - 1];
        for (int c = 0; c < right.Length; c += evaluation.PerClass(point))
        {
            double error = Math.Abs(got[c] - right[c]);
            if (!(error > Smallest) || double.IsInfinity(error) || error <= Tolerated * Epsilon * Math.Abs(right[c]))
            {
                continue;
            }

            double scale = Math.Abs(right[c]) + Sensitivity(evaluation, point, right[c], c);
            double ratio = error / (Epsilon * scale);
            if (ratio > Tolerated && Culprit(evaluation, exact, rounded, point, c) is { } culprit)
            {
                int digits = Math.Max(0, (int)Math.Floor(-Math.Log10(Math.Max(error / scale, 1e-7))));
                return new LostDigit(ratio, evaluation[culprit], point, digits + (evaluation.RoundsDouble ? DoubleDigits - SingleDigits : 0), evaluation.RoundsDouble ? DoubleDigits : SingleDigits);
            }
        }

        return null;
    }

    // Σ |xᵢ·∂f/∂xᵢ|, by finite differences.
    private static double Sensitivity(RoundedEvaluation evaluation, SamplePoint point, double value, int c) =>
        Enumerable.Range(0, point.Values.Count).Sum(i => Math.Abs(evaluation.ValueAt(point.Moved(i, Step))[c] - value) / Step);

    // The operation whose result has lost more digits than its arguments had; null if there is none, or if rounding takes a formula across a step.
    private static int? Culprit(RoundedEvaluation evaluation, double[][] exact, double[][] rounded, SamplePoint point, int c)
    {
        HashSet<(int, int)> seen = [];
        int? worst = null;
        double most = LeastAmplification;
        bool isOverStep = false;
        Visit(exact.Length - 1, c);
        return isOverStep ? null : worst;

        void Visit(int node, int lane)
        {
            if (!seen.Add((node, lane)))
            {
                return;
            }

            IReadOnlyList<int> below = evaluation.ChildrenOf(node);
            foreach ((int child, int at) in Taken(node, lane, below))
            {
                Visit(child, at);
            }

            if (evaluation[node] is Apply apply)
            {
                isOverStep |= IsStep(apply) && rounded[node][lane] != exact[node][lane];
                double amplification = Lost(node, lane) / below.Select(child => Lost(child, lane)).Append(Epsilon).Max();
                if (Mendable.Overlaps(NodeSet.Of(apply.Op)) && amplification > most && Math.Abs(exact[node][lane]) >= IrType.Single.SmallestNormal)
                {
                    (worst, most) = (node, amplification);
                }
            }
        }

        IEnumerable<(int Child, int Lane)> Taken(int node, int lane, IReadOnlyList<int> below) => evaluation[node] switch
        {
            AnyReduction or AtOther => evaluation.PlacesBelow(evaluation[node], lane, point).Select(each => (below[0], each)),
            Apply { Op: Op.Select } => [(below[0], lane), (below[exact[below[0]][lane] != 0 ? 1 : 2], lane)],
            _ => below.Select(child => (child, lane)),
        };

        double Lost(int node, int lane) => exact[node][lane] == rounded[node][lane] ? 0 : Math.Abs((rounded[node][lane] - exact[node][lane]) / exact[node][lane]);
    }

    private static bool IsStep(Apply apply) => apply.Type.Scalar == ScalarType.Boolean || apply.Op is Op.Floor or Op.Round or Op.Sign;
}
