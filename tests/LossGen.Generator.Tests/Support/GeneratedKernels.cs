namespace LossGen.Generator.Tests.Support;

/// <summary>The kernels of a generated file.</summary>
internal static class GeneratedKernels
{
    // From a method's signature to its closing brace, which is in the same column.
    public static IEnumerable<(string Name, int Lines)> In(string file)
    {
        string[] lines = file.Split('\n');
        for (int head = 0; head < lines.Length; head++)
        {
            string line = lines[head];
            if (line.TrimStart().StartsWith("private static", StringComparison.Ordinal) && line.Contains("Block", StringComparison.Ordinal) && !line.EndsWith(';'))
            {
                string end = line[..^line.TrimStart().Length] + "}";
                yield return (line.Trim(), Array.IndexOf(lines, end, head) - head + 1);
            }
        }
    }

    /// <summary>A method with the comment above it, moved to the margin.</summary>
    public static string[] WithComment(string file, string method)
    {
        string[] lines = file.Split('\n');
        int head = Array.FindIndex(lines, line => line.Contains("private static", StringComparison.Ordinal) && (line.Contains($" {method}(", StringComparison.Ordinal) || line.Contains($" {method}<", StringComparison.Ordinal)));
        int first = head;
        while (lines[first - 1].TrimStart().StartsWith("//", StringComparison.Ordinal))
        {
            first--;
        }

        int last = Array.FindIndex(lines, head, static line => line == "        }");
        return [.. lines[first..(last + 1)].Select(static line => line.Length > 8 ? line[8..] : "")];
    }
}
