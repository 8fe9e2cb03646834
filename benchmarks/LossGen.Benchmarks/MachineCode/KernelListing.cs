using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Workloads;
using LossGen.Explain.MachineCode;

namespace LossGen.Benchmarks.MachineCode;

/// <summary>The machine code of the kernels, as the runtime compiles them on this machine: it prints them in another process, which runs each once.</summary>
internal static partial class KernelListing
{
    /// <summary>The first argument of that process; the others are names of workloads.</summary>
    public const string Command = "run-kernels";

    private const string Heading = "; Assembly listing for method ";

    // The kernels, and what they call to fill a tile and to empty it.
    private const string Methods = "*Kernels:Compute* *Kernels:ForwardBackward* *CompilerServices.Tile:* *CompilerServices.Transposition:*";

    /// <summary>Why there is none on this machine; null if there is one.</summary>
    public static string? Absence => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? null : "the table of instructions is of x64 only";

    /// <summary>The loops of the kernels of some workloads, by method; of methods that they share, once.</summary>
    public static IReadOnlyList<KernelLoop> LoopsOf(IReadOnlyList<Workload> workloads)
    {
        if (workloads.Count == 0 || Absence is not null)
        {
            return [];
        }

        var start = new ProcessStartInfo(RuntimeHost.Path, [typeof(KernelListing).Assembly.Location, Command, .. workloads.Select(static workload => workload.ToString())])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_JitDisasm"] = Methods;
        using Process process = Process.Start(start)!;
        string listings = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? [.. listings.Split(Heading).Skip(1).SelectMany(LoopsOf)] : throw new InvalidOperationException("The kernels could not be run in another process.");
    }

    /// <summary>Runs each kernel once, so that the runtime compiles what it needs.</summary>
    public static int Run(string[] names)
    {
        foreach (Workload workload in WorkloadCatalog.All.Where(workload => names.Contains(workload.ToString())))
        {
            using IComputation computation = ContenderCatalog.Subject.Prepare(Inputs<float>.Draw(workload));
            computation.Run();
        }

        return 0;
    }

    private static IEnumerable<KernelLoop> LoopsOf(string listing) =>
        from loop in AssemblyListing.Parse(listing).Loops
        where loop.VectorInstructions > 0
        orderby loop.First
        let method = Method().Match(listing)
        select new KernelLoop($"{method.Groups["type"]} {method.Groups["name"]}", method.Groups["kernels"].Success, loop.Label.Split('_')[^1], LoopInstructions.Of(loop));

    // Without the namespaces, and without what the C# compiler adds to the names of classes that are local to a file.
    [GeneratedRegex(@"^[^(]*?(?<type>[A-Za-z0-9]+?)(?<kernels>Kernels)?:(?<name>\w+(\[\w+\])?)[^(]*\(")]
    private static partial Regex Method();
}
