using System.Text.RegularExpressions;

namespace SnapshotTest;

/// <summary>A change of generated code, by a new version of the library or a changed declaration, is visible in review.</summary>
public sealed partial class GeneratedCodeTests
{
    [Fact]
    public void TheGeneratedLossIsTheOneThatWasAccepted()
    {
        string generated = Version().Replace(File.ReadAllText(Path.Combine(Folders.Generated, "SnapshotTest.PriceLoss.g.cs")), "any");
        string accepted = Path.Combine(Folders.Accepted, "PriceLoss.verified.cs");
        if (Environment.GetEnvironmentVariable("LOSSGEN_ACCEPT") == "1")
        {
            File.WriteAllText(accepted, generated);
        }

        Assert.Equal(File.ReadAllText(accepted), generated);
    }
    // The version of LossGen alone is no difference.
    [GeneratedRegex("(?<=\"LossGen.Generator\", \")[0-9.]+")]
    private static partial Regex Version();
}
