namespace LossGen.Generator.Kernel;

/// <summary>
/// Finds what would make a kernel wrong or unprintable: types that do not agree, variables out of reach or declared
/// twice, nodes a stage forbids, writes to inputs, and reads of an element that a gradient computed in place has replaced.
/// </summary>
internal sealed class Verifier
{
    private readonly KernelSpecification specification;
    private readonly List<string> problems = [];

    private Verifier(KernelSpecification specification) => this.specification = specification;

    public static IReadOnlyList<string> Check(LossKernel kernel, KernelSpecification specification)
    {
        Verifier verifier = new(specification);
        verifier.CheckBlock(kernel.Body, kernel.Parameters.ToDictionary(static p => p.Variable.Name, static p => p.Variable.Type), []);
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

    /// <summary>Throws where the kernel breaks its stage's promise: a defect of the compiler, never of a declaration.</summary>
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

    private void CheckBlock(IEnumerable<Stmt> block, Dictionary<string, IrType> outer, HashSet<string> carried)
    {
        Dictionary<string, IrType> scope = new(outer);
        foreach (Stmt statement in block)
        {
            foreach (Expr expr in statement.Expressions().SelectMany(Traversal.PostOrder))
            {
                CheckExpression(expr, scope);
            }

            CheckStatement(statement, scope, carried);
            foreach (Variable variable in statement.Declared())
            {
                if (!(!scope.ContainsKey(variable.Name)))
                {
                    problems.Add($"{variable.Name} is declared twice");
                }
                scope[variable.Name] = variable.Type;
            }

            if (statement is Loop loop)
            {
                if (!(!outer.ContainsKey(loop.Index.Name)))
                {
                    problems.Add($"index {loop.Index.Name} hides a variable");
                }
                Dictionary<string, IrType> inner = new(scope) { [loop.Index.Name] = loop.Index.Type };
                CheckBlock(loop.Body, inner, [.. loop.Accumulators.Select(static a => a.Result.Name)]);
            }
        }
    }

    private void CheckStatement(Stmt statement, Dictionary<string, IrType> scope, HashSet<string> carried)
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
                if (!(store.Value.Type.Scalar == store.Tensor.Element))
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
                if (!(carried.Contains(accumulate.Accumulator)))
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

    private void CheckExpression(Expr expr, Dictionary<string, IrType> scope)
    {
        if (!(specification.AllowsVectors || !expr.Type.IsVector))
        {
            problems.Add($"{expr} is a vector");
        }
        if (!(specification.AllowsMathematics || expr is Constant or Variable or Load or Apply))
        {
            problems.Add($"{expr} is not lowered");
        }
        switch (expr)
        {
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

        IEnumerable<Expr> operands = apply.Op == Op.Select ? apply.Arguments.Skip(1) : apply.Arguments;
        IrType last = apply.Arguments[apply.Arguments.Count - 1].Type;
        if (!(operands.All(operand => operand.Type == last)))
        {
            problems.Add($"the operands of {apply} have different types");
        }
        if (!(apply.Op != Op.Select || apply.Arguments[0].Type == IrType.Boolean.WithLanes(last.Lanes)))
        {
            problems.Add($"{apply} selects by {apply.Arguments[0].Type}");
        }
        if (!(operation.Result == ResultRule.Comparison || apply.Type == last))
        {
            problems.Add($"{apply} is {apply.Type}, its operands {last}");
        }
    }

    // One iteration of an element or location loop, its inner loops in their order: whether a load meets its own element
    // after a gradient that may stand in the same place was written there.
    private void CheckReplacedInputs(IEnumerable<Stmt> block, HashSet<(TensorRole Input, Expr Index)> replaced)
    {
        // Once a whole loop has written a gradient, no element of its input is safe.
        HashSet<TensorRole> rewritten = [];
        foreach (Stmt statement in block)
        {
            foreach (Load load in statement.Expressions().SelectMany(Traversal.PostOrder).OfType<Load>())
            {
                if (!(!replaced.Contains((load.Tensor.Role, load.Index)) && !rewritten.Contains(load.Tensor.Role)))
                {
                    problems.Add($"{load} is read after its gradient may have replaced it");
                }
            }

            if (statement is Store { Tensor.MayReplace: { } input } store)
            {
                replaced.Add((input, store.Index));
            }

            if (statement is Loop loop)
            {
                CheckReplacedInputs(loop.Body, replaced);
                rewritten.UnionWith(loop.Body.AllStatements().OfType<Store>().Select(static s => s.Tensor.MayReplace).OfType<TensorRole>());
            }
        }
    }
}
