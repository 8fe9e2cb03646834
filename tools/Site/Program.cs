using LossGen.Site;

// Renders the documents and the reference of the library, and looks for links that lead nowhere.
string folder = Path.Combine(BuildFacts.Repository, "artifacts", "site");
if (Directory.Exists(folder))
{
    Directory.Delete(folder, recursive: true);
}

string content = Path.Combine(BuildFacts.Repository, "tools", "Site", "Content");
foreach (string file in Directory.EnumerateFiles(content, "*", SearchOption.AllDirectories))
{
    string target = Path.Combine(folder, Path.GetRelativePath(content, file));
    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
    File.Copy(file, target);
}

string library = Directory.CreateDirectory(Path.Combine(folder, "library")).FullName;
File.Copy(BuildFacts.Library, Path.Combine(library, "LossGen.dll"));
File.Copy(Path.ChangeExtension(BuildFacts.Library, ".xml"), Path.Combine(library, "LossGen.xml"));

new SourcePages(BuildFacts.Repository, folder).Write();
new Contents(folder).Write();

if (!DocFx.Restore())
{
    Console.Error.WriteLine("docfx, which .config/dotnet-tools.json names, cannot be restored here: the pages were written to artifacts/site, but not rendered.");
    return 3;
}

if (!DocFx.Render(folder))
{
    return 1;
}

string site = Path.Combine(folder, "html");
IReadOnlyList<string> broken = BrokenLinks.Find(site);
foreach (string link in broken)
{
    Console.Error.WriteLine("leads nowhere: " + link);
}

Console.WriteLine($"{Directory.GetFiles(site, "*.html", SearchOption.AllDirectories).Length} pages, {broken.Count} broken links: {Path.Combine(site, "index.html")}");
return broken.Count == 0 ? 0 : 1;
