using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>
/// Finds what would make a kernel wrong or unprintable: types that do not agree, variables out of scope or declared twice, nodes that a stage
/// forbids, writes to inputs, and reads of an element that a gradient computed in place has replaced.
/// </summary>
internal sealed class Verifier
{
    private readonly KernelSpecification specification;
    private readonly List<string> problems = [];

    // The variables in scope at the current statement.
    private readonly Dictionary<string, IrType> scope = new(StringComparer.Ordinal);

    private readonly Action<Expr> checkExpression;

    private Verifier(KernelSpecification specification)
    {
        this.specification = specification;
        checkExpression = CheckExpression;
    }

    public static IReadOnlyList<string> Check(LossKernel kernel, KernelSpecification specification)
    {
        Verifier verifier = new(specification);
        foreach (Parameter parameter in kernel.Parameters)
        {
            verifier.Declare(parameter.Variable);
        }

        verifier.CheckBlock(kernel.Body, carried: default);
        if (!specification.AllowsAccumulators)
        {
            verifier.CheckScratch(kernel.Scratch);
        }

        if (specification.IsOrdered)
        {
            foreach (Loop loop in kernel.Body.AllStatements().OfType<Loop>().Where(static l => l.Role is LoopRole.Elements or LoopRole.Locations))
            {
                verifier.CheckReplacedInputs(loop.Body, []);
            }
        }

        return verifier.problems;
    }

    /// <summary>Throws if the kernel breaks its stage's promise: a defect of the compiler, never of a declaration.</summary>
    public static void Require(LossKernel kernel, KernelSpecification specification)
    {
        IReadOnlyList<string> problems = Check(kernel, specification);
        if (problems.Count > 0)
        {
            throw new InvalidOperationException($"Kernel {kernel.Name} is no {specification.Name} kernel: {string.Join("; ", problems)}.\n{kernel}");
        }
    }

    private void CheckScratch(IReadOnlyList<Scratch> all)
    {
        foreach (Scratch scratch in all)
        {
            if (scratch.Offset is null)
            {
                problems.Add($"{scratch.Tensor.Name} has no place");
            }
            if (all.Any(other => other != scratch && other.Replaces is null && scratch.Replaces is null && other.Offset < scratch.End && scratch.Offset < other.End))
            {
                problems.Add($"{scratch.Tensor.Name} lies across another");
            }
        }
    }

    private void CheckBlock(EquatableArray<Stmt> block, EquatableArray<Accumulator> carried)
    {
        List<string> declared = [];
        foreach (Stmt statement in block)
        {
            statement.ForEachExpression(checkExpression);
            CheckStatement(statement, carried);
            foreach (Variable variable in statement.Declared())
            {
                Declare(variable);
                declared.Add(variable.Name);
            }

            if (statement is Loop loop)
            {
                Declare(loop.Index);
                CheckBlock(loop.Body, loop.Accumulators);
                scope.Remove(loop.Index.Name);
            }
            else
            {
                CheckBlock(statement.Inner(), carried);
            }
        }

        foreach (string name in declared)
        {
            scope.Remove(name);
        }
    }

    private void Declare(Variable variable)
    {
        if (scope.ContainsKey(variable.Name))
        {
            problems.Add($"{variable.Name} is declared twice");
        }

        scope[variable.Name] = variable.Type;
    }

    private void CheckStatement(Stmt statement, EquatableArray<Accumulator> carried)
    {
        switch (statement)
        {
            case Declare declare:
                if (!(declare.Variable.Type == declare.Value.Type))
                {
                    problems.Add($"{declare.Variable.Name}: {declare.Variable.Type} is given {declare.Value.Type}");
                }
                break;
            case Assign assign:
                if (!(scope.TryGetValue(assign.Variable.Name, out IrType declared) && declared == assign.Value.Type))
                {
                    problems.Add($"{assign.Variable.Name} is assigned {assign.Value.Type}");
                }
                break;
            case Store store:
                if (!(store.Tensor.IsOutput || store.Tensor.IsScratch))
                {
                    problems.Add($"{store.Tensor.Name} is an input and is written");
                }
                if (!(store.Value.Type.Scalar == store.Tensor.Element || (store.Converts && store.Tensor.Element == ScalarType.Int32 && store.Value.Type is { IsVector: false, IsFloating: true })))
                {
                    problems.Add($"{store.Tensor.Name} is given {store.Value.Type}");
                }
                if (!(store.Index.Type == IrType.Index))
                {
                    problems.Add($"{store.Tensor.Name} is indexed by {store.Index.Type}");
                }
                break;
            case MoveTile move:
                if (!((move.Source.Layout, move.Destination.Layout) is (TensorLayout.Elements, TensorLayout.Tile) or (TensorLayout.Tile, TensorLayout.Elements) or (TensorLayout.Locations, TensorLayout.TileLocations)))
                {
                    problems.Add($"{move.Source.Name} and {move.Destination.Name} are no tensor and its tile");
                }
                if (!(move.IsRead || move.Destination.IsOutput))
                {
                    problems.Add($"{move.Destination.Name} is an input and is written");
                }
                break;
            case Accumulate accumulate:
                if (!carried.Any(accumulator => accumulator.Result.Name == accumulate.Accumulator))
                {
                    problems.Add($"{accumulate.Accumulator} is not carried by the enclosing loop");
                }
                break;
            case Loop loop:
                if (!(loop.From.Type == IrType.Index && loop.To.Type == IrType.Index))
                {
                    problems.Add($"loop over {loop.Index.Name} runs between no positions");
                }
                if (!(specification.AllowsAccumulators || (loop.Accumulators.Count == 0 && loop.Lanes == 1 && loop.Unroll == 1)))
                {
                    problems.Add($"loop over {loop.Index.Name} is not lowered");
                }
                break;
        }
    }

