namespace LossGen.Package.Tests.Support;

/// <summary>The program, built once from the package, and the numbers of an ordinary run.</summary>
public sealed class BuiltConsumer(Sandbox sandbox) : IAsyncLifetime
{
    internal ConsumerProject Project { get; } = sandbox.Add("Plain").WithProgram();

    internal PrintedNumbers Numbers { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        (await Project.BuildAsync()).RequireSuccess();
        Numbers = await Project.RunAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
