using LossGen.Generator.Kernel;

namespace LossGen.Numerics.Tests.Support;

/// <summary>
/// Runs a kernel as it stands after any pass, in float64: what each node means, without schedule or hardware. Before the
/// first passes it is the oracle for compiled kernels; after each pass it shows that the pass kept the meaning.
/// </summary>
internal sealed class KernelInterpreter
{
    private readonly LossKernel kernel;
    private readonly IReadOnlyDictionary<(TensorRole Role, int Number), double[]> tensors;
    private readonly Dictionary<string, double[]> scratch = [];
    private readonly Dictionary<string, double[]> variables = [];
    private readonly Dictionary<string, Accumulator> carried = [];

    // Reductions over the classes have one value a location, whatever class asks for it.
    private readonly Dictionary<Expr, double[]> reduced = new(ReferenceEqualityComparer.Instance);
    private int currentClass;
    private double? result;

    private KernelInterpreter(LossKernel kernel, IReadOnlyDictionary<(TensorRole Role, int Number), double[]> tensors)
    {
        this.kernel = kernel;
        this.tensors = tensors;
    }

    /// <summary>Runs the kernel; gradients are written into their tensors.</summary>
    /// <param name="kernel">The kernel, after any pass.</param>
    /// <param name="tensors">What it reads and writes.</param>
    /// <param name="parameters">What it is passed besides.</param>
    /// <param name="scalars">What its formula takes, by name.</param>
    /// <returns>The kernel's sum, or null where it has none.</returns>
    public static double? Run(
        LossKernel kernel,
        IReadOnlyDictionary<(TensorRole Role, int Number), double[]> tensors,
        IReadOnlyDictionary<ParameterRole, double> parameters,
        IReadOnlyDictionary<string, double>? scalars = null)
    {
        KernelInterpreter interpreter = new(kernel, tensors);
        foreach (Parameter parameter in kernel.Parameters)
        {
            interpreter.variables[parameter.Variable.Name] = [parameter.Role == ParameterRole.Formula ? scalars![parameter.Variable.Name] : parameters[parameter.Role]];
        }

        foreach (Scratch own in kernel.Scratch)
        {
            interpreter.scratch[own.Tensor.Name] = own.Replaces is { } replaced ? interpreter.scratch[replaced.Name] : [.. Enumerable.Repeat(double.NaN, own.Length)];
        }

        interpreter.Run(kernel.Body);
        return interpreter.result;
    }

    private void Run(IEnumerable<Stmt> block)
    {
        foreach (Stmt statement in block)
        {
            switch (statement)
            {
                case Declare declare:
                    variables[declare.Variable.Name] = Evaluate(declare.Value);
                    break;
                case Assign assign:
                    variables[assign.Variable.Name] = Evaluate(assign.Value);
                    break;
                case Store store:
                    Evaluate(store.Value).CopyTo(Elements(store.Tensor), Position(store.Index));
                    break;
                case Accumulate accumulate:
                    Accumulator accumulator = carried[accumulate.Accumulator];
                    variables[accumulate.Accumulator] = Evaluate(accumulator.Reduction.Accumulate(accumulator.Result, accumulate.Term));
                    break;
                case Prefetch or PrefetchElement { MayBeBehindEnd: true }:
                    break;
                case PrefetchElement prefetch:
                    // It has to exist, or the address would be computed from a label that is none.
                    _ = Elements(prefetch.Tensor)[Position(prefetch.Index)];
                    break;
                case MoveTile move:
                    Move(move);
                    break;
                case Return value:
                    result = Scalar(value.Value);
                    break;
                case When guarded:
                    if (Scalar(guarded.Condition) != 0)
                    {
                        Run(guarded.Body);
                    }

                    break;
                case Loop loop:
                    Run(loop);
                    break;
                default:
                    throw new InvalidOperationException($"Unknown statement {statement}");
            }
        }
    }

    private void Move(MoveTile move)
    {
        int stride = Position(move.Stride), start = Position(move.From), end = Position(move.To);
        double[] source = Elements(move.Source), destination = Elements(move.Destination);
        for (int place = 0; place < (move.IsRead ? move.Width : end - start); place++)
        {
            int location = Math.Min(start + place, end - 1);
            for (int c = 0; c < move.Classes; c++)
            {
                int inTensor = (location / stride * move.Classes * stride) + (location % stride) + (c * stride);
                int inTile = (c * move.Width) + place;
                if (move.IsRead)
                {
                    destination[inTile] = source[inTensor];
                }
                else
                {
                    destination[inTensor] = source[inTile];
                }
            }
        }
    }

