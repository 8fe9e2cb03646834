using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using LossGen.Package.Tests.Support;

namespace LossGen.Package.Tests;

/// <summary>The package contains what a user needs, and nothing else.</summary>
public sealed class PackageContentTests
{
    private static readonly XNamespace Nuspec = "http://schemas.microsoft.com/packaging/2012/06/nuspec.xsd";

    [Fact]
    public void HoldsTheLibraryTheGeneratorAndTheCodeFixes()
    {
        using ZipArchive package = ZipFile.OpenRead(BuildFacts.PackageFile);

        // The remaining entries are the envelope of every package.
        string[] files = [.. package.Entries
            .Select(static entry => entry.FullName)
            .Where(static name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "LossGen.nuspec",
                "README.md",
                "analyzers/dotnet/cs/LossGen.CodeFixes.dll",
                "analyzers/dotnet/cs/LossGen.Generator.dll",
                "build/LossGen.targets",
                "lib/net10.0/LossGen.dll",
                "lib/net10.0/LossGen.xml",
            ],
            files);
    }

    [Fact]
    public void CarriesTheReadmeAndTheLicence()
    {
        XElement metadata = Metadata();
        Assert.Equal("LossGen", metadata.Element(Nuspec + "id")?.Value);
        Assert.Equal("README.md", metadata.Element(Nuspec + "readme")?.Value);
        XElement? licence = metadata.Element(Nuspec + "license");
        Assert.Equal("expression", licence?.Attribute("type")?.Value);
        Assert.Equal("MIT", licence?.Value);

        Assert.Equal(File.ReadAllText(Path.Combine(BuildFacts.Repository, "README.md")), Read("README.md"));
    }

    [Fact]
    public void DependsOnNothingAndFlowsAtRunTime()
    {
        XElement metadata = Metadata();
        Assert.Empty(metadata.Descendants(Nuspec + "dependency"));
        Assert.Empty(metadata.Descendants(Nuspec + "frameworkReference"));

        // It would keep the library out of the compilation.
        Assert.Null(metadata.Element(Nuspec + "developmentDependency"));
    }

    [Fact]
    public void CarriesTheSymbolsInsideTheLibrary()
    {
        using ZipArchive package = ZipFile.OpenRead(BuildFacts.PackageFile);
        using var library = new MemoryStream();
        package.GetEntry("lib/net10.0/LossGen.dll")?.Open().CopyTo(library);
        library.Position = 0;
        using var reader = new PEReader(library);
        Assert.Contains(reader.ReadDebugDirectory(), static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
    }

    [Fact]
    public void DocumentsThePublicTypes()
    {
        string documentation = Read("lib/net10.0/LossGen.xml");
        Assert.Contains("T:LossGen.SoftmaxLossAttribute", documentation, StringComparison.Ordinal);
        Assert.Contains("T:LossGen.SquareLossAttribute", documentation, StringComparison.Ordinal);
    }

    private static XElement Metadata() =>
        XDocument.Parse(Read("LossGen.nuspec")).Root?.Element(Nuspec + "metadata") ?? throw new InvalidDataException("The package has no metadata.");

    private static string Read(string entry)
    {
        using ZipArchive package = ZipFile.OpenRead(BuildFacts.PackageFile);
        using var reader = new StreamReader(package.GetEntry(entry)?.Open() ?? throw new InvalidDataException($"The package has no {entry}."));
        return reader.ReadToEnd();
    }
}
