namespace LossGen.Numerics.Tests.FormulaTrees.AlongAxis;

/// <summary>What the expressions of a formula along an axis may read: each is an <see cref="Input"/> with one of these indices.</summary>
internal static class AxisSlots
{
    public const int First = 0;
    public const int Second = 1;
    public const int Weight = 2;
    public const int Number = 3;
    public const int FirstAtLabel = 4;
    public const int SecondAtLabel = 5;
    public const int WeightAtLabel = 6;
    public const int FirstAtStart = 7;
    public const int Index = 8;
    public const int Label = 9;
    public const int Length = 10;

    /// <summary>The integer 0, those up to <see cref="GreatestWhole"/> following: what indices and labels are compared with.</summary>
    public const int Zero = 11;

    public const int GreatestWhole = 2;

    /// <summary>The result of the first reduction, those of the others following.</summary>
    public const int Results = Zero + GreatestWhole + 1;

    public const int Count = Results + AxisFormula.MostReductions;

    private static readonly string[] Names = ["x[i]", "y[i]", "w[i]", "n", "x[label]", "y[label]", "w[label]", "x[0]", "i", "label", "x.Length", "0", "1", "2"];

    /// <summary>A number, as an expression.</summary>
    public static Expression Of(int slot) => new Input(slot, ValueType.Single);

    /// <summary>An integer, as an operand of a comparison.</summary>
    public static Expression Whole(int slot) => new Input(slot, ValueType.Double);

    /// <summary>An integer, converted to a number: of another type in the tree, so that nothing takes the conversion away and divides integers.</summary>
    public static Expression Converted(int slot) => new Operation(Symbols.Convert, ValueType.Single, [Whole(slot)]);

    /// <summary>The text of an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="isEach">Whether it stands in a loop over elements, which has no index.</param>
    public static string Text(Expression expression, bool isEach = false) => FormulaText.Of(expression, slot => slot == First && isEach ? "v" : Name(slot));

    /// <summary>The name of a sum in a total, or of the count, which follows the sums.</summary>
    public static string NameInTotal(int sum, int sums) => sum == sums ? "count" : FormattableString.Invariant($"s{sum}");

    private static string Name(int slot) => slot < Results ? Names[slot] : FormattableString.Invariant($"r{slot - Results}");
}
