using System.Collections.Immutable;
using System.Globalization;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0026, LG0027, LG0028 and LG0041: the project around the loss. Each is reported at the attribute.</summary>
public sealed class ProjectDiagnosticsTests
{
    private const string Attribute = "SquareLoss(Shape.Batch, 3)";
    private const string Source = "using LossGen; [" + Attribute + "] partial class Loss { }";

    private const string Aliased = "extern alias Losses; [Losses::LossGen.SquareLoss(3, Losses::LossGen.Shape.Batch)] partial class Loss { }";

    private static readonly Version Generator = typeof(LossGenerator).Assembly.GetName().Version!;

    [Theory]
    [InlineData("<LangVersion>12</LangVersion>", "12.0")]
    [InlineData("<LangVersion>7.3</LangVersion>", "7.3")]
    public Task LanguageVersionTooLow(string project, string version) => ExpectErrorAsync(
        project,
        "LG0026",
        "The language version is C# " + version + ", but the generated code needs C# 13.0 or later: set LangVersion in the project, or remove it, as the default of .NET 10 is C# 14");

    [Theory]
    [InlineData("0.0.9.0", "0.0.9")]
    [InlineData("0.0.0.0", "0.0.0")]
    public Task RuntimeTooOld(string version, string shown) => ExpectErrorAsync(
        Reference(version),
        "LG0027",
        "The referenced LossGen library has version " + shown + ", but the generator has version " + Generator.ToString(3) + ": reference both from the package of one version");

    [Theory]
    [InlineData("Losses", "'Losses'", "global,Losses")]
    [InlineData("Losses,Others", "'Losses' and 'Others'", "global,Losses,Others")]
    public async Task RuntimeUnderAnAlias(string aliases, string shown, string corrected)
    {
        CSharpCompilation compilation = new Example(Package(aliases), Aliased).Compile();

        Diagnostic diagnostic = Assert.Single(await AnalyzerTester.AnalyzeAsync(compilation));
        Assert.Equal(
            "LG0041: The LossGen library is referenced only under " + shown + ", but the generated code looks for it under global: set Aliases=\"" + corrected + "\" on the reference, or remove Aliases",
            diagnostic.Id + ": " + diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal("Losses::LossGen.SquareLoss(3, Losses::LossGen.Shape.Batch)", Aliased.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        Assert.Empty(GeneratorTester.Files(GeneratorTester.Run(compilation)));
    }

    [Theory]
    [InlineData("global,Losses")]
    [InlineData("Losses,global")]
    public async Task RuntimeUnderAnAliasToo(string aliases)
    {
        CSharpCompilation compilation = new Example(Package(aliases), Aliased).Compile();

        Assert.Empty(await AnalyzerTester.AnalyzeAsync(compilation));
        Assert.Single(GeneratorTester.Generate(compilation));
    }

    [Fact]
    public async Task PlatformWithoutVectors()
    {
        CSharpCompilation compilation = new Example("<PlatformTarget>ARM</PlatformTarget>", Source).Compile();

        Assert.Equal(
            ["LG0028: The platform is Arm, for which .NET has no vector instructions, so the kernels run slowly: they are fast on x64 and Arm64, and AnyCPU runs on either"],
            await MessagesAsync(compilation));
        Assert.Single(GeneratorTester.Generate(compilation));
    }

    /// <summary>If nothing is generated, there is nothing to run slowly.</summary>
    [Fact]
    public async Task PlatformDoesNotMatterToAnError() =>
        Assert.Equal("LG0003", Assert.Single(await AnalyzerTester.AnalyzeAsync(new Example("<PlatformTarget>ARM</PlatformTarget>", Source.Replace("Shape.Batch", "2")).Compile())).Id);

    [Theory]
    [InlineData("<LangVersion>13</LangVersion>")]
    [InlineData("<PlatformTarget>ARM64</PlatformTarget>")]
    [InlineData("<PlatformTarget>x86</PlatformTarget>")]
    [InlineData("<PlatformTarget>AnyCPU</PlatformTarget>")]
    public async Task ValidProject(string project)
    {
        CSharpCompilation compilation = new Example(project, Source).Compile();

        Assert.Empty(await AnalyzerTester.AnalyzeAsync(compilation));
        Assert.Single(GeneratorTester.Generate(compilation));
    }

    /// <summary>The fourth number of a version is the build's, and a newer library supports what older ones did.</summary>
    [Fact]
    public async Task RuntimeOfTheSameOrAnotherNewerVersion()
    {
        Version[] versions = [new(Generator.ToString(3) + ".7"), new(Generator.Major, Generator.Minor, Generator.Build + 1, 0), new(Generator.Major + 1, 0, 0, 0)];
        foreach (Version version in versions)
        {
            Assert.Empty(await AnalyzerTester.AnalyzeAsync(new Example(Reference(version.ToString()), Source).Compile()));
        }
    }

    private static string Package(string aliases) => $"<PackageReference Include=\"LossGen\" Version=\"*\" Aliases=\"{aliases}\" />";

    private static string Reference(string version) => $"<Reference Include=\"LossGen, Version={version}\" />";

    private static async Task ExpectErrorAsync(string project, string id, string message)
    {
        CSharpCompilation compilation = new Example(project, Source).Compile();

        Assert.Equal([id + ": " + message], await MessagesAsync(compilation));
        Assert.Empty(GeneratorTester.Files(GeneratorTester.Run(compilation)));
    }

    private static async Task<IEnumerable<string>> MessagesAsync(Compilation compilation)
    {
        ImmutableArray<Diagnostic> diagnostics = await AnalyzerTester.AnalyzeAsync(compilation);
        Assert.All(diagnostics, static diagnostic => Assert.Equal(Attribute, Source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)));
        return diagnostics.Select(static diagnostic => diagnostic.Id + ": " + diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }
}
