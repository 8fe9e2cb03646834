namespace LossGen.Explorer.Mathematics;

/// <summary>A line of mathematics: as the compiler writes it, and as MathML if it reads as mathematics.</summary>
internal sealed record MathLine(string Text, string? Markup)
{
    public static MathLine Expression(string text) => new(text, MathMarkup.Expression(text));

    public static MathLine Equation(string text) => new(text, MathMarkup.Equation(text));
}
