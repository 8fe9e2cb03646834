using System.Runtime.CompilerServices;
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
            Indent().Append(line);
        }

        text.Append('\n');
    }

    /// <summary>A line whose parts were written one after another, rather than first joined.</summary>
    public void Line([InterpolatedStringHandlerArgument("")] Parts parts) => parts.End();

    /// <summary>A head line and braces around what is written until the result is disposed.</summary>
    public IDisposable Block(string head)
    {
        Line(head);
        return Indented("{", "}");
    }

    /// <summary>The same, with a head line written in parts.</summary>
    public IDisposable Block([InterpolatedStringHandlerArgument("")] Parts head)
    {
        head.End();
        return Indented("{", "}");
    }

    /// <summary>An opening and a closing line around what is written, indented, until the result is disposed.</summary>
    public IDisposable Indented(string opening, string closing)
    {
        Line(opening);
        depth++;
        return new End(this, closing);
    }

    /// <summary>Further indentation of what is written until the result is disposed, as the rest of a line that is continued.</summary>
    public IDisposable Further()
    {
        depth++;
        return new End(this, closing: null);
    }

    public override string ToString() => text.ToString();

    private StringBuilder Indent() => text.Append(' ', 4 * depth);

    /// <summary>The parts of a line, written as they come.</summary>
    [InterpolatedStringHandler]
    public readonly struct Parts
    {
        private readonly StringBuilder text;

        public Parts(int literalLength, int formattedCount, CodeWriter writer)
        {
            _ = literalLength;
            _ = formattedCount;
            text = writer.Indent();
        }

        public void AppendLiteral(string part) => text.Append(part);

        public void AppendFormatted(string part) => text.Append(part);

        public void AppendFormatted(PrintedExpr part) => part.Write(text);

        public void AppendFormatted(PrintedOp part) => part.Op.Write(text, part.Arguments);

        public void AppendFormatted<T>(T part)
            where T : notnull => text.Append(part.ToString());

        public void End() => text.Append('\n');
    }

    private sealed class End(CodeWriter writer, string? closing) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            if (closing is not null)
            {
                writer.Line(closing);
            }
        }
    }
}
