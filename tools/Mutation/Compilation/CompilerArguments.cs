using System.Text.Json;
using LossGen.Explain.MachineCode;
using LossGen.Mutation.Running;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Mutation.Compilation;

/// <summary>Asks the build what it passes to the compiler, so that a mutant is compiled like the library.</summary>
internal static class CompilerArguments
{
    // Without the file that does not exist, the build would take the last assembly for up to date and say nothing.
    private static readonly string[] Options =
    [
        "-t:Compile",
        "-getItem:CscCommandLineArgs",
        "-p:ProvideCommandLineArgs=true",
        "-p:SkipCompilerExecution=true",
        "-p:BuildProjectReferences=false",
        "-p:NonExistentFile=none/none",
        "-nodeReuse:false",
    ];

    public static CSharpCommandLineArguments Of(string project)
    {
        Finished finished = Finished.Of(RuntimeHost.Path, ["msbuild", project, .. Options], BuildFacts.Repository);
        if (finished.ExitCode != 0)
        {
            throw new InvalidOperationException($"The build of {project} does not say how it compiles: {finished.Output}");
        }

        using var answer = JsonDocument.Parse(finished.Output);
        string[] arguments = [.. answer.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(static item => item.GetProperty("Identity").GetString()!)];
        return CSharpCommandLineParser.Default.Parse(arguments, Path.GetDirectoryName(project), sdkDirectory: null);
    }
}
