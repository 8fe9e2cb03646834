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
        Line("{");
        depth++;
        return new End(this);
    }

    public override string ToString() => text.ToString();

    private sealed class End(CodeWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            writer.Line("}");
        }
    }
}
