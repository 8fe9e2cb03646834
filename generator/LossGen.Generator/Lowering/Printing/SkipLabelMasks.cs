using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Printing;

/// <summary>
/// Compares the classes of a long row with the label only in the step that has it: <c>x = (class = label ? a : b)</c> → <c>x = b; if (distance(label, first class of the step) &lt; classes of a step)
/// x = (class = label ? a : b)</c>.
/// </summary>
internal static class SkipLabelMasks
{
    public static Pass Pass { get; } = new(nameof(SkipLabelMasks), "compares classes with the label only in the step that has it", Run)
    {
        Forbids = NodeSet.Accumulators,
        Introduces = NodeSet.Conditionals,
    };

    /// <summary>The fewest steps of a row for which a branch pays: the processor predicts it wrong once per row, which takes as long as the comparisons of three steps.</summary>
    public const int FewestSteps = 4;

    public static LossKernel Run(LossKernel kernel) => kernel with
    {
        Body = kernel.Body.Exchange(static statement => statement switch
        {
            Loop { Role: LoopRole.Classes, Length: { } classes } loop => Skipped(loop, classes),
            Loop { Role: LoopRole.Pieces, Length: { } classes } pieces => [pieces.WithBody(pieces.Body.ExchangeHere(inner => inner is Loop { Role: LoopRole.Classes, Length: null } loop ? Skipped(loop, classes) : null))],
            _ => null,
        }),
    };

    private static IEnumerable<Stmt>? Skipped(Loop loop, int classes)
    {
        if (classes / loop.Step < FewestSteps || !loop.Body.Any(statement => Masked(statement, loop) is not null))
        {
            return null;
        }

        List<Stmt> body = [];
        for (int i = 0; i < loop.Body.Count;)
        {
            if (Masked(loop.Body[i], loop) is not { } label)
            {
                body.Add(loop.Body[i++]);
                continue;
            }

            Declare[] run = [.. loop.Body.Skip(i).TakeWhile(statement => Masked(statement, loop) == label).Cast<Declare>()];
            body.AddRange(run.Select(static declare => declare with { Value = ((Apply)declare.Value).Arguments[2], IsMutable = true }));
            body.Add(new When(
                Expr.Of(Op.LessThan, Expr.Of(Op.IndexDistance, label, loop.Index), Expr.Position(loop.Step)),
                run.Select(static declare => (Stmt)new Assign(declare.Variable, declare.Value)).ToEquatableArray()));
            i += run.Length;
        }

        return [loop.WithBody(body.ToEquatableArray())];
    }

    // The label with which a statement compares the lanes of its vector, each being the class of a lane of the step; null for any other statement.
    private static Expr? Masked(Stmt statement, Loop loop) => statement is Declare { IsMutable: false, Value: Apply { Op: Op.Select } choice }
        && choice.Arguments[0] is Apply { Op: Op.Equal } test
        && test.Arguments[0] is Apply { Op: Op.LaneIndices }
        && test.Arguments[1] is Apply { Op: Op.Broadcast } broadcast
        && broadcast.Arguments[0] is Apply { Op: Op.Convert } number
        && number.Arguments[0] is Apply { Op: Op.Subtract } difference
        && Positions.Distance(loop.Index, difference.Arguments[1]) is { } first
        && first >= 0
        && first + choice.Type.Lanes <= loop.Step
            ? difference.Arguments[0]
            : null;
}
