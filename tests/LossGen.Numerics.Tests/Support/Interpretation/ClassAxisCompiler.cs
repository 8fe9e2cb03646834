using LossGen.Generator.Kernel;

namespace LossGen.Numerics.Tests.Support.Interpretation;

/// <summary>Compiles to closures the expressions that depend on one class of a location, on its label, or on all its classes.</summary>
internal sealed class ClassAxisCompiler
{
    // Not a name that a kernel can contain.
    private static readonly Variable CurrentClass = new("current class", IrType.Index);
    private static readonly Variable Reduced = new("reduced", IrType.Double);
    private static readonly Variable Term = new("term", IrType.Double);

    private readonly ClassAxisIteration axis;
    private readonly Storage storage;
    private readonly ExpressionCompiler expressions;
    private readonly double[] current;
    private int location;

    public ClassAxisCompiler(ClassAxisIteration axis, Storage storage, ExpressionCompiler expressions)
    {
        this.axis = axis;
        this.storage = storage;
        this.expressions = expressions;
        current = storage.Declare(CurrentClass);
    }

    public void LookAt(int classIndex) => current[0] = classIndex;

    /// <summary>Invalidates the values of reductions over the classes.</summary>
    public void NextLocation() => location++;

    /// <summary>The closure of an expression over the classes; null for any other expression.</summary>
    public Func<double>? Scalar(Expr expr)
    {
        switch (expr)
        {
            case ClassElement element:
                return expressions.Scalar(axis.ElementOf(element.Tensor, CurrentClass));
            case IsLabel:
                double[] label = storage.Cell(axis.Label);
                return () => (int)current[0] == (int)label[0] ? 1 : 0;
            case AtLabel atLabel:
                double[] labelOfBody = storage.Cell(axis.Label);
                Func<double> body = expressions.Scalar(atLabel.Body);
                return () => AtClass((int)labelOfBody[0], body);
            case OverClasses over:
                return OncePerLocation(over.Reduction, over.Body, over.ExceptLabel);
            case LogSumExp logSumExp:
                return OncePerLocation(null, logSumExp.Body, logSumExp.ExceptLabel);
            default:
                return null;
        }
    }

    // A reduction has one value per location, whatever class reads it.
    private Func<double> OncePerLocation(Reduction? reduction, Expr term, bool exceptLabel)
    {
        Func<double> body = expressions.Scalar(term);
        double[]? label = exceptLabel ? storage.Cell(axis.Label) : null;
        Func<double[], int, double> reduce = reduction is null ? LogSumExp : Fold(reduction);
        double[] terms = new double[axis.Classes];
        int knownAt = -1;
        double value = double.NaN;
        return () =>
        {
            if (knownAt != location)
            {
                int count = 0;
                for (int c = 0; c < axis.Classes; c++)
                {
                    if (label is null || c != (int)label[0])
                    {
                        terms[count++] = AtClass(c, body);
                    }
                }

                value = reduce(terms, count);
                knownAt = location;
            }

            return value;
        };
    }

    private Func<double[], int, double> Fold(Reduction reduction)
    {
        double[] reduced = storage.Declare(Reduced), term = storage.Declare(Term);
        Func<double> identity = expressions.Scalar(reduction.Identity(IrType.Double));
        Func<double> combined = expressions.Scalar(reduction.Combine(Reduced, Term));
        return (terms, count) =>
        {
            reduced[0] = identity();
            for (int i = 0; i < count; i++)
            {
                term[0] = terms[i];
                reduced[0] = combined();
            }

            return reduced[0];
        };
    }

    private static double LogSumExp(double[] terms, int count)
    {
        double[] all = terms[..count];
        double maximum = all.DefaultIfEmpty(double.NegativeInfinity).Max();
        return maximum + Math.Log(all.Sum(term => Math.Exp(term - maximum)));
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
