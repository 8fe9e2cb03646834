using System.Text.RegularExpressions;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Compiler;
using LossGen.Tests;

namespace LossGen.Generator.Tests;

/// <summary>The checklists for contributors name every file that has to change, and none that is not there.</summary>
public sealed partial class ContributingTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md"));

    [Fact]
    public void EveryFileThatIsNamedExists()
    {
        string[] paths = [.. Paths(Text)];
        Assert.NotEmpty(paths);
        Assert.All(paths, static path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
    }

    [Fact]
    public void AnOpIsAddedToEveryTable() => Assert.Subset(
        Paths(Section("Add an op")).ToHashSet(),
        OpTable.All.SelectMany(static table => table.Files).Append("generator/LossGen.Generator/Kernel/Op.cs").ToHashSet());

    /// <summary>Whichever file of the generator names all losses has to name a new one.</summary>
    [Fact]
    public void ALossIsAddedToEveryListOfLosses()
    {
        string[] losses = [.. Enum.GetValues<LossKind>().Where(static kind => !kind.ToString().StartsWith("Custom", StringComparison.Ordinal)).Select(static kind => "LossKind." + kind)];
        string[] lists = [.. Sources("generator/LossGen.Generator").Where(file => losses.All(loss => File.ReadAllText(Path.Combine(Repository.Root, file)).Contains(loss, StringComparison.Ordinal)))];
        Assert.NotEmpty(lists);
        Assert.Subset(Paths(Section("Add a loss")).ToHashSet(), lists.ToHashSet());
    }

    [Fact]
    public void ARuleIsAddedWhereRulesAre() => Assert.All(
        Sources("generator/LossGen.Generator").Where(static file => File.ReadAllText(Path.Combine(Repository.Root, file)).Contains("new Rewrite(", StringComparison.Ordinal)),
        static file => Assert.Contains(Paths(Section("Add a rule")), path => file.StartsWith(path, StringComparison.Ordinal)));

    /// <summary>Whichever file names every diagnostic has to name a new one.</summary>
    [Fact]
    public void ADiagnosticIsAddedToEveryListOfDiagnostics()
    {
        string[] paths = [.. Paths(Section("Add a diagnostic"))];
        string[] ids = [.. Descriptors.All.Select(static descriptor => descriptor.Id)];
        string[] files =
        [
            .. Sources("generator/LossGen.Generator"),
            .. Sources("tests/LossGen.Generator.Tests"),
            .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Select(Relative),
        ];
        string[] lists = [.. files.Where(file => ids.All(id => File.ReadAllText(Path.Combine(Repository.Root, file)).Contains(id, StringComparison.Ordinal)))];
        Assert.NotEmpty(lists);
        Assert.All(lists, list => Assert.Contains(paths, path => list.StartsWith(path, StringComparison.Ordinal)));
    }

    private static string Section(string title)
    {
        int start = Text.IndexOf($"\n## {title}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, title);
        int end = Text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return Text[start..(end < 0 ? Text.Length : end)];
    }

    private static IEnumerable<string> Paths(string text) => QuotedPath().Matches(text).Select(static match => match.Groups[1].Value);

    private static IEnumerable<string> Sources(string folder) => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(Relative)
        .Where(static file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal));

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

    [GeneratedRegex("`((?:generator|runtime|tests|docs|tools|samples|benchmarks)/[^` *]*|[A-Za-z.]+\\.md)`")]
    private static partial Regex QuotedPath();
}
