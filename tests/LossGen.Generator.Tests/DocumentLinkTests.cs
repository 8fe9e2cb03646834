using System.Text.RegularExpressions;
using LossGen.Tests;

namespace LossGen.Generator.Tests;

/// <summary>Every link between the documents of the repository leads to a file that is there, and to a heading of it.</summary>
public sealed partial class DocumentLinkTests
{
    // What a fresh project gets, or what is not written by hand.
    private static readonly string[] Elsewhere = ["bin", "obj", "Snapshots", "content", "artifacts", "BenchmarkDotNet.Artifacts", "TestResults", "node_modules", "site"];

    public static TheoryData<string> Documents => [.. Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
        .Select(static path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Where(static path => !path.Split('/').Any(static part => Elsewhere.Contains(part) || (part.StartsWith('.') && part != ".github")))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryLinkLeadsSomewhere(string document)
    {
        string path = Path.Combine(Repository.Root, document);
        foreach (string link in Links(File.ReadAllText(path)).Where(static link => !link.Contains("://", StringComparison.Ordinal)))
        {
            string[] parts = link.Split('#');
            string target = parts[0].Length == 0 ? path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, Uri.UnescapeDataString(parts[0])));
            Assert.True(Path.Exists(target), $"{document} links to {link}, which does not exist.");
            Assert.True(parts.Length == 1 || Anchors(target).Contains(parts[1]), $"{document} links to {link}, a heading that does not exist.");
        }
    }

    private static IEnumerable<string> Links(string text) => Link().Matches(Code().Replace(text, "")).Select(static match => match.Groups[1].Value);

    private static IEnumerable<string> Anchors(string path) => Heading().Matches(Fence().Replace(File.ReadAllText(path), "")).Select(static match => string
        .Concat(match.Groups[1].Value.Trim().ToLowerInvariant().Where(static c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_'))
        .Replace(' ', '-'));

    [GeneratedRegex(@"\]\(<?([^)\s>]+)>?\)")]
    private static partial Regex Link();

    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
