namespace LossGen.Package.Tests.Support;

/// <summary>A program as strict as a user's can be, that references the package and nothing else.</summary>
internal sealed class ConsumerProject
{
    private readonly Sandbox sandbox;
    private readonly string folder;

    public ConsumerProject(Sandbox sandbox, string folder, string properties)
    {
        this.sandbox = sandbox;
        this.folder = folder;
        File.WriteAllText(
            Path.Combine(folder, "Consumer.csproj"),
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

    /// <summary>Builds optimised, with every warning an error, MSBuild's and NuGet's included.</summary>
    public Task<CommandResult> BuildAsync() => DotNetCommand.RunAsync(
        folder, ["build", "-c", "Release", "-v", "minimal", "-tl:off", "-warnaserror", "--disable-build-servers"], sandbox.Environment);

    /// <summary>Runs the built program, with the settings of the .NET runtime that are given.</summary>
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
