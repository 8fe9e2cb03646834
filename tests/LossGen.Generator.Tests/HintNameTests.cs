using System.Text;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests;

/// <summary>Names of generated files: those of the classes, as far as file systems allow them.</summary>
public sealed class HintNameTests
{
    private const int Longest = 149;

    [Theory]
    [InlineData("Loss")]
    [InlineData("A.B.Outer`1+Loss")]
    [InlineData("損失.Loss")]
    public void AShortNameStaysAsItIs(string name) => Assert.Equal(name + ".g.cs", Hint(name));

    [Fact]
    public void TheLongestThatStaysHas149Letters()
    {
        string name = new('a', Longest - ".g.cs".Length);
        Assert.Equal(name + ".g.cs", Hint(name));
        Assert.NotEqual(name + "a.g.cs", Hint(name + "a"));
    }

    /// <summary>Fixed, so that files under source control keep their names.</summary>
    [Fact]
    public void ALongNameIsItsHashAndItsEnd() => Assert.Equal(
        "82ffa58746c3e53d40f4aa1b21e49d7d.s.That.Go.On.And.On.Namespaces.That.Go.On.And.On.Namespaces.That.Go.On.And.On.Namespaces.That.Go.On.And.On.Loss.g.cs",
        Hint(string.Concat(Enumerable.Repeat("Namespaces.That.Go.On.And.On.", 10)) + "Loss"));

    [Fact]
    public void NoTwoLongNamesMeetAndNoneIsTooLong()
    {
        const int Count = 20_000;
        var random = new Random(1);
        HashSet<string> names = [];
        while (names.Count < Count)
        {
            // Many with the same end, many that differ in one letter, some with letters that take three bytes.
            string part = new(random.Next(4) == 0 ? '損' : 'n', random.Next(20, 200));
            names.Add(part.Insert(random.Next(part.Length), random.Next(1000).ToString("x", System.Globalization.CultureInfo.InvariantCulture)) + ".Outer`2+" + new string('x', random.Next(120)) + "Loss");
        }

        string[] hints = [.. names.Select(Hint)];
        Assert.All(hints, static hint => Assert.InRange(Encoding.UTF8.GetByteCount(hint), 1, Longest));
        Assert.Equal(Count, hints.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(hints, names.Select(Hint));
    }

    [Fact]
    public void FilesOfLongNamesAreGenerated()
    {
        string space = string.Join(".", Enumerable.Repeat("Rather.Long.Namespace", 10));
        string[] hints = [.. GeneratorTester.Generate($"namespace {space} {{ partial class Outer<TFirst, TSecond> {{ [LossGen.SquareLoss] partial class Loss; [LossGen.SquareLoss] partial class Other; }} }}").Keys];
        Assert.Equal(2, hints.Length);
        Assert.All(hints, static hint => Assert.InRange(hint.Length, 1, Longest));
        Assert.Single(hints, static hint => hint.EndsWith(".Rather.Long.Namespace.Outer`2+Loss.g.cs", StringComparison.Ordinal));
    }

    private static string Hint(string metadataName) => new LossType("", EquatableArray.Of(new TypeDeclaration("class", "Loss")), metadataName).HintName;
}
