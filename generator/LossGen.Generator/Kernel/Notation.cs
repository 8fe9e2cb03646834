using System.Globalization;
using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>
/// How an op is written as mathematics. A text holds its arguments by number, each with the least precedence that it may have there without parentheses;
/// without one it needs none: <c>{0:Additive} − log({1})</c>. The number after those of the arguments is the result's type.
/// </summary>
internal sealed record Notation
{
    private readonly Precedence precedence;
    private readonly string? text;
    private readonly bool isOfMathematicsOnly;

    private Notation(Precedence precedence, string? text, bool isOfMathematicsOnly)
    {
        this.precedence = precedence;
        this.text = text;
        this.isOfMathematicsOnly = isOfMathematicsOnly;
    }

    private Func<EquatableArray<Expr>, bool>? IsSpecial { get; init; }

    private Notation? Special { get; init; }

    private Func<EquatableArray<Expr>, Expr?>? Plainer { get; init; }

    /// <summary>The op's name, with the arguments in parentheses.</summary>
    public static Notation Function { get; } = new(Precedence.Primary, null, false);

    /// <summary>A text that dumps have too.</summary>
    public static Notation Of(Precedence precedence, string text) => new(precedence, text, isOfMathematicsOnly: false);

    /// <summary>A text for what dumps write as a function: there it has to be seen which op it is.</summary>
    public static Notation OfMathematics(Precedence precedence, string text) => new(precedence, text, isOfMathematicsOnly: true);

    /// <summary>The same, but for some arguments another notation.</summary>
    public Notation Unless(Func<EquatableArray<Expr>, bool> condition, Notation otherwise) => this with { IsSpecial = condition, Special = otherwise };

    /// <summary>The same, but where mathematics has a plainer expression for it, the text of that; null where it has none.</summary>
    public Notation ReadAs(Func<EquatableArray<Expr>, Expr?> plainer) => this with { Plainer = plainer };

    /// <summary>The expression that mathematics writes instead; null for none.</summary>
    public Expr? Reading(Apply apply) => Plainer?.Invoke(apply.Arguments);

    /// <summary>Writes an op of this notation.</summary>
    /// <param name="apply">The op with its arguments.</param>
    /// <param name="isDump">Whether it is written for a dump.</param>
    /// <param name="write">Writes an argument, in parentheses if it holds together less than this.</param>
    public (string Text, Precedence Precedence) Write(Apply apply, bool isDump, Func<Expr, Precedence, string> write)
    {
        if (IsSpecial?.Invoke(apply.Arguments) == true)
        {
            return Special!.Write(apply, isDump, write);
        }

        if (text is null || (isDump && isOfMathematicsOnly))
        {
            IEnumerable<string> arguments = apply.Arguments.Select(argument => write(argument, Precedence.Conditional));
            return ($"{Operations.Get(apply.Op).Name}({string.Join(", ", arguments)})", Precedence.Primary);
        }

        object[] parts = [.. apply.Arguments.Select(argument => new Part(argument, write)), apply.Type];
        return (string.Format(CultureInfo.InvariantCulture, text, parts), precedence);
    }

    /// <summary>An argument, whose format in a text is the least precedence.</summary>
    private sealed class Part(Expr argument, Func<Expr, Precedence, string> write) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) =>
            write(argument, format is null ? Precedence.Conditional : (Precedence)Enum.Parse(typeof(Precedence), format));
    }
}
