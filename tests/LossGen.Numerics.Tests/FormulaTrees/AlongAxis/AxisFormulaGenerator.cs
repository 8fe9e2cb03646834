namespace LossGen.Numerics.Tests.FormulaTrees.AlongAxis;

/// <summary>Draws formulas along an axis: loops whose reductions later loops use, and one result or several with a total.</summary>
internal sealed class AxisFormulaGenerator
{
    private const int MostLocals = 2;

    private readonly Random random;
    private readonly TameExpressions expressions;

    private AxisFormulaGenerator(Random random)
    {
        this.random = random;
        expressions = new TameExpressions(random, ValueType.Single);
    }

    /// <summary>The formula that belongs to a seed.</summary>
    public static AxisFormula Draw(int seed)
    {
        AxisFormulaGenerator generator = new(new Random(seed));
        while (true)
        {
            AxisFormula formula = generator.Next();
            if (formula.DependsOnElements)
            {
                return formula;
            }
        }
    }

    private AxisFormula Next()
    {
        AxisFormula formula = new(random.Next(1, 3), OneIn(4), OneIn(2), OneIn(4), [], [], null);
        List<AxisLoop> loops = [];
        for (int results = 0, due = random.Next(1, AxisFormula.MostReductions + 1); results < due; results += loops[^1].Reductions.Count)
        {
            loops.Add(Loop(formula, results, due - results));
        }

        int sums = OneIn(3) ? random.Next(1, 4) : 0;
        int reduced = loops.Sum(static loop => loop.Reductions.Count);
        List<Expression> outside = Outside(formula, reduced);
        Expression[] truths = [.. Truths(formula, isInside: false)];
        Expression[] values = [.. Enumerable.Range(0, Math.Max(1, sums)).Select(_ => expressions.Number(random.Next(1, 3), outside, truths))];

        // The last reduction, on which the others may depend, always counts.
        values[^1] = new Operation("+", ValueType.Single, [AxisSlots.Of(AxisSlots.Results + reduced - 1), values[^1]]);
        return formula with { Loops = loops, Results = values, Total = sums == 0 ? null : Total(sums) };
    }

    private AxisLoop Loop(AxisFormula formula, int results, int most)
    {
        List<Expression> leaves = [.. Elements(formula), .. Elements(formula), .. Outside(formula, results)];
        Expression[] truths = [.. Truths(formula, isInside: true)];
        if (OneIn(4))
        {
            ReductionKind kind = (ReductionKind)random.Next((int)ReductionKind.NaiveLogSumExp, (int)ReductionKind.CalledLogSumExp + 1);
            Expression exponent = kind == ReductionKind.CalledLogSumExp || OneIn(2) ? AxisSlots.Of(random.Next(formula.Spans)) : expressions.Number(random.Next(1, 3), leaves, truths);
            return new AxisLoop(OneIn(2), [], [new Reduction(results, kind, 0, false, null, exponent, null)]);
        }

        List<(Local Local, Expression Value)> locals = [];
        for (int count = OneIn(2) ? random.Next(1, MostLocals + 1) : 0; count > 0; count--)
        {
            Local local = new(FormattableString.Invariant($"v{results}{locals.Count}"), ValueType.Single);
            locals.Add((local, expressions.Number(random.Next(1, 3), leaves, truths)));
            leaves.AddRange([local, local]);
        }

        int reductions = random.Next(1, Math.Min(most, 3) + 1);
        return new AxisLoop(OneIn(2), locals, [.. Enumerable.Range(results, reductions).Select(result => Reduced(result, leaves, truths))]);
    }

