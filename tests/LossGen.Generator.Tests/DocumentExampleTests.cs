using System.Text.RegularExpressions;
using LossGen.Generator.Tests.Support;
using LossGen.Tests;

namespace LossGen.Generator.Tests;

/// <summary>Examples in documents that are not written by a test: a declaration compiles, and anything else is in a program of the repository, or, with TorchSharp, in its tests.</summary>
public sealed partial class DocumentExampleTests
{
    public static TheoryData<string> Documents =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(static path => "docs/" + Path.GetFileName(path)).Append("README.md").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task EveryDeclarationCompiles(string document)
    {
        foreach (string declarations in Examples(document).Where(IsDeclaration))
        {
            await DiagnosticTester.ExpectValidAsync(
                "using System;\n" + declarations.Replace("using LossGen;", "", StringComparison.Ordinal),
                losses: declarations.Split("partial class").Length - 1);
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryOtherExampleIsInAProgram(string document)
    {
        string[] programs = [.. new[] { "samples", "templates", "tests/LossGen.TorchSharp.Tests" }
            .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(static path => !path.EndsWith(".verified.cs", StringComparison.Ordinal) && !path.Split(Path.DirectorySeparatorChar).Contains("obj"))
            .Select(static path => Statements(File.ReadAllText(path)))];
        Assert.All(
            Examples(document).Where(static example => !IsDeclaration(example) && !IsForAnotherLibrary(example)),
            example => Assert.True(programs.Any(program => program.Contains(Statements(example), StringComparison.Ordinal)), "No program has\n" + example));
    }

    private static bool IsDeclaration(string example) => example.Contains("partial class", StringComparison.Ordinal);

    // ML.NET is not among the packages of this repository.
    private static bool IsForAnotherLibrary(string example) => example.Contains("IRegressionLoss", StringComparison.Ordinal);

    // Code without margins, comments at the ends of lines and empty lines.
    private static string Statements(string code) => string.Join('\n', code.Split('\n').Select(static line => Comment().Replace(line, "").Trim()).Where(static line => line.Length > 0));

    private static IEnumerable<string> Examples(string document) =>
        Example().Matches(Generated().Replace(File.ReadAllText(Path.Combine(Repository.Root, document)), "")).Select(static match => match.Groups[1].Value);

    [GeneratedRegex("<!-- generated: .*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Generated();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(" *//.*$")]
    private static partial Regex Comment();
}