    // Children first, in the order of evaluation.
    private void CheckExpression(Expr expr)
    {
        expr.ForEachChild(checkExpression);
        if (!(specification.AllowsVectors || !expr.Type.IsVector))
        {
            problems.Add($"{expr} is a vector");
        }
        if (!(specification.AllowsMathematics || expr is Constant or Variable or Load or Apply or IsGiven or IsWanted))
        {
            problems.Add($"{expr} is not lowered");
        }
        switch (expr)
        {
            case Wildcard:
                problems.Add($"{expr} stands for any expression");
                break;
            case Variable variable:
                if (!(scope.TryGetValue(variable.Name, out IrType type) && type == variable.Type))
                {
                    problems.Add($"{variable.Name}: {variable.Type} is not in reach");
                }
                break;
            case Load load:
                if (!(load.Index.Type == IrType.Index))
                {
                    problems.Add($"{load.Tensor.Name} is indexed by {load.Index.Type}");
                }
                break;
            case Apply apply:
                if (!(specification.IsPrintable(apply.Op, apply.Type)))
                {
                    problems.Add($"{apply.Op} of {apply.Type} is not printable");
                }
                CheckTypes(apply);
                break;
        }
    }

    private void CheckTypes(Apply apply)
    {
        Operation operation = Operations.Get(apply.Op);
        if (!(apply.Arguments.Count == operation.Arity))
        {
            problems.Add($"{apply.Op} has {apply.Arguments.Count} arguments");
        }
        if (operation.Result == ResultRule.Stated)
        {
            return;
        }

        IrType last = apply.Arguments[apply.Arguments.Count - 1].Type;
        for (int i = apply.Op == Op.Select ? 1 : 0; i < apply.Arguments.Count; i++)
        {
            if (apply.Arguments[i].Type != last)
            {
                problems.Add($"the operands of {apply} have different types");
                break;
            }
        }

        if (!(apply.Op != Op.Select || apply.Arguments[0].Type == IrType.Boolean.WithLanes(last.Lanes) || apply.Arguments[0].Type == IrType.Boolean))
        {
            problems.Add($"{apply} selects by {apply.Arguments[0].Type}");
        }
        if (!(operation.Result == ResultRule.Comparison || apply.Type == last))
        {
            problems.Add($"{apply} is {apply.Type}, its operands {last}");
        }
    }

    // One iteration of an element or location loop, its inner loops in order: whether a load reads its own element after a gradient that may share
    // its memory was written there.
    private void CheckReplacedInputs(IEnumerable<Stmt> block, List<Store> replaced)
    {
        // Once a whole loop has written a gradient, no element of its input is safe.
        List<Tensor> rewritten = [];
        foreach (Stmt statement in block)
        {
            foreach (Load load in statement.Expressions().Nodes(NodeSet.Loads).Cast<Load>())
            {
                if (replaced.Any(store => store.Tensor.MayReplace(load.Tensor) && store.Index == load.Index) || rewritten.Any(output => output.MayReplace(load.Tensor)))
                {
                    problems.Add($"{load} is read after its gradient may have replaced it");
                }
            }

            if (statement is Store { Tensor.IsOutput: true } store)
            {
                replaced.Add(store);
            }

            CheckReplacedInputs(statement.Inner(), replaced);
            if (statement is Loop loop)
            {
                rewritten.AddRange(loop.Body.AllStatements().OfType<Store>().Select(static s => s.Tensor).Where(static tensor => tensor.IsOutput));
            }
        }
    }
}