    private Reduction Reduced(int result, IReadOnlyList<Expression> leaves, IReadOnlyList<Expression> truths)
    {
        ReductionKind kind = random.Next(6) switch { 0 => ReductionKind.Max, 1 => ReductionKind.Min, 2 => ReductionKind.Subtract, _ => ReductionKind.Add };
        bool isExtreme = kind is ReductionKind.Max or ReductionKind.Min;
        double start = !isExtreme ? (OneIn(4) ? 1.5 : 0) : OneIn(3) ? 0.5 : kind == ReductionKind.Max ? double.NegativeInfinity : double.PositiveInfinity;
        Expression? condition = OneIn(4) && double.IsFinite(start) ? expressions.Truth(1, leaves, truths) : null;
        Expression? otherwise = condition is not null && !isExtreme && OneIn(2) ? expressions.Number(1, leaves, truths) : null;
        Expression value = expressions.Number(random.Next(isExtreme ? 0 : 1, 4), leaves, truths);

        // The compiler reads a comparison as a maximum where elements are compared, not everything that is computed from them.
        return new Reduction(result, kind, start, value is Input && OneIn(3), condition, value, otherwise);
    }

    // Of sums, each within its count.
    private Expression Total(int sums)
    {
        Expression count = new Input(sums, ValueType.Double);
        Expression[] means = [.. Enumerable.Range(0, sums).Select(sum => Make("/", new Input(sum, ValueType.Double), count))];
        Expression first = means[0], last = means[^1], one = new Literal(1, ValueType.Double);
        Expression total = random.Next(4) switch
        {
            0 => Make("/", first, Make("+", one, Make("*", last, last))),
            1 => Make("Sqrt", Make("+", one, Make("*", first, last == first ? last : Make("*", first, Make("*", last, last))))),
            2 => Make("-", Make("*", first, last), Make("/", one, count)),
            _ => new TameExpressions(random, ValueType.Double).Number(2, means, []),
        };
        return means.Aggregate(total, (sum, mean) => Make("+", sum, Make("*", new Literal(0.25, ValueType.Double), mean)));
    }

    private List<Expression> Outside(AxisFormula formula, int results)
    {
        List<Expression> leaves = [.. Enumerable.Range(AxisSlots.Results, results).Select(AxisSlots.Of), AxisSlots.Of(AxisSlots.FirstAtStart), AxisSlots.Converted(AxisSlots.Length)];
        leaves.AddRange(formula.HasNumber ? [AxisSlots.Of(AxisSlots.Number)] : []);
        leaves.AddRange(formula.HasLabel ? [AxisSlots.Of(AxisSlots.FirstAtLabel)] : []);
        leaves.AddRange(formula.HasLabel && formula.Spans == 2 ? [AxisSlots.Of(AxisSlots.SecondAtLabel)] : []);
        leaves.AddRange(formula.HasLabel && formula.HasWeights ? [AxisSlots.Of(AxisSlots.WeightAtLabel)] : []);
        return leaves;
    }

    // The index as a number, now and then.
    private IEnumerable<Expression> Elements(AxisFormula formula)
    {
        Expression[] spans = [.. new[] { AxisSlots.First, AxisSlots.Second }.Take(formula.Spans).Select(AxisSlots.Of)];
        Expression[] weights = formula.HasWeights ? [AxisSlots.Of(AxisSlots.Weight)] : [];
        return [.. spans, .. spans, .. weights, .. OneIn(8) ? [new Operation("/", ValueType.Single, [AxisSlots.Converted(AxisSlots.Index), AxisSlots.Converted(AxisSlots.Length)])] : Array.Empty<Expression>()];
    }

    private IEnumerable<Expression> Truths(AxisFormula formula, bool isInside)
    {
        if (formula.HasLabel)
        {
            yield return isInside ? Compared(AxisSlots.Index, "==", AxisSlots.Label) : Compared(AxisSlots.Label, "==", AxisSlots.Zero);
            yield return isInside ? Compared(AxisSlots.Index, OneIn(2) ? "<" : "!=", AxisSlots.Label) : Compared(AxisSlots.Label, ">", AxisSlots.Zero + 1);
        }

        if (isInside && OneIn(4))
        {
            yield return Compared(AxisSlots.Index, OneIn(2) ? "<" : "!=", AxisSlots.Zero + random.Next(AxisSlots.GreatestWhole + 1));
        }
    }

    private static Operation Compared(int slot, string symbol, int other) => new(symbol, ValueType.Truth, [AxisSlots.Whole(slot), AxisSlots.Whole(other)]);

    private bool OneIn(int count) => random.Next(count) == 0;

    private static Operation Make(string symbol, params Expression[] arguments) => new(symbol, ValueType.Double, arguments);
}
