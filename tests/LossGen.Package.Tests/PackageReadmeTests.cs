using System.Text.RegularExpressions;
using LossGen.Package.Tests.Support;

namespace LossGen.Package.Tests;

/// <summary>The pages of the packages, which are read far from the repository.</summary>
public sealed partial class PackageReadmeTests
{
    private const string OnMain = "https://github.com/lossgen/lossgen/blob/main/";

    public static TheoryData<string> Pages => ["runtime/LossGen/README.md", "templates/LossGen.Templates/README.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryLinkIsAbsoluteAndLeadsToAFile(string page)
    {
        string[] links = [.. Link().Matches(Read(page)).Select(static match => match.Groups[1].Value)];
        Assert.NotEmpty(links);
        Assert.All(links, static link =>
        {
            Assert.StartsWith("https://", link, StringComparison.Ordinal);
            if (link.StartsWith(OnMain, StringComparison.Ordinal))
            {
                string[] parts = link[OnMain.Length..].Split('#');
                string file = Path.Combine(BuildFacts.Repository, parts[0]);
                Assert.True(File.Exists(file), link);
                Assert.True(parts.Length == 1 || File.ReadLines(file).Any(line => line.StartsWith('#') && Anchor(line) == parts[1]), link);
            }
        });
    }

    /// <summary>Its comments would be shown as text.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void ThereIsNoHtml(string page) => Assert.DoesNotMatch("<[a-z!/]", Code().Replace(Read(page), ""));

    /// <summary>What the page shows is compiled and tested: it is in the program that the template makes.</summary>
    [Fact]
    public void EveryExampleIsInTheTemplate()
    {
        string[] files = [.. Directory.GetFiles(Path.Combine(BuildFacts.Repository, "templates", "LossGen.Templates", "content"), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.EndsWith(".verified.cs", StringComparison.Ordinal))
            .Select(static file => WithoutMargins(File.ReadAllText(file)))];
        string[] examples = [.. CSharp().Matches(Read("runtime/LossGen/README.md")).Select(static match => WithoutMargins(match.Groups[1].Value))];
        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Contains(files, file => file.Contains(example, StringComparison.Ordinal)));
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(BuildFacts.Repository, page));

    private static string WithoutMargins(string code) => string.Join('\n', code.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0));

    private static string Anchor(string heading) => string.Concat(heading.TrimStart('#').Trim().ToLowerInvariant().Where(static c => char.IsLetterOrDigit(c) || c is ' ' or '-')).Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex("```.*?```|`[^`]*`", RegexOptions.Singleline)]
    private static partial Regex Code();
}
