using System.Globalization;
using System.Reflection;
using LossGen.Explain.MachineCode;

namespace LossGen.Mutation.Running;

/// <summary>A copy of the built tests, in which a mutant takes the place of the library.</summary>
internal sealed class TestBed
{
    // A mutant may allocate for ever.
    private const string MemoryLimit = "0x100000000";

    private readonly string folder;
    private readonly Dictionary<string, string> variables;

    /// <param name="folder">Where the copies are made.</param>
    /// <param name="seed">What random tests draw with.</param>
    public TestBed(string folder, int seed)
    {
        this.folder = folder;
        variables = new Dictionary<string, string>
        {
            ["LOSSGEN_SEED"] = seed.ToString(CultureInfo.InvariantCulture),
            ["DOTNET_GCHeapHardLimit"] = MemoryLimit,
        };
    }

    /// <summary>Copies what was built of a test project, without what an earlier run left.</summary>
    public void Prepare(string project)
    {
        string target = Path.Combine(folder, project);
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        string built = Built(project);
        foreach (string file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        // The package of the compiler is compiled to machine code anew by each process, for seconds; that of the SDK is not.
        foreach (string name in (string[])["Microsoft.CodeAnalysis.dll", "Microsoft.CodeAnalysis.CSharp.dll"])
        {
            (string slow, string fast) = (Path.Combine(target, name), Path.Combine(BuildFacts.Compiler, name));
            if (AssemblyName.GetAssemblyName(slow).Version == AssemblyName.GetAssemblyName(fast).Version)
            {
                File.Copy(fast, slow, overwrite: true);
            }
        }
    }

    /// <summary>Runs tests with an assembly, until the first fails.</summary>
    public Finished Run(TestStage stage, string assembly, double limit)
    {
        string tests = Path.Combine(folder, stage.Project);
        string place = Path.Combine(tests, Path.GetFileName(assembly));
        File.Copy(assembly, place, overwrite: true);
        Finished finished = Finished.Of(
            RuntimeHost.Path,
            [Path.Combine(tests, stage.Project + ".dll"), .. stage.Classes.SelectMany(static name => (string[])["-class", name]), "-stopOnFail", "-noColor", "-noLogo"],
            tests,
            limit,
            variables);

        // The next mutant may be one of another assembly.
        File.Copy(Path.Combine(Built(stage.Project), Path.GetFileName(assembly)), place, overwrite: true);
        return finished;
    }

    private static string Built(string project) => Path.Combine(BuildFacts.Repository, "tests", project, "bin", "Debug", "net10.0");
}