    private double[] Elements(Tensor tensor) => tensor.IsScratch ? scratch[tensor.Name] : tensors[(tensor.Role, tensor.Number)];

    private void Run(Loop loop)
    {
        foreach (Accumulator accumulator in loop.Accumulators)
        {
            carried[accumulator.Result.Name] = accumulator;
            variables[accumulator.Result.Name] = Evaluate(accumulator.Start);
        }

        int end = Position(loop.To);
        for (int index = Position(loop.From); index < end; index += loop.Lanes > 1 ? 1 : loop.Step)
        {
            variables[loop.Index.Name] = [index];
            if (loop.Role == LoopRole.Classes)
            {
                currentClass = index;
            }
            else if (loop.Role == LoopRole.Locations)
            {
                reduced.Clear();
            }

            Run(loop.Body);
        }
    }

    // Most of what is run is scalar, and no array is made for it.
    private double Scalar(Expr expr) => expr switch
    {
        Constant constant => constant.Value.Value,
        Variable variable => variables[variable.Name][0],
        Load load => Elements(load.Tensor)[Position(load.Index)],
        Named named => Scalar(named.Value),
        Within within => Scalar(within.Value),
        Apply apply when IsScalarThroughout(apply) => OfScalars(apply.Op, [.. apply.Arguments.Select(Scalar)]),
        _ => Evaluate(expr)[0],
    };

    private static bool IsScalarThroughout(Apply apply) => !apply.Type.IsVector && apply.Arguments.All(static a => !a.Type.IsVector);

    private static double OfScalars(Op op, double[] arguments) =>
        Evaluation.Fold(op, arguments) ?? Evaluation.Evaluate(op, [.. arguments.Select(static a => new[] { a })], 1)[0];

    private double[] Evaluate(Expr expr)
    {
        switch (expr)
        {
            case Load { Type.IsVector: false }:
            case Apply scalar when IsScalarThroughout(scalar):
                return [Scalar(expr)];
            case Constant constant:
                return [.. Enumerable.Repeat(constant.Value.Value, constant.Type.Lanes)];
            case Variable variable:
                return variables[variable.Name];
            case Load load:
                int position = Position(load.Index);
                return Elements(load.Tensor)[position..(position + load.Type.Lanes)];
            case Named named:
                return Evaluate(named.Value);
            case Within within:
                return Evaluate(within.Value);
            case Apply apply:
                return Evaluation.Evaluate(apply.Op, [.. apply.Arguments.Select(Evaluate)], apply.Type.Lanes);
            case ClassElement element:
                return Evaluate(Axis.ElementOf(element.Tensor, Expr.Position(currentClass)));
            case IsGiven given:
                return [Elements(given.Tensor).Length > 0 ? 1.0 : 0.0];
            case IsLabel:
                return [currentClass == Label ? 1.0 : 0.0];
            case AtLabel atLabel:
                return AtClass(Label, atLabel.Body);
            case OverClasses or LogSumExp:
                if (!reduced.TryGetValue(expr, out double[]? value))
                {
                    reduced[expr] = value = [Reduce(expr)];
                }

                return value;
            default:
                throw new InvalidOperationException($"{expr} has no value.");
        }
    }

    private double Reduce(Expr reduction)
    {
        (Expr body, bool exceptLabel) = reduction is OverClasses over ? (over.Body, over.ExceptLabel) : (((LogSumExp)reduction).Body, ((LogSumExp)reduction).ExceptLabel);
        double[] terms = [.. Enumerable.Range(0, Axis.Classes).Where(c => !exceptLabel || c != Label).Select(c => AtClass(c, body)[0])];
        if (reduction is OverClasses { Reduction: var kind })
        {
            return terms.Aggregate(
                Evaluate(kind.Identity(IrType.Double))[0],
                (sum, term) => Evaluate(kind.Combine(new Constant(sum, IrType.Double), new Constant(term, IrType.Double)))[0]);
        }

        double maximum = terms.DefaultIfEmpty(double.NegativeInfinity).Max();
        return maximum + Math.Log(terms.Sum(term => Math.Exp(term - maximum)));
    }

    private ClassAxisIteration Axis => (ClassAxisIteration)kernel.Iteration;

    private int Label => (int)variables[Axis.Label.Name][0];

    private int Position(Expr index) => (int)Scalar(index);

    private double[] AtClass(int classIndex, Expr body)
    {
        int outer = currentClass;
        currentClass = classIndex;
        double[] value = Evaluate(body);
        currentClass = outer;
        return value;
    }
}
