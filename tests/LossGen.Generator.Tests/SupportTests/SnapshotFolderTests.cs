using LossGen.Generator.Tests.Support;
using Xunit.Sdk;

namespace LossGen.Generator.Tests.SupportTests;

/// <summary>The snapshot engine's names and bytes, and that no difference passes unnoticed.</summary>
public sealed class SnapshotFolderTests : IDisposable
{
    private const string TestName = "Class.Method";

    private static readonly Snapshot Loss = new("Samples.Outer+Loss.g.cs", "class Loss;\n");

    private readonly string directory = Directory.CreateTempSubdirectory("snapshots").FullName;

    private string Verified => Path.Combine(directory, "Class.Method#Samples.Outer+Loss.g.verified.cs");

    private string Received => Path.Combine(directory, "Class.Method#Samples.Outer+Loss.g.received.cs");

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void AcceptWritesMarkThenHintNameThenSource()
    {
        Accept(Loss);

        Assert.Equal([0xEF, 0xBB, 0xBF, .. "//HintName: Samples.Outer+Loss.g.cs\nclass Loss;\n"u8], File.ReadAllBytes(Verified));
        Assert.Equal([Verified], Directory.GetFiles(directory));
    }

    [Fact]
    public void EqualBytesMatch()
    {
        Accept(Loss);

        Match(Loss);
    }

    [Fact]
    public void MissingFileFailsAndIsNotAccepted()
    {
        XunitException failure = Assert.Throws<XunitException>(() => Match(Loss));

        Assert.StartsWith("Class.Method#Samples.Outer+Loss.g.verified.cs does not exist.", failure.Message, StringComparison.Ordinal);
        Assert.Equal([Received], Directory.GetFiles(directory));
    }

    [Fact]
    public void DifferenceFailsNamingTheLineAndLeavesBothFiles()
    {
        Accept(Loss);
        byte[] accepted = File.ReadAllBytes(Verified);

        XunitException failure = Assert.Throws<XunitException>(() => Match(Loss with { Source = "class Gain;\n" }));

        Assert.Contains("differs in line 2:\n  expected: class Loss;\n  received: class Gain;", failure.Message, StringComparison.Ordinal);
        Assert.Equal(accepted, File.ReadAllBytes(Verified));
        Assert.True(File.Exists(Received));
    }

    [Theory]
    [InlineData("class Loss;")]
    [InlineData("class Loss;\n\n")]
    [InlineData("class Loss;\r\n")]
    public void NothingIsTrimmedOrNormalised(string source)
    {
        Accept(Loss);

        Assert.Throws<XunitException>(() => Match(Loss with { Source = source }));
    }

    [Fact]
    public void MissingByteOrderMarkFails()
    {
        File.WriteAllText(Verified, Loss.Content);

        XunitException failure = Assert.Throws<XunitException>(() => Match(Loss));
        Assert.Contains("byte order mark", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MatchDeletesWhatWasReceivedBefore()
    {
        Assert.Throws<XunitException>(() => Match(Loss));
        File.Move(Received, Verified);
        File.WriteAllText(Received, "old");

        Match(Loss);

        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void StaleFileFailsUntilAccepted()
    {
        Snapshot other = new("Other.g.cs", "class Other;\n");
        Accept(Loss, other);

        XunitException failure = Assert.Throws<XunitException>(() => Match(Loss));
        Assert.Contains("Class.Method#Other.g.verified.cs is no longer generated.", failure.Message, StringComparison.Ordinal);

        Accept(Loss);
        Assert.Equal([Verified], Directory.GetFiles(directory));
    }

    [Fact]
    public void FilesOfOtherTestsAreLeftAlone()
    {
        new SnapshotFolder(directory, accept: true).Match("Class.MethodOfLongerName", [Loss]);

        Accept();
        Match();

        Assert.Single(Directory.GetFiles(directory));
    }

    [Fact]
    public void NamesAreSafeOnEverySystem() =>
        Assert.Equal("a-b`1.g", new Snapshot("a:b`1.g.cs", "").FileStem);

    private void Accept(params Snapshot[] snapshots) => new SnapshotFolder(directory, accept: true).Match(TestName, snapshots);

    private void Match(params Snapshot[] snapshots) => new SnapshotFolder(directory, accept: false).Match(TestName, snapshots);
}
