using Spectre.Console;
using Spectre.Console.Rendering;

namespace LossGen.Explain.Printing;

/// <summary>The destination of lines and tables, with or without colours.</summary>
internal sealed class Page
{
    // Whatever shows the lines wraps them: they stay whole in a file, and when copied from a terminal.
    private const int Width = 1_000_000;

    private readonly IAnsiConsole _console;

    public Page(TextWriter writer, bool hasColours)
    {
        Writer = writer;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = hasColours ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasColours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        _console.Profile.Width = Width;
    }

    /// <summary>For text that is written unchanged.</summary>
    public TextWriter Writer { get; }

    public void Line() => _console.WriteLine();

    public void Line(string text, Style? style = null)
    {
        _console.Write(new Text(text, style));
        _console.WriteLine();
    }

    public void Markup(FormattableString markup) => _console.MarkupLineInterpolated(markup);

    public void Write(IRenderable table) => _console.Write(table);
}
