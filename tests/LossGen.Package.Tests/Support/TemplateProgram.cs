namespace LossGen.Package.Tests.Support;

/// <summary>
/// What <c>dotnet new lossgen</c> gives, under a name that is not an identifier, built and tested. The test framework is another package, hence the user's sources.
/// </summary>
public sealed class TemplateProgram(Sandbox sandbox) : IAsyncLifetime
{
    private const string Name = "Acme.Robust-Fit";

    // In the template, and in the program.
    private static readonly (string Template, string Program) Namespace = ("LossGen_App1", "Acme.Robust_Fit");

    internal CommandResult Build { get; private set; } = null!;

    internal CommandResult Test { get; private set; } = null!;

    internal CommandResult Run { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        string folder = sandbox.AddFolder("Template", userSources: true);
        string hive = Path.Combine(folder, "hive");
        (await RunAsync(folder, "new", "install", BuildFacts.TemplatePackageFile, "--debug:custom-hive", hive)).RequireSuccess();
        (await RunAsync(folder, "new", "lossgen", "-n", Name, "--debug:custom-hive", hive)).RequireSuccess();

        string program = Path.Combine(folder, Name);
        Build = await RunAsync(program, "build", "-tl:off", "-warnaserror", "-nodeReuse:false", "-p:NuGetAudit=false");
        Test = await RunAsync(program, "test", "--no-build");
        Run = await RunAsync(program, "run", "--no-build", "--project", Name);
        Accept(Path.Combine(program, Name + ".Tests"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // The tests of the program have accepted what it generates, if these are asked to.
    private static void Accept(string tests)
    {
        if (Environment.GetEnvironmentVariable("LOSSGEN_ACCEPT") == "1")
        {
            File.WriteAllText(
                Path.Combine(BuildFacts.Repository, "templates", "LossGen.Templates", "content", "lossgen", "LossGen-App1.Tests", "RobustLoss.verified.cs"),
                File.ReadAllText(Path.Combine(tests, "RobustLoss.verified.cs")).Replace(Namespace.Program, Namespace.Template, StringComparison.Ordinal));
        }
    }

    private Task<CommandResult> RunAsync(string folder, params string[] arguments) => DotNetCommand.RunAsync(folder, arguments, sandbox.Environment);
}
