using LossGen.Package.Tests.Support;

namespace LossGen.Package.Tests;

/// <summary>The analyzers of the package, and the SDK's own, in a fresh project.</summary>
public sealed class CompilerTests(Sandbox sandbox)
{
    [Fact]
    public async Task ABrokenDeclarationIsAnError()
    {
        CommandResult result = await sandbox.Add("Broken").With("Losses.cs", """
            using LossGen;

            return new DigitLoss().GetHashCode() - 1;

            [SoftmaxLoss(Shape.Batch, 10)]
            internal sealed class DigitLoss;
            """).BuildAsync();

        Assert.NotEqual(0, result.ExitCode);
        Assert.Matches(@"Losses\.cs\(6,\d+\): error LG0001: ", result.Output);
        Assert.DoesNotContain("error CS", result.Output, StringComparison.Ordinal);
    }

    /// <summary>The SDK restores the analyzers for this as a package of its own, hence the user's sources.</summary>
    [Fact]
    public async Task TrimmingAndNativeCompilationFindNothing()
    {
        ConsumerProject project = sandbox.Add(
            "Ahead",
            """
            <IsAotCompatible>true</IsAotCompatible>
            <VerifyReferenceAotCompatibility>true</VerifyReferenceAotCompatibility>
            <VerifyReferenceTrimCompatibility>true</VerifyReferenceTrimCompatibility>
            <NuGetAudit>false</NuGetAudit>
            """,
            userSources: true).WithProgram();
        (await project.BuildAsync()).RequireSuccess();
    }
}
