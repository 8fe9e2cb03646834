using LossGen.Generator.Kernel;

namespace LossGen.Numerics.Tests.Support.Interpretation;

/// <summary>Compiles statements to closures, in program order, so that each sees the variables declared before it.</summary>
internal sealed class StatementCompiler(Storage storage, ClassAxisIteration? axis)
{
    private readonly ExpressionCompiler expressions = new(storage, axis);
    private readonly Dictionary<string, Accumulator> carried = [];

    /// <summary>The value that the kernel returned; null if it has not returned one.</summary>
    public double? Result { get; private set; }

    /// <summary>The sums that the kernel has left, where it has several.</summary>
    public double[] Sums { get; } = new double[8];

    public void Begin()
    {
        Result = null;
        expressions.Classes?.NextLocation();
    }

    public Action Block(IEnumerable<Stmt> block)
    {
        Action[] statements = [.. block.Select(Compile)];
        return () =>
        {
            foreach (Action statement in statements)
            {
                statement();
            }
        };
    }

    private Action Compile(Stmt statement)
    {
        switch (statement)
        {
            case Declare declare:
                return Set(declare.Variable, declare.Value);
            case Assign assign:
                return Set(assign.Variable, assign.Value);
            case Store store:
                return Put(store);
            case Accumulate accumulate:
                Accumulator accumulator = carried[accumulate.Accumulator];
                return Set(accumulator.Result, accumulator.Reduction.Accumulate(accumulator.Result, accumulate.Term));
            case Prefetch or PrefetchElement { MayBePastEnd: true }:
                return static () => { };
            case PrefetchElement prefetch:
                // The tensor must exist, or the address would be computed from an invalid label.
                Elements ahead = storage.Of(prefetch.Tensor);
                Func<int> place = expressions.Position(prefetch.Index);
                return () => _ = ahead.Values[place()];
            case MoveTile move:
                return Move(move);
            case StoreSum sum:
                Func<double> left = expressions.Scalar(sum.Value);
                return () => Sums[sum.Number] = left();
            case Return { Value: var value }:
                Func<double> result = expressions.Scalar(value);
                return () => Result = result();
            case When guarded:
                Func<double> condition = expressions.Scalar(guarded.Condition);
                Action whenTrue = Block(guarded.Body);
                return () =>
                {
                    if (condition() != 0)
                    {
                        whenTrue();
                    }
                };
            case Loop loop:
                return Repeat(loop);
            default:
                throw new InvalidOperationException($"Unknown statement {statement}");
        }
    }

    private Action Set(Variable variable, Expr expr)
    {
        if (!variable.Type.IsVector)
        {
            Func<double> scalar = expressions.Scalar(expr);
            double[] single = storage.Declare(variable);
            return () => single[0] = scalar();
        }

        Func<double[]> lanes = expressions.Lanes(expr);
        double[] cell = storage.Declare(variable);
        return () => lanes().CopyTo(cell, 0);
    }

    private Action Put(Store store)
    {
        Elements elements = storage.Of(store.Tensor);
        Func<int> position = expressions.Position(store.Index);
        if (!store.Value.Type.IsVector)
        {
            Func<double> scalar = expressions.Scalar(store.Value);
            return () =>
            {
                double value = scalar();
                elements.Values[position()] = value;
            };
        }

        Func<double[]> lanes = expressions.Lanes(store.Value);
        return () => lanes().CopyTo(elements.Values, position());
    }

    private Action Repeat(Loop loop)
    {
        Action[] starts = [.. loop.Accumulators.Select(Carry)];
        Func<int> from = expressions.Position(loop.From), to = expressions.Position(loop.To);
        double[] index = storage.Declare(loop.Index);
        int step = loop.Lanes > 1 ? 1 : loop.Step;
        ClassAxisCompiler? classes = loop.Role == LoopRole.Classes ? expressions.Classes : null;
        ClassAxisCompiler? locations = loop.Role == LoopRole.Locations ? expressions.Classes : null;
        Action body = Block(loop.Body);
        return () =>
        {
            foreach (Action start in starts)
            {
                start();
            }

            int end = to();
            for (int i = from(); i < end; i += step)
            {
                index[0] = i;
                classes?.LookAt(i);
                locations?.NextLocation();
                body();
            }
        };
    }

    private Action Carry(Accumulator accumulator)
    {
        carried[accumulator.Result.Name] = accumulator;
        return Set(accumulator.Result, accumulator.Start);
    }

    private Action Move(MoveTile move)
    {
        Func<int> strideOf = expressions.Position(move.Stride), from = expressions.Position(move.From), to = expressions.Position(move.To);
        Elements source = storage.Of(move.Source), destination = storage.Of(move.Destination);
        return () =>
        {
            int stride = strideOf(), start = from(), end = to();
            for (int place = 0; place < (move.IsRead ? move.Width : end - start); place++)
            {
                int location = Math.Min(start + place, end - 1);
                for (int c = 0; c < move.Classes; c++)
                {
                    int inTensor = (location / stride * move.Classes * stride) + (location % stride) + (c * stride);
                    int inTile = (c * move.Width) + place;
                    (int read, int written) = move.IsRead ? (inTensor, inTile) : (inTile, inTensor);
                    destination.Values[written] = source.Values[read];
                }
            }
        };
    }
}
