namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>
/// Finds the smallest formula that still fails: takes the smallest failing one of all that are one step simpler, until none fails. Each round is one
/// compilation.
/// </summary>
internal static class FormulaShrinker
{
    private const int MostRounds = 60;
    private const int LengthOfKind = 20;

    public static FormulaOutcome Smallest(FormulaOutcome failing)
    {
        FormulaOutcome smallest = failing;
        for (int round = 0; round < MostRounds; round++)
        {
            FormulaTrial[] simpler = [.. Simpler(smallest.Trial.Formula).OrderBy(Size).Select(formula => smallest.Trial with { Formula = formula })];
            FormulaOutcome? next = FormulaBatch.RunAll(simpler).FirstOrDefault(outcome => Kind(outcome) == Kind(failing));
            if (next is null)
            {
                break;
            }

            smallest = next;
        }

        return smallest;
    }

    // Failures that begin alike are of one kind.
    private static string? Kind(FormulaOutcome outcome) => outcome.Failure?[..Math.Min(outcome.Failure.Length, LengthOfKind)];

    /// <summary>The formulas one step simpler, each smaller than the formula itself.</summary>
    public static IEnumerable<Formula> Simpler(Formula formula) =>
        Simpler(formula.Body).Select(body => formula with { Body = body }).Where(simpler => Size(simpler) < Size(formula));

    public static int Size(Formula formula) => formula.Body.Size + formula.Methods.Sum(static method => method.Body.Size);

    private static IEnumerable<Statement> Simpler(Statement statement)
    {
        IEnumerable<Statement> shorter = statement switch
        {
            Declare { Value: Literal or Input or Scalar or Local } declare => [Replaced(declare.Next, declare.Local, declare.Value)],
            Declare declare when !Mentions(declare.Next, declare.Local) => [declare.Next],
            Decide decide => [new Declare(decide.Local, decide.WhenTrue, decide.Next), new Declare(decide.Local, decide.WhenFalse, decide.Next)],
            Assign assign => [assign.Next],
            Compound compound => [compound.Next],
            Branch branch => [branch.WhenTrue, branch.Otherwise],
            _ => [],
        };
        IEnumerable<Statement> parts = statement.Parts.SelectMany((part, i) => Simpler(part).Select(simpler => statement.With(Put(statement.Parts, i, simpler), statement.Rest)));
        IEnumerable<Statement> rest = statement.Rest.SelectMany((next, i) => Simpler(next).Select(simpler => statement.With(statement.Parts, Put(statement.Rest, i, simpler))));
        return shorter.Concat(parts).Concat(rest);
    }

    /// <summary>The expressions one step simpler.</summary>
    public static IEnumerable<Expression> Simpler(Expression expression)
    {
        if (expression is Literal)
        {
            return [];
        }

        IEnumerable<Expression> literals = expression.Type == ValueType.Truth
            ? [new Literal(1, ValueType.Truth), new Literal(0, ValueType.Truth)]
            : [new Literal(0, expression.Type), new Literal(1, expression.Type)];
        IEnumerable<Expression> parts = expression.Parts.Where(part => (part.Type == ValueType.Truth) == (expression.Type == ValueType.Truth))
            .Select(part => part.Type == expression.Type ? part : new Operation(Symbols.Convert, expression.Type, [part]));
        IEnumerable<Expression> inlined = expression is Call { Method: var method } call && method.Body is Return returned
            ? [method.Parameters.Zip(call.Arguments).Aggregate(returned.Value, static (body, pair) => Replaced(body, pair.First, pair.Second))]
            : [];
        IEnumerable<Expression> inner = expression.Parts.SelectMany((part, i) => Simpler(part).Select(simpler => expression.With(Put(expression.Parts, i, simpler))));
        IEnumerable<Expression> bodies = expression is Call { Method: var called } whole
            ? Simpler(called.Body).Select(body => whole with { Method = called with { Body = body } })
            : [];
        return (expression.Parts.Count > 0 ? literals : []).Concat(parts).Concat(inlined).Concat(inner).Concat(bodies);
    }

    private static bool Mentions(Statement statement, Local local) =>
        Formula.Expressions(statement).Contains(local) || Statements(statement).Any(inner => inner is Assign { Local: var a } && a == local || inner is Compound { Local: var c } && c == local);

    private static IEnumerable<Statement> Statements(Statement statement) => statement.Rest.SelectMany(Statements).Prepend(statement);

    // A local that is assigned to does not stand for its first value.
    private static Statement Replaced(Statement statement, Local local, Expression value) =>
        Statements(statement).Any(inner => inner is Assign { Local: var a } && a == local || inner is Compound { Local: var c } && c == local)
            ? statement
            : statement.With([.. statement.Parts.Select(part => Replaced(part, local, value))], [.. statement.Rest.Select(rest => Replaced(rest, local, value))]);

    private static Expression Replaced(Expression expression, Local local, Expression value) =>
        expression.Equals(local) ? value : expression.With([.. expression.Parts.Select(part => Replaced(part, local, value))]);

    private static T[] Put<T>(IReadOnlyList<T> items, int index, T item) => [.. items.Select((old, i) => i == index ? item : old)];
}
