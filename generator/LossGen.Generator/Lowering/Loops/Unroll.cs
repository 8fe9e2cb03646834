using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Lowering.Loops;

/// <summary>
/// Makes one step of a marked loop hold several copies of its body, statement by statement, each copy with its own locals; what the copies add to an
/// accumulator is first combined in pairs, so that a single chain of additions runs through the loop whatever the number of copies.
/// </summary>
internal static class Unroll
{
    public static Pass Pass { get; } = new(nameof(Unroll), "puts several vectors into one step", Run)
    {
        Forbids = NodeSet.PendingLanes,
        Eliminates = NodeSet.PendingCopies,
    };

    public static LossKernel Run(LossKernel kernel)
    {
        Names names = Names.Of(kernel);
        return kernel with
        {
            Body = kernel.Body.Exchange(s => s is Loop { Unroll: > 1 } loop ? [WithCopies(loop, names, kernel.Request.Vectors == VectorWidth.Bits256 && kernel.Schedule!.LanesOf(loop) > 1)] : null),
        };
    }

    private static Loop WithCopies(Loop loop, Names names, bool isOfHalves)
    {
        // Consecutive loops may use the same names again, so these are not reserved for good.
        string Local(string name, int copy) => names.IsTaken(Numbered(name, copy)) ? Local(name + "Copy", copy) : Numbered(name, copy);

        // What each copy substitutes for the loop's index and locals.
        Variable[] locals = [.. loop.Body.SelectMany(Blocks.Declared)];
        Dictionary<string, Expr>[] own = [.. Enumerable.Range(0, loop.Unroll).Select(copy => locals.ToDictionary(static v => v.Name, Expr (v) => v with { Name = Local(v.Name, copy) }))];
        for (int copy = 1; copy < loop.Unroll; copy++)
        {
            own[copy][loop.Index.Name] = loop.Index + Expr.Position(copy * loop.Step);
        }

        Func<Expr, Expr>[] moves = [.. own.Select(static names => Rewriting.BottomUp(NodeSet.Variables, part => part is Variable variable && names.TryGetValue(variable.Name, out Expr? moved) ? moved : part))];

        IEnumerable<Stmt> Copies(Stmt statement)
        {
            if (statement is Accumulate accumulate)
            {
                Accumulator accumulator = loop.Accumulators.First(a => a.Result.Name == accumulate.Accumulator);
                Expr Together(IEnumerable<Expr> terms) => accumulator.Reduction.Together(terms, accumulator.Result.Type);
                List<Declare> terms = [.. Enumerable.Range(0, loop.Unroll).Select(copy => new Declare(
                    new Variable(Local(accumulate.Accumulator + "Term", copy), accumulate.Term.Type), moves[copy](accumulate.Term)))];
                return (IsProduct(accumulate.Term) ? HasHalves(accumulate.Term) : IsLong(accumulate.Term))
                    ? terms.Append<Stmt>(accumulate with { Term = Together(terms.Select(static term => (Expr)term.Variable)) })
                    : [accumulate with { Term = Together(terms.Select(static term => term.Value)) }];
            }

            return Enumerable.Range(0, loop.Unroll).Select(copy => statement.MapExpressions(moves[copy]) switch
            {
                Declare declare => declare with { Variable = (Variable)own[copy][declare.Variable.Name] },
                var other => other,
            });
        }

        // Where there are two copies of neighbouring positions, vectors of 512 bits have one, whose halves are added as they are: so are the copies. Of a tile's classes
        // there are as many copies for either width.
        bool HasHalves(Expr term) => isOfHalves && loop.Unroll == 2 && term.Type.IsVector;

        return loop with { Step = loop.Step * loop.Unroll, Unroll = 1, Body = loop.Body.SelectMany(Copies).ToEquatableArray() };
    }

    // Four of them would not fit on a line.
    private static bool IsLong(Expr term) => term is Apply && term.PostOrder().Count > 4;

    // Negated or not, it stays to be contracted with the addition, however long it is: that depends on which part of it is shared.
    private static bool IsProduct(Expr term) => term is Apply { Op: Op.Multiply } || (term is Apply { Op: Op.Negate } negated && IsProduct(negated.Arguments[0]));

    // If a name ends in a digit, its number is kept separate from the copy's.
    private static string Numbered(string name, int copy) =>
        name + (char.IsDigit(name[name.Length - 1]) ? "_" : "") + Number(copy);
}
