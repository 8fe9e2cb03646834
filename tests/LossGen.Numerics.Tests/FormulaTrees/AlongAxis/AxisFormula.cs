namespace LossGen.Numerics.Tests.FormulaTrees.AlongAxis;

/// <summary>How a loop reduces its elements to one number.</summary>
internal enum ReductionKind
{
    Add,
    Subtract,
    Max,
    Min,

    /// <summary>The logarithm of a sum of exponentials.</summary>
    NaiveLogSumExp,

    /// <summary>The same, the largest exponent subtracted before.</summary>
    ShiftedLogSumExp,

    /// <summary><c>Along.LogSumExp(x)</c></summary>
    CalledLogSumExp,
}

/// <summary>A variable that a loop accumulates.</summary>
/// <param name="Result">Its number among all reductions of the formula.</param>
/// <param name="Kind">How it is accumulated.</param>
/// <param name="Start">What it is before the loop.</param>
/// <param name="IsCompared">Whether a maximum or minimum is written as a comparison and an assignment.</param>
/// <param name="Condition">The condition under which an element counts; null for none.</param>
/// <param name="Value">What an element contributes.</param>
/// <param name="Otherwise">What is subtracted from a sum, or added to a difference, where the condition does not hold; null for nothing.</param>
internal sealed record Reduction(int Result, ReductionKind Kind, double Start, bool IsCompared, Expression? Condition, Expression Value, Expression? Otherwise)
{
    public bool IsLogSumExp => Kind >= ReductionKind.NaiveLogSumExp;

    public IReadOnlyList<Expression> Parts => [.. new[] { Condition, Value, Otherwise }.OfType<Expression>()];

    public Reduction With(IReadOnlyList<Expression> parts) => this with
    {
        Condition = Condition is null ? null : parts[0],
        Value = parts[Condition is null ? 0 : 1],
        Otherwise = Otherwise is null ? null : parts[^1],
    };
}

/// <summary>A loop over the axis.</summary>
/// <param name="PrefersEach">Whether it is written as a loop over elements, if it needs no index.</param>
/// <param name="Locals">Local variables of its body, each with its value.</param>
/// <param name="Reductions">What it accumulates.</param>
internal sealed record AxisLoop(bool PrefersEach, IReadOnlyList<(Local Local, Expression Value)> Locals, IReadOnlyList<Reduction> Reductions)
{
    public IReadOnlyList<Expression> Parts => [.. Locals.Select(static local => local.Value), .. Reductions.SelectMany(static reduction => reduction.Parts)];

    public bool IsEach => PrefersEach && !Parts.SelectMany(Formula.Expressions).Any(static part => part is Input { Index: AxisSlots.Second or AxisSlots.Weight or AxisSlots.Index });

    public AxisLoop With(IReadOnlyList<Expression> parts)
    {
        Queue<Expression> left = new(parts);
        return this with
        {
            Locals = [.. Locals.Select(local => (local.Local, left.Dequeue()))],
            Reductions = [.. Reductions.Select(reduction => reduction.With([.. reduction.Parts.Select(_ => left.Dequeue())]))],
        };
    }
}

/// <summary>A formula along an axis, in float: its parameters, loops, results, and the total of the results' sums, if there is one.</summary>
internal sealed record AxisFormula(int Spans, bool HasWeights, bool HasLabel, bool HasNumber, IReadOnlyList<AxisLoop> Loops, IReadOnlyList<Expression> Results, Expression? Total)
{
    public const int MostReductions = 4;

    public IReadOnlyList<Expression> Parts => [.. Loops.SelectMany(static loop => loop.Parts), .. Results, .. new[] { Total }.OfType<Expression>()];

    public int Size => Loops.Count + Loops.Sum(static loop => loop.Reductions.Count + loop.Locals.Count) + Parts.Sum(static part => part.Size);

    /// <summary>Whether what it returns may change with the elements, other than by a condition: a constant formula is not a loss.</summary>
    public bool DependsOnElements
    {
        get
        {
            HashSet<Expression> known = [.. new[] { AxisSlots.First, AxisSlots.Second, AxisSlots.FirstAtLabel, AxisSlots.SecondAtLabel, AxisSlots.FirstAtStart }.Select(AxisSlots.Of)];
            foreach (AxisLoop loop in Loops)
            {
                foreach ((Local local, Expression value) in loop.Locals)
                {
                    known.UnionWith(Depends(value) ? [local] : []);
                }

                known.UnionWith([.. loop.Reductions.Where(reduction => reduction.Parts.Any(Depends)).Select(static reduction => AxisSlots.Of(AxisSlots.Results + reduction.Result))]);
            }

            return Results.Any(Depends);

            bool Depends(Expression expression) => expression.Type != ValueType.Truth && (known.Contains(expression) || expression.Parts.Any(Depends));
        }
    }

    public AxisFormula With(IReadOnlyList<Expression> parts)
    {
        Queue<Expression> left = new(parts);
        return this with
        {
            Loops = [.. Loops.Select(loop => loop.With([.. loop.Parts.Select(_ => left.Dequeue())]))],
            Results = [.. Results.Select(_ => left.Dequeue())],
            Total = Total is null ? null : left.Dequeue(),
        };
    }

    public override string ToString() => AxisFormulaText.Source(this, "Loss").Text;
}
