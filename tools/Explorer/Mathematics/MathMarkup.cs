using System.Net;
using static LossGen.Explorer.Mathematics.FormulaReader;

namespace LossGen.Explorer.Mathematics;

/// <summary>Writes mathematics as MathML, which browsers set by themselves.</summary>
internal static class MathMarkup
{
    private const int Prefix = Multiplicative + 1;
    private const int Primary = Prefix + 1;

    private const string GradientSuffix = "Gradient";

    /// <summary>A formula of the compiler, such as <c>log(1 + exp(x)) − y·x</c>; null if it does not read as mathematics.</summary>
    public static string? Expression(string text) => Read(text) is { } formula ? Math(Write(formula)) : null;

    /// <summary>A name and what it stands for, such as <c>xGradient = scale·(x − y)</c>; null if it does not read as mathematics.</summary>
    public static string? Equation(string text) => text.Split(" = ", 2) is [string name, string value] && Read(value) is { } formula
        ? Math(LeftSide(name, value) + Operator("=") + Write(formula))
        : null;

    // A gradient along an axis is that by the element of class c.
    private static string LeftSide(string name, string rightSide)
    {
        if (!name.EndsWith(GradientSuffix, StringComparison.Ordinal))
        {
            return Identifier(name);
        }

        string input = Identifier(name[..^GradientSuffix.Length]);
        string element = rightSide.Contains("[c]", StringComparison.Ordinal) ? $"<msub>{input}{Identifier("c")}</msub>" : input;
        return $"<mfrac><mrow>{Operator("∂")}{Identifier("L")}</mrow><mrow>{Operator("∂")}{element}</mrow></mfrac>";
    }

    private static string Write(Formula formula) => formula switch
    {
        Sequence sequence => string.Join(Operator(",") + Space, sequence.Formulas.Select(static each => Row(Write(each)))),
        Number number => $"<mn>{Text(number.Digits)}</mn>",
        Name name => Identifier(name.Text),
        ElementOf element => $"<msub>{Identifier(element.Tensor)}{Row(Write(element.Index))}</msub>",
        Call { Function: "exp", Arguments: [Name or ElementOf or Number or Sign { Operand: Name or ElementOf }] } power => $"<msup>{Identifier("e")}{Row(Write(power.Arguments[0]))}</msup>",
        Call { Function: "sigmoid" } call => Applied("σ", call.Arguments),
        Call { Arguments: [Over] } call when call.Function == "log" => Identifier("log") + Space + Write(call.Arguments[0]),
        Call call => Applied(call.Function, call.Arguments),
        Over over => $"<munder>{(over.Reduction is "Σ" or "sum" ? "<mo largeop=\"true\">∑</mo>" : "<mi>" + Text(over.Reduction == "maximum" ? "max" : over.Reduction) + "</mi>")}{Row(Write(over.Index))}</munder>{Space}{At(over.Body, Multiplicative)}",
        Chain chain => string.Concat(chain.Operands.Select((operand, number) =>
            (number == 0 ? "" : Operator(chain.Operators[number - 1])) + At(operand, number == 0 ? chain.Level : chain.Level + 1))),
        Quotient quotient => $"<mfrac>{Row(Write(quotient.Dividend))}{Row(Write(quotient.Divisor))}</mfrac>",
        Sign sign => Operator(sign.Operator) + At(sign.Operand, Prefix),
        Root { IsCubic: true } root => $"<mroot>{Row(Write(root.Radicand))}<mn>3</mn></mroot>",
        Root root => $"<msqrt>{Write(root.Radicand)}</msqrt>",
        Power power => $"<msup>{Row(At(power.Base, Primary))}{Row(Write(power.Exponent))}</msup>",
        Fenced fenced => Operator(fenced.Open) + Row(Write(fenced.Content)) + Operator(fenced.Close),
        Choice { Then: Number { Digits: "1" }, Otherwise: Number { Digits: "0" } } choice => Operator("[") + Row(Write(choice.Condition)) + Operator("]"),
        Choice choice => Cases(choice),
        _ => throw new InvalidOperationException($"Unknown formula {formula.GetType().Name}."),
    };

    private static string Cases(Choice choice) => Row(
        Operator("{") + "<mtable columnalign=\"left\">"
        + $"<mtr><mtd>{Write(choice.Then)}</mtd><mtd><mtext>if </mtext>{Write(choice.Condition)}</mtd></mtr>"
        + $"<mtr><mtd>{Write(choice.Otherwise)}</mtd><mtd><mtext>otherwise</mtext></mtd></mtr></mtable>");

    private static string Applied(string function, IReadOnlyList<Formula> arguments) =>
        $"<mi>{Text(function)}</mi><mo>&#x2061;</mo>" + Row(Operator("(") + string.Join(Operator(","), arguments.Select(Write)) + Operator(")"));

    private static string At(Formula formula, int least) => LevelOf(formula) >= least ? Write(formula) : Row(Operator("(") + Write(formula) + Operator(")"));

    // Where what stands inside needs no parentheses, as after a sum's sign, the level is that of a product.
    private static int LevelOf(Formula formula) => formula switch
    {
        Chain chain => chain.Level,
        Over => Multiplicative,
        Call { Arguments: [Over] } => Multiplicative,
        Sign => Prefix,
        Quotient or Power => Prefix,
        _ => Primary,
    };

    private static string Math(string content) => $"<math display=\"block\"><mrow>{content}</mrow></math>";

    private static string Row(string content) => $"<mrow>{content}</mrow>";

    // A single letter is italic by its style: the letters that mathvariant would take instead are missing from most fonts.
    private static string Identifier(string name) => $"<mi mathvariant=\"normal\"{(name.Length == 1 ? " class=\"letter\"" : "")}>{Text(name)}</mi>";

    private static string Operator(string written) => $"<mo>{Text(written == "·" ? "⋅" : written)}</mo>";

    private static string Space => "<mspace width=\"0.17em\"></mspace>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
