namespace LossGen.Package.Tests.Support;

/// <summary>
/// The program, built once more with all that a compiler can check beyond the usual: overflow, trimming and native
/// compilation. The SDK restores the analyzers for this as a separate package, hence the user's sources.
/// </summary>
public sealed class CheckedConsumer(Sandbox sandbox) : IAsyncLifetime
{
    private const string Properties =
        """
        <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
        <IsAotCompatible>true</IsAotCompatible>
        <VerifyReferenceAotCompatibility>true</VerifyReferenceAotCompatibility>
        <VerifyReferenceTrimCompatibility>true</VerifyReferenceTrimCompatibility>
        <NuGetAudit>false</NuGetAudit>
        """;

    internal ConsumerProject Project { get; } = sandbox.Add("Checked", Properties, userSources: true).WithProgram();

    internal CommandResult Build { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Build = await Project.BuildAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
