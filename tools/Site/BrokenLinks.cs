using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace LossGen.Site;

/// <summary>Links of a rendered site that lead to no page of it, or to no place of a page.</summary>
internal static class BrokenLinks
{
    public static IReadOnlyList<string> Find(string site)
    {
        var parser = new HtmlParser();
        Dictionary<string, IDocument> pages = Directory.EnumerateFiles(site, "*.html", SearchOption.AllDirectories)
            .ToDictionary(static path => path, path => (IDocument)parser.ParseDocument(File.ReadAllText(path)));
        return
        [
            .. pages.SelectMany(page => Targets(page.Value)
                .Where(target => !Leads(page.Key, target, pages))
                .Select(target => $"{Path.GetRelativePath(site, page.Key)}: {target}"))
                .Order(StringComparer.Ordinal),
        ];
    }

    // Addresses within the site, of links, images, scripts and styles.
    private static IEnumerable<string> Targets(IDocument page) => page.QuerySelectorAll("[href], [src]")
        .Select(static element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
        .Where(static target => target.Length > 0 && !target.Contains(':', StringComparison.Ordinal))
        .Distinct();

    private static bool Leads(string page, string target, Dictionary<string, IDocument> pages)
    {
        string[] parts = target.Split('#');
        string path = parts[0].Split('?')[0];
        string file = path.Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, Uri.UnescapeDataString(path)));
        if (Directory.Exists(file))
        {
            file = Path.Combine(file, "index.html");
        }

        return File.Exists(file)
            && (parts.Length == 1 || parts[1].Length == 0 || !pages.TryGetValue(file, out IDocument? aim) || aim.GetElementById(Uri.UnescapeDataString(parts[1])) is not null);
    }
}
