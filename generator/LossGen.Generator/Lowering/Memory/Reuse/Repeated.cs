using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Memory.Reuse;

/// <summary>A value that several loops over the classes compute.</summary>
/// <param name="Value">The value, with its name if it has one.</param>
/// <param name="First">The place of the first of these loops among the location's statements.</param>
/// <param name="Others">The places of those that would read it back.</param>
/// <param name="Saved">The operations per class that this would save.</param>
internal sealed record Repeated(Expr Value, int First, IReadOnlyList<int> Others, double Saved)
{
    // Less is not worth the memory, nor the text.
    private const double FewestSaved = 4;

    /// <summary>The values that are worth storing, those that save most first.</summary>
    public static IEnumerable<Repeated> In(IReadOnlyList<Stmt> statements, LoopWork work)
    {
        int[] loops = [.. Enumerable.Range(0, statements.Count).Where(i => statements[i] is Loop { Role: LoopRole.Classes })];
        Dictionary<Expr, (Expr Value, int First)> first = [];
        Dictionary<Expr, List<int>> others = [];
        foreach (int place in loops)
        {
            Loop loop = (Loop)statements[place];
            foreach (Expr value in work.Costly(loop.Body.SelectMany(Readable)).Where(first.ContainsKey))
            {
                if (!others.TryGetValue(value, out List<int>? places))
                {
                    others[value] = places = [];
                }

                places.Add(place);
            }

            foreach (Expr value in work.CostlyWithNames(loop.Body.SelectMany(Blocks.Expressions)))
            {
                if (!first.ContainsKey(value.Unnamed()))
                {
                    first[value.Unnamed()] = (value, place);
                }
            }
        }

        return others
            .Select(other => new Repeated(
                first[other.Key].Value,
                first[other.Key].First,
                other.Value,
                other.Value.Sum(place => work.Saved(((Loop)statements[place]).Body.SelectMany(Readable), other.Key)) - LoopWork.OfStore))
            .Where(static repeated => repeated.Saved >= FewestSaved)
            .OrderByDescending(static repeated => repeated.Saved);
    }

    /// <summary>The statements with the value stored in the first loop and read back in the others.</summary>
    public List<Stmt> StoredAt(Load place, IReadOnlyList<Stmt> original)
    {
        List<Stmt> statements = [.. original];
        Loop producer = (Loop)statements[First];
        statements[First] = producer with { Body = producer.Body.Prepend(new Store(place.Tensor, place.Index, Value)).ToEquatableArray() };
        Expr value = Value.Unnamed();
        Func<Expr, Expr> read = null!;
        read = expr => !expr.Contents.Includes(value.Contents) ? expr : expr.Unnamed() == value ? place : expr.MapChildren(read);
        foreach (int other in Others)
        {
            Loop consumer = (Loop)statements[other];
            statements[other] = consumer.WithBody(consumer.Body.Mapped(statement =>
                statement is Accumulate accumulate ? accumulate with { Term = Below(accumulate.Term, read) } : statement.MapExpressions(read)));
        }

        return statements;
    }

    // An accumulator takes in a product, or a narrowed number, before it is rounded: these are computed where they are added, like those of a kernel
    // that stores nothing.
    private static IEnumerable<Expr> Readable(Stmt statement) => statement is Accumulate accumulate ? Below(accumulate.Term) : statement.Expressions();

    private static IEnumerable<Expr> Below(Expr term) => term switch
    {
        Apply { Op: Op.Negate } negated => Below(negated.Arguments[0]),
        Apply { Op: Op.Multiply or Op.Convert } => term.Children(),
        _ => [term],
    };

    private static Expr Below(Expr term, Func<Expr, Expr> map) => term switch
    {
        Apply { Op: Op.Negate } => term.MapChildren(negated => Below(negated, map)),
        Apply { Op: Op.Multiply or Op.Convert } => term.MapChildren(map),
        _ => map(term),
    };
}
