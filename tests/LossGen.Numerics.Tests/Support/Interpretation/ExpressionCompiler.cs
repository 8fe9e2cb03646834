using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Numerics.Tests.Support.Interpretation;

/// <summary>Compiles expressions to closures: a scalar's returns its value, a vector's an array of lanes that is valid until the next call.</summary>
internal sealed class ExpressionCompiler
{
    private readonly Storage storage;
    private readonly ClassAxisCompiler? classes;

    public ExpressionCompiler(Storage storage, ClassAxisIteration? axis)
    {
        this.storage = storage;
        classes = axis is null ? null : new ClassAxisCompiler(axis, storage, this);
    }

    /// <summary>The compiler of what depends on the current class; null in kernels that have no class axis.</summary>
    public ClassAxisCompiler? Classes => classes;

    public Func<int> Position(Expr index)
    {
        Func<double> position = Scalar(index);
        return () => (int)position();
    }

    public Func<double> Scalar(Expr expr)
    {
        switch (expr)
        {
            case Constant { Value.Value: var value }:
                return () => value;
            case Variable variable:
                double[] cell = storage.Cell(variable);
                return () => cell[0];
            case Load load:
                Elements elements = storage.Of(load.Tensor);
                Func<int> position = Position(load.Index);
                return () => elements.Values[position()];
            case Named named:
                return Scalar(named.Value);
            case Within within:
                return Scalar(within.Value);
            case IsGiven given:
                Elements optional = storage.Of(given.Tensor);
                return () => optional.Values.Length > 0 ? 1 : 0;
            case IsWanted:
                return static () => 1;
            case Apply apply when apply.Arguments.All(static argument => !argument.Type.IsVector) && Evaluation.OfLane(apply.Op) is { } function:
                return OfScalars(function, apply.Arguments);
            case Apply apply:
                Func<double[]> lanes = AcrossLanes(apply);
                return () => lanes()[0];
            default:
                return classes?.Scalar(expr) ?? throw new InvalidOperationException($"{expr} has no value.");
        }
    }

    /// <summary>The lanes of any expression; for a scalar, its single one.</summary>
    public Func<double[]> Lanes(Expr expr)
    {
        if (!expr.Type.IsVector && expr is not Variable)
        {
            Func<double> scalar = Scalar(expr);
            double[] single = new double[1];
            return () =>
            {
                single[0] = scalar();
                return single;
            };
        }

        switch (expr)
        {
            case Constant constant:
                double[] repeated = [.. Enumerable.Repeat(constant.Value.Value, constant.Type.Lanes)];
                return () => repeated;
            case Variable variable:
                double[] cell = storage.Cell(variable);
                return () => cell;
            case Load load:
                Elements elements = storage.Of(load.Tensor);
                Func<int> position = Position(load.Index);
                double[] loaded = new double[load.Type.Lanes];
                return () =>
                {
                    elements.Values.AsSpan(position(), loaded.Length).CopyTo(loaded);
                    return loaded;
                };
            case Named named:
                return Lanes(named.Value);
            case Within within:
                return Lanes(within.Value);
            case Apply apply:
                return Evaluation.OfLane(apply.Op) is { } function ? LaneByLane(function, apply) : AcrossLanes(apply);
            default:
                throw new InvalidOperationException($"{expr} has no lanes.");
        }
    }

    private Func<double> OfScalars(Func<double[], double> function, EquatableArray<Expr> of)
    {
        Func<double>[] arguments = [.. of.Select(Scalar)];
        double[] values = new double[arguments.Length];
        return () =>
        {
            for (int i = 0; i < arguments.Length; i++)
            {
                values[i] = arguments[i]();
            }

            return function(values);
        };
    }

    private Func<double[]> AcrossLanes(Apply apply)
    {
        (Op op, int lanes) = (apply.Op, apply.Type.Lanes);
        Func<double[]>[] arguments = [.. apply.Arguments.Select(Lanes)];
        double[][] values = new double[arguments.Length][];
        return () =>
        {
            Evaluate(arguments, values);
            return Evaluation.Evaluate(op, values, lanes);
        };
    }

    private Func<double[]> LaneByLane(Func<double[], double> function, Apply apply)
    {
        Func<double[]>[] arguments = [.. apply.Arguments.Select(Lanes)];
        double[][] values = new double[arguments.Length][];
        double[] ofLane = new double[arguments.Length];
        double[] result = new double[apply.Type.Lanes];
        return () =>
        {
            Evaluate(arguments, values);
            for (int lane = 0; lane < result.Length; lane++)
            {
                for (int i = 0; i < values.Length; i++)
                {
                    // A scalar is the same for all lanes.
                    ofLane[i] = values[i].Length == 1 ? values[i][0] : values[i][lane];
                }

                result[lane] = function(ofLane);
            }

            return result;
        };
    }

    private static void Evaluate(Func<double[]>[] arguments, double[][] values)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i]();
        }
    }
}
