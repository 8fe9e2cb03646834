using System.Text.RegularExpressions;

namespace LossGen.Explain.MachineCode;

/// <summary>The machine code of a method, as the runtime prints it.</summary>
internal sealed partial class AssemblyListing
{
    private AssemblyListing(IReadOnlyList<string> lines)
    {
        Lines = lines;
        Loops = FindLoops(lines);
    }

    public IReadOnlyList<string> Lines { get; }

    /// <summary>The innermost loops, the one with the most vector instructions first.</summary>
    public IReadOnlyList<MachineLoop> Loops { get; }

    public static AssemblyListing Parse(string text)
    {
        IEnumerable<string> lines = text.ReplaceLineEndings("\n").Split('\n').Select(static line => line.TrimEnd());
        return new AssemblyListing([.. lines.SkipWhile(static line => line.Length == 0).Reverse().SkipWhile(static line => line.Length == 0).Reverse()]);
    }

    public static bool IsInstruction(string line) => Instruction().IsMatch(line);

    // A jump to a label above it ends a loop; of several jumps to one label, the last does.
    private static List<MachineLoop> FindLoops(IReadOnlyList<string> lines)
    {
        Dictionary<string, int> labels = [];
        Dictionary<int, int> ends = [];
        for (int i = 0; i < lines.Count; i++)
        {
            if (Label().Match(lines[i]) is { Success: true } label)
            {
                labels[label.Value] = i;
            }
            else if (IsInstruction(lines[i]) && Target().Match(lines[i]) is { Success: true } target && labels.TryGetValue(target.Value, out int start))
            {
                ends[start] = i;
            }
        }

        List<MachineLoop> loops = [.. ends.Select(loop => new MachineLoop(loop.Key, loop.Value, [.. lines.Skip(loop.Key).Take(loop.Value - loop.Key + 1)]))];
        return [.. loops.Where(loop => !loops.Exists(loop.Holds)).OrderByDescending(static loop => loop.VectorInstructions).ThenBy(static loop => loop.First)];
    }

    [GeneratedRegex(@"^G_M\w+_IG\d+(?=:)")]
    private static partial Regex Label();

    [GeneratedRegex(@"G_M\w+_IG\d+$")]
    private static partial Regex Target();

    // Alignment of the next label is not an instruction, nor are the constants after the code.
    [GeneratedRegex(@"^\s+(?!(align|d[bwdq])\s)[a-z]")]
    private static partial Regex Instruction();
}
