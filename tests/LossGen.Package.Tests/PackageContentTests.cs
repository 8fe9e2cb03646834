using System.Buffers.Binary;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;
using LossGen.Package.Tests.Support;

namespace LossGen.Package.Tests;

/// <summary>The package contains what a user needs, and nothing else.</summary>
public sealed class PackageContentTests
{
    // The kind of debug information that is the text of a source file, as the format of portable symbols names it.
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

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
                "icon.png",
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

        Assert.Equal(File.ReadAllText(Path.Combine(BuildFacts.Repository, "runtime", "LossGen", "README.md")), Read("README.md"));
    }

    /// <summary>The size that NuGet asks for, as the head of a PNG file says it.</summary>
    [Fact]
    public void CarriesAnIconOf128Pixels()
    {
        byte[] icon = Bytes("icon.png");
        Assert.Equal("icon.png", Metadata().Element(Nuspec + "icon")?.Value);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], icon[..4]);
        Assert.Equal([128, 128], [BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20))]);
    }

    /// <summary>So that a debugger that stops inside a published library finds the sources of that commit.</summary>
    [Fact]
    public void SaysWhichCommitItIs()
    {
        if (!Path.Exists(Path.Combine(BuildFacts.Repository, ".git")))
        {
            Assert.Null(Metadata().Element(Nuspec + "repository")?.Attribute("commit"));
            return;
        }

        Assert.Matches("^[0-9a-f]{40}$", Metadata().Element(Nuspec + "repository")?.Attribute("commit")?.Value);
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

    [Theory]
    [InlineData("lib/net10.0/LossGen.dll")]
    [InlineData("analyzers/dotnet/cs/LossGen.Generator.dll")]
    [InlineData("analyzers/dotnet/cs/LossGen.CodeFixes.dll")]
    public void CarriesTheSymbolsInsideAnAssembly(string assembly)
    {
        using var reader = new PEReader(new MemoryStream(Bytes(assembly)));
        DebugDirectoryEntry entry = Assert.Single(reader.ReadDebugDirectory(), static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        Assert.Contains(reader.ReadDebugDirectory(), static entry => entry.Type == DebugDirectoryEntryType.Reproducible);

        // Files that the build wrote are in no commit: their text is inside.
        using MetadataReaderProvider provider = reader.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
        MetadataReader symbols = provider.GetMetadataReader();
        DocumentHandle written = Assert.Single(symbols.Documents, document => symbols.GetString(symbols.GetDocument(document).Name).EndsWith(".AssemblyInfo.cs", StringComparison.Ordinal));
        Assert.Contains(symbols.GetCustomDebugInformation(written), handle => symbols.GetGuid(symbols.GetCustomDebugInformation(handle).Kind) == EmbeddedSource);
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

    private static string Read(string entry) => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetString(Bytes(entry)).TrimStart('\uFEFF');

    private static byte[] Bytes(string entry)
    {
        using ZipArchive package = ZipFile.OpenRead(BuildFacts.PackageFile);
        using Stream stream = package.GetEntry(entry)?.Open() ?? throw new InvalidDataException($"The package has no {entry}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
