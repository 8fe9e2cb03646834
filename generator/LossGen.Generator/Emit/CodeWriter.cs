using System.Text;

namespace LossGen.Generator.Emit;

/// <summary>Collects indented lines; every line ends in <c>\n</c>, on every system.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            text.Append(' ', 4 * depth).Append(line);
        }

        text.Append('\n');
    }

    /// <summary>A head line and braces around what is written until the result is disposed.</summary>
    public IDisposable Block(string head)
    {
        Line(head);
        return Indented("{", "}");
    }

    /// <summary>An opening and a closing line around what is written, indented, until the result is disposed.</summary>
    public IDisposable Indented(string opening, string closing)
    {
        Line(opening);
        depth++;
        return new End(this, closing);
    }

    public override string ToString() => text.ToString();

    private sealed class End(CodeWriter writer, string closing) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            writer.Line(closing);
        }
    }
}
