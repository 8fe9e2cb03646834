namespace LossGen.Package.Tests.Support;

/// <summary>A program as strict as a user's can be, that references the package and nothing else.</summary>
internal sealed class ConsumerProject
{
    private readonly Sandbox sandbox;
    private readonly string folder;

    /// <param name="sandbox">The isolated folder of all projects.</param>
    /// <param name="folder">The project's own folder.</param>
    /// <param name="properties">Its properties in addition to the usual ones, as lines of the project file.</param>
    /// <param name="language">Its language, as in the extension of its project file.</param>
    /// <param name="items">Its items in addition to the package.</param>
    public ConsumerProject(Sandbox sandbox, string folder, string properties, string language, string items)
    {
        this.sandbox = sandbox;
        this.folder = folder;
        File.WriteAllText(
            Path.Combine(folder, $"Consumer.{language}proj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <UseAppHost>false</UseAppHost>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <WarningLevel>9999</WarningLevel>
                <AnalysisLevel>latest</AnalysisLevel>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="LossGen" Version="[{BuildFacts.PackageVersion}]" />
                {items}
              </ItemGroup>
            </Project>
            """);
    }

    public ConsumerProject WithProgram()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Consumer"), "*.cs"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return this;
    }

    public ConsumerProject With(string file, string source)
    {
        File.WriteAllText(Path.Combine(folder, file), source);
        return this;
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(folder, file));

    /// <summary>Builds optimised, with every warning an error, MSBuild's and NuGet's included.</summary>
    public Task<CommandResult> BuildAsync(params IEnumerable<string> options) => DotNetCommand.RunAsync(
        folder, ["build", "-c", "Release", "-v", "minimal", "-tl:off", "-warnaserror", "-nodeReuse:false", .. options], sandbox.Environment);

    /// <summary>Lets <c>dotnet format</c> change the sources wherever a warning or an error has a fix.</summary>
    public Task<CommandResult> FormatAsync() => DotNetCommand.RunAsync(folder, ["format", "--severity", "warn"], sandbox.Environment);

    /// <summary>Runs the built program with the given settings of the .NET runtime.</summary>
    public async Task<PrintedNumbers> RunAsync(params (string Name, string Value)[] settings)
    {
        CommandResult result = await DotNetCommand.RunAsync(
            folder,
            [Path.Combine("bin", "Release", "net10.0", "Consumer.dll")],
            settings.ToDictionary(static setting => setting.Name, static setting => setting.Value));
        result.RequireSuccess();
        return PrintedNumbers.Parse(result.Output, result.Error);
    }
}
