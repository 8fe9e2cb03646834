using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Support;

/// <summary>An example of the documents: a source, and the lines of its project file that matter.</summary>
internal sealed partial record Example(string Project, string Source)
{
    /// <summary>Compiles the source as a project with these lines would.</summary>
    public CSharpCompilation Compile()
    {
        LanguageVersion language = Find(LanguageVersionLine()) is { } version
            ? LanguageVersionFacts.TryParse(version, out LanguageVersion parsed) ? parsed : throw new FormatException("Unknown version of C#: " + version)
            : Compilations.ParseOptions.LanguageVersion;
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(Source, Compilations.ParseOptions.WithLanguageVersion(language)));
        if (Find(PlatformLine()) is { } platform)
        {
            compilation = compilation.WithOptions(compilation.Options.WithPlatform(Enum.Parse<Platform>(platform, ignoreCase: true)));
        }

        if (Find(AliasesLine()) is { } aliases)
        {
            compilation = compilation.ReplaceReference(Compilations.Runtime, Compilations.Runtime.WithAliases(aliases.Split(',')));
        }

        return Find(RuntimeLine()) is { } runtime
            ? compilation.ReplaceReference(Compilations.Runtime, RuntimeLibrary.OfVersion(Version.Parse(runtime)))
            : compilation;
    }

    private string? Find(Regex line) => line.Match(Project) is { Success: true } match ? match.Groups["value"].Value : null;

    [GeneratedRegex("<LangVersion>(?<value>[^<]*)<", RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageVersionLine();

    [GeneratedRegex("<PlatformTarget>(?<value>[^<]*)<", RegexOptions.ExplicitCapture)]
    private static partial Regex PlatformLine();

    [GeneratedRegex("<Reference Include=\"LossGen, Version=(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex RuntimeLine();

    [GeneratedRegex("Include=\"LossGen\"[^>]* Aliases=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex AliasesLine();
}
