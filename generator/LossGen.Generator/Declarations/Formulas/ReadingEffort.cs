using LossGen.Generator.Kernel;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// Ensures that reading ends, and that it and all later passes over the formula stay within the stack, however the text is written: a method is read again
/// for each of its calls, what follows a condition for each path there, and a variable stands for its whole expression.
/// </summary>
internal sealed class ReadingEffort(IEnumerable<string> inputs)
{
    // The derivative has several times as many operations, and a kernel of thousands is slower than two losses.
    private const int MostOperations = 1000;

    // Passes descend into expressions by recursion. Compilers have a stack of 1 MiB, of which derivatives of this depth take less than half.
    private const int MostOperationsWithinOneAnother = 200;

    // A formula with the most operations allowed takes a few readings for each; one that needs more than this is too large, too.
    private const int MostReadings = 20 * MostOperations;
    private const int DeepestReading = 2 * MostOperationsWithinOneAnother;

    private readonly ExpressionMeasures measures = new(inputs);
    private int readings;
    private int depth;

    /// <summary>What exceeds its limit; the expressions read are then useless.</summary>
    public string? Excess { get; private set; }

    /// <summary>Begins to read an operation or a statement within another; false if that would be too much.</summary>
    public bool Begin()
    {
        Excess ??= ++readings > MostReadings ? Operations(MostOperations) : depth == DeepestReading ? Nested(MostOperationsWithinOneAnother) : null;
        depth += Excess is null ? 1 : 0;
        return Excess is null;
    }

    /// <summary>Ends what <see cref="Begin"/> began.</summary>
    public void End() => depth--;

    /// <summary>Checks a value from which others will be made; written out, it may be too much.</summary>
    public Expr Checked(Expr value)
    {
        ExpressionMeasures.Measure measure = measures.Of(value);
        Excess ??= measure.Operations > MostOperations ? Operations(MostOperations) : measure.Depth > MostOperationsWithinOneAnother ? Nested(MostOperationsWithinOneAnother) : null;
        return value;
    }

    /// <summary>Whether a value may differ from one element to the next.</summary>
    public bool Varies(Expr value) => measures.Of(value).Varies;

    private static string Operations(int most) => Model.InvariantText.Number(most) + " operations";

    private static string Nested(int most) => Operations(most) + " within one another";
}
