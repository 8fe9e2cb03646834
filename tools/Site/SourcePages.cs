using System.Text.RegularExpressions;

namespace LossGen.Site;

/// <summary>
/// The repository's documents, copied to where docfx reads them. A link to another document stays, and a link to a source file or a folder leads to it on GitHub. README.md becomes the page
/// of its folder.
/// </summary>
/// <param name="repository">The root of the repository.</param>
/// <param name="folder">Where the copies go.</param>
internal sealed partial class SourcePages(string repository, string folder)
{
    private const string Files = "https://github.com/lossgen/lossgen/blob/main/";
    private const string Folders = "https://github.com/lossgen/lossgen/tree/main/";

    private readonly HashSet<string> pages = [.. Documents(repository)];

    public void Write()
    {
        foreach (string page in pages)
        {
            string text = File.ReadAllText(Path.Combine(repository, page));
            string target = Path.Combine(folder, Renamed(page));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, Link().Replace(WithLanguages(Comment().Replace(text, "")), match => $"]({Rewritten(match.Groups["target"].Value, page)}{match.Groups["anchor"].Value})"));
        }

        foreach (string image in Images())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, image))!);
            File.Copy(Path.Combine(repository, image), Path.Combine(folder, image), overwrite: true);
        }
    }

    private static IEnumerable<string> Documents(string repository) =>
        new[] { "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "samples/Digits/DATA.md" }
            .Concat(Below(repository, "docs", "*.md"))
            .Concat(Directory.EnumerateDirectories(Path.Combine(repository, "benchmarks")).SelectMany(project => Below(repository, Path.GetRelativePath(repository, project), "README.md", SearchOption.TopDirectoryOnly)));

    private IEnumerable<string> Images() => Below(repository, "docs", "*.png").Concat(Below(repository, "assets", "icon.*"));

    private static IEnumerable<string> Below(string repository, string folder, string pattern, SearchOption depth = SearchOption.AllDirectories) =>
        Directory.EnumerateFiles(Path.Combine(repository, folder), pattern, depth).Select(path => Slashes(Path.GetRelativePath(repository, path)));

    // A link without an address, as it has to read from the page's new name.
    private string Rewritten(string target, string page)
    {
        if (target.Length == 0 || target.Contains("://", StringComparison.Ordinal))
        {
            return target;
        }

        string file = Slashes(Path.GetRelativePath(repository, Path.GetFullPath(Path.Combine(repository, Path.GetDirectoryName(page)!, target))));
        return pages.Contains(file) ? Renamed(target)
            : file.EndsWith(".png", StringComparison.Ordinal) && File.Exists(Path.Combine(repository, file)) ? target
            : (Directory.Exists(Path.Combine(repository, file)) ? Folders : Files) + file;
    }

    // A block that does not say what language it is in is text: highlighting would guess one.
    private static string WithLanguages(string text)
    {
        bool isInside = false;
        return string.Join('\n', text.Split('\n').Select(line =>
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                return line;
            }

            isInside = !isInside;
            return isInside && line == "```" ? "```text" : line;
        }));
    }

    private static string Renamed(string path) => path.EndsWith("README.md", StringComparison.Ordinal) ? path[..^"README.md".Length] + "index.md" : path;

    private static string Slashes(string path) => path.Replace('\\', '/');

    [GeneratedRegex(@"\]\((?<target>[^)#\s]*)(?<anchor>#[^)\s]*)?\)")]
    private static partial Regex Link();

    // Marks of the parts that tests write.
    [GeneratedRegex("^<!-- (generated: .*|end) -->\n", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
