using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Accuracy;

/// <summary>
/// Finds where a formula, as it is compiled, loses digits that another way to write it would keep: where |f̂ − f|, f̂ having each operation rounded, is a multiple of
/// ε·(|f| + Σ |xᵢ·∂f/∂xᵢ|), which inputs that are rounded themselves would cost.
/// </summary>
internal static class LostDigits
{
    // Three decimal digits.
    private const double Tolerated = 1000;

    // Of one operation, to be named as the one that loses them.
    private const double LeastAmplification = 30;

    // Below, digits are lost to underflow.
    private const double Smallest = 1e-30;

    private const double Epsilon = 5.9604644775390625E-08;
    private const double Step = 1.0 / 1024;
    private const int SingleDigits = 7;
    private const int DoubleDigits = 16;
    private const int MostEvaluations = 40_000;
    private const int MostPoints = 400;

    // One point may lie on a step.
    private const int FewestPoints = 2;

    /// <summary>Where most digits are lost; null where none are.</summary>
    public static LostDigit? In(LossSpec spec)
    {
        WrittenFormula formula = spec.Formula!;
        LossKernel kernel = LossGenerator.Compiler.Mathematics(spec with { Weighting = null });
        bool isDouble = kernel.Element == ScalarType.Double;
        int? classes = formula.Label is null ? null : spec.Shape.Classes;
        string[] scalars = [.. kernel.Parameters.Where(static parameter => parameter.Role == ParameterRole.Formula).Select(static parameter => parameter.Variable.Name)];
        LostDigit? worst = null;
        foreach (Stmt statement in kernel.Body.AllStatements())
        {
            (Expr? value, int? gradient) = statement switch
            {
                Accumulate accumulate => (accumulate.Term, null),
                Store store => (store.Value, store.Tensor.Number),
                _ => ((Expr?)null, (int?)null),
            };
            if (value is not null && InOne(value) is var (ratio, found) && !(ratio <= worst?.Ratio))
            {
                worst = found;
            }

            (double, LostDigit)? InOne(Expr value)
            {
                var evaluation = new RoundedEvaluation(value, isDouble);
                int count = Math.Min(MostPoints, Math.Max(1, MostEvaluations / evaluation.Count));
                LostDigit[] lost =
                [
                    .. SamplePoints.Of(formula, classes, scalars, count)
                        .Select(point => At(evaluation, point, isDouble))
                        .OfType<LostDigit>()
                        .Select(digit => digit with { Gradient = gradient })
                        .OrderByDescending(static digit => digit.Ratio),
                ];
                return lost.Length < FewestPoints ? null : (lost[0].Ratio, lost[0]);
            }
        }

        return worst;
    }

    private static LostDigit? At(RoundedEvaluation evaluation, SamplePoint point, bool isDouble)
    {
        double[][] exact = evaluation.At(point, isRounded: false);
        double[][] rounded = evaluation.At(point, isRounded: true);
        double[] right = exact[exact.Length - 1];
        double[] got = rounded[rounded.Length - 1];
        for (int c = 0; c < point.Classes; c++)
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
                return new LostDigit(ratio, evaluation[culprit], point, digits + (isDouble ? DoubleDigits - SingleDigits : 0), isDouble ? DoubleDigits : SingleDigits);
            }
        }

        return null;
    }

    // Σ |xᵢ·∂f/∂xᵢ|, by differences.
    private static double Sensitivity(RoundedEvaluation evaluation, SamplePoint point, double value, int c) =>
        Enumerable.Range(0, point.Values.Count).Sum(i =>
        {
            double[][] moved = evaluation.At(point.Moved(i, Step), isRounded: false);
            return Math.Abs(moved[moved.Length - 1][c] - value) / Step;
        });

    // The operation whose result has lost more digits than its arguments had; null where there is none, or where rounding takes a formula over a step.
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
                if (apply.Op != Op.Select && amplification > most)
                {
                    (worst, most) = (node, amplification);
                }
            }
        }

        IEnumerable<(int Child, int Lane)> Taken(int node, int lane, IReadOnlyList<int> below) => evaluation[node] switch
        {
            AtLabel => [(below[0], point.Label!.Value)],
            OverClasses or LogSumExp => Enumerable.Range(0, point.Classes).Select(each => (below[0], each)),
            Apply { Op: Op.Select } => [(below[0], lane), (below[exact[below[0]][lane] != 0 ? 1 : 2], lane)],
            _ => below.Select(child => (child, lane)),
        };

        double Lost(int node, int lane) => exact[node][lane] == rounded[node][lane] ? 0 : Math.Abs((rounded[node][lane] - exact[node][lane]) / exact[node][lane]);
    }

    private static bool IsStep(Apply apply) => apply.Type.Scalar == ScalarType.Boolean || apply.Op is Op.Floor or Op.Round or Op.Sign;
}
