using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>Each op is written as mathematics in a way that says what it is of and can be put in a larger expression; a failure names the op.</summary>
public sealed class OpNotationTests
{
    // Each with the operators that, outside brackets, make a text hold together no more than this; the first that is found decides.
    private static readonly (Precedence Precedence, string[] Operators)[] Operators =
    [
        (Precedence.Conditional, [" ? "]),
        (Precedence.Comparison, [" < ", " ≤ ", " > ", " ≥ ", " = ", " ∧ ", " ∨ "]),
        (Precedence.Additive, [" + ", " − "]),
        (Precedence.Multiplicative, ["·", "/"]),
        (Precedence.Prefix, ["−", "√", "∛"]),
        (Precedence.Postfix, ["^", "²"]),
    ];

    public static TheoryData<string> Ops => OpTableTests.Ops;

    [Theory]
    [MemberData(nameof(Ops))]
    public void EveryArgumentIsInTheText(string name)
    {
        Apply apply = Of(Enum.Parse<Op>(name));
        AssertNamed(apply.Arguments, ExprText.Format(apply));

        // The power that this one is less than is there to save computing it again, which is nothing to mathematics.
        AssertNamed(apply.Op == Op.PowerLessOne ? apply.Arguments.Take(2) : apply.Arguments, ExprText.Mathematics(apply));

        static void AssertNamed(IEnumerable<Expr> arguments, string text) =>
            Assert.All(arguments, argument => Assert.Contains(((Variable)argument).Name, text, StringComparison.Ordinal));
    }

    /// <summary>Arguments as loose as they may be there without parentheses leave the text as close as it is said to be.</summary>
    [Theory]
    [MemberData(nameof(Ops))]
    public void ATextHoldsTogetherAsItsPrecedenceSays(string name)
    {
        Apply apply = Of(Enum.Parse<Op>(name));
        Notation notation = Operations.Get(apply.Op).Notation;
        Assert.All(new[] { true, false }, isDump => Assert.All(new Func<Expr, Precedence, string>[] { static (_, _) => "x", static (_, least) => Sample(least) }, write =>
        {
            (string text, Precedence precedence) = notation.Write(apply, isDump, write);
            Assert.Equal((text, PrecedenceOf(text)), (text, precedence));
        }));
    }

    /// <summary>What is written alike computes the same, one way or another; a row copied from another op's would be one more group.</summary>
    [Fact]
    public void InDumpsOpsAreToldApart() => Assert.Equal(
        [
            "Exp ExpNonPositive",
            "Log LogProbability",
            "Log1P Log1PNonNegative Log1POfFraction",
            "LogCoshSlope Tanh",
            "Minimum IndexMinimum",
            "Multiply MultiplyOrZero Weigh",
            "Power GeneralPower",
        ],
        Enum.GetValues<Op>().GroupBy(static op => ExprText.Format(Of(op))).Where(static alike => alike.Skip(1).Any()).Select(static alike => string.Join(' ', alike)).Order(StringComparer.Ordinal));

    private static Apply Of(Op op) =>
        (Apply)Expr.Of(op, IrType.Double, [.. Enumerable.Range(0, Operations.Get(op).Arity).Select(static i => new Variable("input" + InvariantText.Number(i), IrType.Double))]);

    private static string Sample(Precedence precedence) => precedence switch
    {
        Precedence.Conditional => "x ? y : z",
        Precedence.Comparison => "x < y",
        Precedence.Additive => "x − y",
        Precedence.Multiplicative => "x/y",
        Precedence.Prefix => "√x",
        Precedence.Postfix => "x²",
        _ => "x",
    };

    private static Precedence PrecedenceOf(string text)
    {
        string outside = OutsideBrackets(text);
        return Operators.Where(row => row.Operators.Any(symbol => outside.Contains(symbol, StringComparison.Ordinal))).Select(static row => (Precedence?)row.Precedence).FirstOrDefault() ?? Precedence.Primary;
    }

    private static string OutsideBrackets(string text)
    {
        int depth = 0;
        List<char> outside = [];
        foreach (char character in text)
        {
            bool isBar = character == '|';
            if (character is ')' or ']' or '⌋' || (isBar && depth > 0))
            {
                depth--;
            }

            if (depth == 0)
            {
                outside.Add(character);
            }

            if (character is '(' or '[' or '⌊' || (isBar && outside.Count == 1))
            {
                depth++;
            }
        }

        return new string([.. outside]);
    }
}
