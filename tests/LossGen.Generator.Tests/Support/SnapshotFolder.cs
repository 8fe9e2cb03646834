using System.Text;
using Xunit.Sdk;

namespace LossGen.Generator.Tests.Support;

/// <summary>
/// Accepted generated files, one for each test and hint name: <c>Class.Method#Hint.g.verified.cs</c>. Names and bytes are
/// those of Verify with Verify.SourceGenerators, so that both engines work on the same files.
/// </summary>
/// <param name="directory">The folder of the files.</param>
/// <param name="accept">Whether received files become the expected ones.</param>
internal sealed class SnapshotFolder(string directory, bool accept)
{
    private const string Verified = ".verified.cs";
    private const string Received = ".received.cs";

    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    public static string NameOfRunningTest() =>
        TestContext.Current.TestClass!.TestClassSimpleName + "." + TestContext.Current.TestMethod!.MethodName;

    /// <summary>Compares the files of a test; throws if one differs, is new, or is no longer generated.</summary>
    public void Match(string testName, IEnumerable<Snapshot> snapshots)
    {
        Directory.CreateDirectory(directory);
        var complaints = new List<string>();
        HashSet<string> stale = [.. Directory.EnumerateFiles(directory, testName + "#*" + Verified)];
        DeleteReceived(testName);
        foreach (Snapshot snapshot in snapshots)
        {
            string path = Path.Combine(directory, testName + "#" + snapshot.FileStem);
            stale.Remove(path + Verified);
            if (Compare(path, snapshot) is { } complaint)
            {
                complaints.Add(complaint);
            }
        }

        foreach (string path in stale.Order(StringComparer.Ordinal))
        {
            if (accept)
            {
                File.Delete(path);
            }
            else
            {
                complaints.Add(Path.GetFileName(path) + " is no longer generated.");
            }
        }

        if (complaints.Count > 0)
        {
            throw new XunitException(string.Join("\n", complaints) + "\nSet LOSSGEN_ACCEPT=1 to accept what was received.");
        }
    }

    private string? Compare(string path, Snapshot snapshot)
    {
        byte[] actual = [.. Encoding.Preamble, .. Encoding.GetBytes(snapshot.Content)];
        string verified = path + Verified;
        if (accept)
        {
            File.WriteAllBytes(verified, actual);
            return null;
        }

        bool exists = File.Exists(verified);
        if (exists && File.ReadAllBytes(verified).AsSpan().SequenceEqual(actual))
        {
            return null;
        }

        File.WriteAllBytes(path + Received, actual);
        return Path.GetFileName(verified) + (exists ? " differs " + Difference(File.ReadAllText(verified), snapshot.Content) : " does not exist.");
    }

    private void DeleteReceived(string testName)
    {
        foreach (string path in Directory.EnumerateFiles(directory, testName + "#*" + Received))
        {
            File.Delete(path);
        }
    }

    private static string Difference(string expected, string actual)
    {
        string[] expectedLines = expected.Split('\n');
        string[] actualLines = actual.Split('\n');
        int line = expectedLines.Zip(actualLines).TakeWhile(static pair => pair.First == pair.Second).Count();
        return line == expectedLines.Length && line == actualLines.Length
            ? "in its byte order mark."
            : $"in line {line + 1}:\n  expected: {expectedLines.ElementAtOrDefault(line)}\n  received: {actualLines.ElementAtOrDefault(line)}";
    }
}
