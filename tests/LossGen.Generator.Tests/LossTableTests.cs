using System.Text.RegularExpressions;
using LossGen.Generator.Declarations;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Support;
using LossGen.Tests;

namespace LossGen.Generator.Tests;

/// <summary>The tables of losses in README.md have a row for every attribute, with its inputs, its options and their defaults, and no other.</summary>
public sealed partial class LossTableTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    public static TheoryData<string> Rows() => [.. OfTemplates().Select(static row => row.Name)];

    [Fact]
    public void EveryAttributeWithoutOptionsHasARow() => Assert.Equal(
        LossAttributeName.All.Where(static name => name is { HasFormula: false, Template: null }).Select(static name => name.ShortName).Order(StringComparer.Ordinal),
        Table("## Losses\n").Select(static cells => Name(cells[0])).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryAttributeWithOptionsHasARow() => Assert.Equal(
        LossAttributeName.All.Where(static name => name.Template is not null).Select(static name => name.ShortName).Order(StringComparer.Ordinal),
        OfTemplates().Select(static row => row.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task ARowSaysWhatTheAttributeHas(string name)
    {
        string[] cells = OfTemplates().Single(row => row.Name == name).Cells;
        LossTemplate template = LossAttributeName.All.Single(each => each.ShortName == name).Template!;
        Assert.Equal(template.Inputs.Select(static input => input.Name), Quoted(cells[2]));
        Assert.Equal([.. template.Options.Select(static option => option.Name + " = " + Default(option)), .. template.PerClass is { } option ? new[] { option.Name } : []], Quoted(cells[3]));
        await DiagnosticTester.ExpectValidAsync(cells[0].Trim('`') + " public sealed partial class Loss;");
    }

    [Fact]
    public void EveryOptionOfALossWithoutATemplateIsInTheTableOfProperties()
    {
        string[] named = [.. Table("Every loss has\n").SelectMany(static cells => Quoted(cells[0]))];
        Assert.Empty(LossAttributeName.All.Where(static name => name.Template is null).SelectMany(static name => name.Options).Select(static option => option.Name).Except(named));
    }

    private static string Default(LossOption option) => option.Type == OptionType.Truth
        ? option.Default.Value != 0 ? "true" : "false"
        : ExactDouble.Shortest(option.Default.Value).ToLowerInvariant().Replace("e-0", "e-", StringComparison.Ordinal);

    private static IEnumerable<(string Name, string[] Cells)> OfTemplates() => Table("### Losses of torch.nn\n").Select(static cells => (Name(cells[0]), cells));

    // The rows of the first table below a heading.
    private static IEnumerable<string[]> Table(string heading) => Text[Text.IndexOf(heading, StringComparison.Ordinal)..].Split('\n')
        .SkipWhile(static line => !line.StartsWith("|---", StringComparison.Ordinal))
        .Skip(1)
        .TakeWhile(static line => line.StartsWith('|'))
        .Select(static line => line.Trim('|').Split('|').Select(static cell => cell.Trim()).ToArray());

    private static string Name(string cell) => AttributeName().Match(cell).Groups[1].Value;

    private static IEnumerable<string> Quoted(string cell) => Code().Matches(cell).Select(static match => match.Groups[1].Value);

    [GeneratedRegex(@"^`\[(\w+)")]
    private static partial Regex AttributeName();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
