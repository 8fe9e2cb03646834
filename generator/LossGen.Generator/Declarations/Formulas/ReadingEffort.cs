namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// Sees to it that reading ends, and within the stack, however the text is written: a method is read again for each of its calls, and what follows a
/// condition for each way there.
/// </summary>
internal sealed class ReadingEffort
{
    // A formula of as many operations as it may have takes a few readings for each; one that needs more than this is too large, too.
    private const int MostReadings = 20_000;
    private const int MostDepth = 500;

    private int readings;
    private int depth;

    /// <summary>Whether it was too much; what was read is then of no use.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Begins to read an operation or a statement within another; false where that would be too much.</summary>
    public bool Begin()
    {
        IsExhausted |= ++readings > MostReadings || depth == MostDepth;
        depth += IsExhausted ? 0 : 1;
        return !IsExhausted;
    }

    /// <summary>Ends what <see cref="Begin"/> began.</summary>
    public void End() => depth--;
}
