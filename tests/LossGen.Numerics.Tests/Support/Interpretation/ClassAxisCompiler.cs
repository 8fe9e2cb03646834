using LossGen.Generator.Kernel;

namespace LossGen.Numerics.Tests.Support.Interpretation;

/// <summary>Compiles to closures the expressions that depend on one class of a location, on its label, or on all its classes.</summary>
internal sealed class ClassAxisCompiler
{
    // Not a name that a kernel can contain.
    private static readonly Variable CurrentClass = new("current class", IrType.Index);
    private static readonly Variable OtherClass = new("other class", IrType.Index);
    private static readonly Variable Reduced = new("reduced", IrType.Double);
    private static readonly Variable Term = new("term", IrType.Double);

    private readonly ClassAxisIteration axis;
    private readonly Storage storage;
    private readonly ExpressionCompiler expressions;
    private readonly double[] current;
    private readonly double[] other;
    private int location;

    public ClassAxisCompiler(ClassAxisIteration axis, Storage storage, ExpressionCompiler expressions)
    {
        this.axis = axis;
        this.storage = storage;
        this.expressions = expressions;
        current = storage.Declare(CurrentClass);
        other = storage.Declare(OtherClass);
    }

    public void LookAt(int classIndex) => current[0] = classIndex;

    /// <summary>Invalidates the values of reductions over the classes.</summary>
    public void NextLocation() => location++;

    /// <summary>The closure of an expression over the classes; null for any other expression.</summary>
    public Func<double>? Scalar(Expr expr)
    {
        switch (expr)
        {
            case AxisIndex:
                return () => current[0];
            case OtherIndex:
                return () => other[0];
            case Label label:
                double[] cell = storage.Cell(axis.LabelOf(label));
                return () => cell[0];
            case Element element:
                return expressions.Scalar(axis.ElementOf(element, element.Class switch
                {
                    Label at => axis.LabelOf(at),
                    Constant known => known,
                    OtherIndex => OtherClass,
                    _ => CurrentClass,
                }));
            case Reduce reduce:
                return OncePerLocation(reduce);
            case ReducePairs pairs:
                return OncePerClass(pairs, current);
            case AtOther { Value: var pairs }:
                return OncePerClass(pairs, other);
            default:
                return null;
        }
    }

    // A reduction has one value per location, whatever class reads it.
    private Func<double> OncePerLocation(Reduce reduce)
    {
        Func<double> body = expressions.Scalar(reduce.Body);
        Func<double[], double> fold = reduce.Reduction == Reduction.LogSumExp ? LogSumExp : Fold(reduce.Reduction);
        double[] terms = new double[axis.Classes];
        int knownAt = -1;
        double value = double.NaN;
        return () =>
        {
            if (knownAt != location)
            {
                for (int c = 0; c < axis.Classes; c++)
                {
                    terms[c] = AtClass(c, body);
                }

                value = fold(terms);
                knownAt = location;
            }

            return value;
        };
    }

    // One value per class of a location.
    private Func<double> OncePerClass(ReducePairs pairs, double[] index)
    {
        Func<double> body = expressions.Scalar(pairs.Body);
        Func<double[], double> fold = Fold(pairs.Reduction);
        double[] terms = new double[axis.Classes], values = new double[axis.Classes];
        int[] knownAt = [.. Enumerable.Repeat(-1, axis.Classes)];
        return () =>
        {
            int first = (int)index[0];
            if (knownAt[first] != location)
            {
                double outer = other[0];
                for (int c = 0; c < axis.Classes; c++)
                {
                    other[0] = c;
                    terms[c] = AtClass(first, body);
                }

                other[0] = outer;
                values[first] = fold(terms);
                knownAt[first] = location;
            }

            return values[first];
        };
    }

    private Func<double[], double> Fold(Reduction reduction)
    {
        double[] reduced = storage.Declare(Reduced), term = storage.Declare(Term);
        Func<double> identity = expressions.Scalar(reduction.Identity(IrType.Double));
        Func<double> combined = expressions.Scalar(reduction.Combine(Reduced, Term));
        return terms =>
        {
            reduced[0] = identity();
            for (int i = 0; i < terms.Length; i++)
            {
                term[0] = terms[i];
                reduced[0] = combined();
            }

            return reduced[0];
        };
    }

    private static double LogSumExp(double[] terms)
    {
        double maximum = terms.Max();
        return maximum + Math.Log(terms.Sum(term => Math.Exp(term - maximum)));
    }

    private double AtClass(int classIndex, Func<double> body)
    {
        double outer = current[0];
        current[0] = classIndex;
        double value = body();
        current[0] = outer;
        return value;
    }
}
