using System.Text;

namespace LossGen.Site;

/// <summary>The tables of contents beside the guides and beside the diagnostics.</summary>
/// <param name="folder">Where the pages are.</param>
internal sealed class Contents(string folder)
{
    // Guides in the order in which they are read. A page that is not named here follows them.
    private static readonly string[] Guides =
    [
        "first-loss.md", "own-losses.md", "weights-and-masks.md", "several-cores.md", "several-machines.md", "boosting.md", "half-precision.md", "coming-from-pytorch.md", "in-a-team.md",
        "performance.md", "trust.md", "rules.md", "architecture.md",
    ];

    public void Write()
    {
        string docs = Path.Combine(folder, "docs");
        string[] pages = [.. Pages(docs)];
        Write(docs, [.. Guides.Where(pages.Contains), .. pages.Except(Guides)]);

        string diagnostics = Path.Combine(docs, "diagnostics");
        Write(diagnostics, ["index.md", .. Pages(diagnostics).Where(static page => page != "index.md")]);
    }

    private static IEnumerable<string> Pages(string folder) => Directory.EnumerateFiles(folder, "*.md").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static void Write(string folder, IEnumerable<string> pages)
    {
        var contents = new StringBuilder();
        foreach (string page in pages)
        {
            string title = File.ReadLines(Path.Combine(folder, page)).First(static line => line.StartsWith("# ", StringComparison.Ordinal))[2..];
            contents.Append("- name: '").Append(title.Replace("'", "''", StringComparison.Ordinal)).Append("'\n  href: ").Append(page).Append('\n');
        }

        File.WriteAllText(Path.Combine(folder, "toc.yml"), contents.ToString());
    }
}
