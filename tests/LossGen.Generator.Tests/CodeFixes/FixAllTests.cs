using System.Reflection;
using LossGen.CodeFixes;
using LossGen.Tests;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.Generator.Tests.CodeFixes;

/// <summary>
/// Which fixes are applied everywhere at once, by an editor's "fix all" and by <c>dotnet format</c>, without review: only those that leave no choice.
/// The table in docs/diagnostics/README.md says so for each fix.
/// </summary>
public sealed class FixAllTests
{
    private static readonly FixAllScope[] Everywhere = [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    private static CodeFixProvider[] Providers { get; } =
    [
        .. from type in typeof(AttributeCodeFixProvider).Assembly.GetTypes()
           where type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null
           select (CodeFixProvider)Activator.CreateInstance(type)!,
    ];

    [Fact]
    public void TheTableHasEveryFix() => Assert.Equal(
        Providers.SelectMany(static provider => provider.FixableDiagnosticIds).Order(StringComparer.Ordinal),
        Rows().Select(static row => row.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void TheTableSaysWhatIsFixedAtOnce() => Assert.All(Rows(), static row =>
    {
        CodeFixProvider provider = Assert.Single(Providers, provider => provider.FixableDiagnosticIds.Contains(row.Id));
        FixAllProvider? fixAll = provider.GetFixAllProvider();
        Assert.Equal(row.AtOnce switch { "yes" => true, "no" => false, var other => throw new FormatException(other) }, fixAll is not null);
        Assert.NotEmpty(row.Reason);
        if (fixAll is not null)
        {
            Assert.Equal(Everywhere, fixAll.GetSupportedFixAllScopes().Take(3));
        }
    });

    private static (string Id, string AtOnce, string Reason)[] Rows()
    {
        string page = File.ReadAllText(Path.Combine(Repository.DiagnosticPages, "README.md"));
        string section = page.Split("\n## ").Single(static section => section.StartsWith("Code fixes\n", StringComparison.Ordinal));
        return
        [
            .. from line in section.Split('\n')
               where line.StartsWith("| LG", StringComparison.Ordinal)
               let cells = line.Trim('|', ' ').Split(" | ")
               select (cells[0], cells[2], cells[3]),
        ];
    }
}
