using System.Text.RegularExpressions;

namespace LossGen.Explorer.Mathematics;

/// <summary>Reads mathematics as the compiler writes it: <c>log Σ[j] exp(logits[j]) − logits[label]</c>.</summary>
internal sealed partial class FormulaReader
{
    /// <summary>The level of a chain of conditions, which hold together least.</summary>
    public const int Logic = 0;

    public const int Comparison = 1;
    public const int Additive = 2;
    public const int Multiplicative = 3;

    private static readonly string[][] s_operators = [["∧", "∨"], ["=", "<", ">", "≤", "≥", "≠"], ["+", "−"], ["·", "/"]];

    private readonly string[] _tokens;
    private int _position;

    private FormulaReader(string[] tokens) => _tokens = tokens;

    private string Next => _position < _tokens.Length ? _tokens[_position] : "";

    /// <summary>The tree of a text; null if it is not mathematics, or was cut short.</summary>
    public static Formula? Read(string text)
    {
        string[] tokens = [.. Token().Matches(text).Select(static match => match.Value)];
        if (string.Concat(tokens) != text.Replace(" ", "", StringComparison.Ordinal))
        {
            return null;
        }

        var reader = new FormulaReader(tokens);
        try
        {
            IReadOnlyList<Formula> formulas = reader.Conditionals();
            return reader.Next.Length > 0 ? null : formulas is [Formula only] ? only : new Sequence(formulas);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private List<Formula> Conditionals()
    {
        List<Formula> formulas = [Conditional()];
        while (Take(","))
        {
            formulas.Add(Conditional());
        }

        return formulas;
    }

    private Formula Conditional()
    {
        Formula condition = Level(Logic);
        if (!Take("?"))
        {
            return condition;
        }

        Formula then = Level(Logic);
        Expect(":");
        return new Choice(condition, then, Level(Logic));
    }

    private Formula Level(int level)
    {
        if (level > Multiplicative)
        {
            return Prefix();
        }

        List<Formula> operands = [Level(level + 1)];
        List<string> operators = [];
        while (s_operators[level].Contains(Next))
        {
            string written = _tokens[_position++];
            Formula operand = Level(level + 1);
            if (written == "/")
            {
                operands = [new Quotient(Joined(level, operands, operators), operand)];
                operators = [];
            }
            else
            {
                operands.Add(operand);
                operators.Add(written);
            }
        }

        return Joined(level, operands, operators);
    }

    private static Formula Joined(int level, List<Formula> operands, List<string> operators) => operators.Count == 0 ? operands[0] : new Chain(level, operands, operators);

    private Formula Prefix()
    {
        if (Take("−"))
        {
            return new Sign("−", Prefix());
        }

        if (Take("√"))
        {
            return new Root(IsCubic: false, Primary());
        }

        if (Take("∛"))
        {
            return new Root(IsCubic: true, Primary());
        }

        if (Next is "Σ" or "maximum" or "sum" or "logSumExp" && _tokens.ElementAtOrDefault(_position + 1) == "[")
        {
            string reduction = _tokens[_position];
            _position += 2;
            Formula index = Level(Logic);
            Expect("]");
            return new Over(reduction, index, Level(Multiplicative));
        }

        return Postfix();
    }

    private Formula Postfix()
    {
        Formula formula = Primary();
        while (Next is "²" or "^")
        {
            formula = new Power(formula, _tokens[_position++] == "²" ? new Number("2") : Primary());
        }

        return formula;
    }

    private Formula Primary()
    {
        string token = Next;
        _position++;
        return token switch
        {
            "(" => Until(")"),
            "|" => new Fenced("|", Until("|"), "|"),
            "⌊" => new Fenced("⌊", Until("⌋"), "⌋"),
            "[" => new Choice(Until("]"), new Number("1"), new Number("0")),
            "¬" => new Sign("¬", Primary()),
            "∞" => new Number(token),
            _ when token.Length > 0 && char.IsDigit(token[0]) => new Number(token),
            _ when token.Length > 0 && IsLetter(token[0]) => Named(token),
            _ => throw new FormatException(),
        };
    }

    // A function without parentheses takes what follows: log Σ[j] …, log cosh(x), log p.
    private Formula Named(string name)
    {
        if (Take("("))
        {
            IReadOnlyList<Formula> arguments = Conditionals();
            Expect(")");
            return new Call(name, arguments);
        }

        return Take("[") ? new ElementOf(name, Until("]"))
            : Next.Length > 0 && (Next == "Σ" || IsLetter(Next[0])) ? new Call(name, [Prefix()])
            : new Name(name);
    }

    private Formula Until(string close)
    {
        Formula formula = Conditional();
        Expect(close);
        return formula;
    }

    private bool Take(string token)
    {
        bool isNext = Next == token;
        _position += isNext ? 1 : 0;
        return isNext;
    }

    private void Expect(string token)
    {
        if (!Take(token))
        {
            throw new FormatException();
        }
    }

    private static bool IsLetter(char letter) => (char.IsLetter(letter) && letter != 'Σ') || letter == '_';

    [GeneratedRegex(@"\d+(\.\d+)?([eE][+-]?\d+)?|Σ|[\p{L}_][\p{L}\p{Nd}_]*|[^\s]", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
