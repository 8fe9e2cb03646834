using System.Text;
using LossGen.Explain.MachineCode;

namespace LossGen.Explain;

/// <summary>The program as started from a command line, or by itself to compile a kernel to machine code.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        // The formulas are not ASCII.
        Console.OutputEncoding = Encoding.UTF8;
        return args is [KernelHost.Command, string type, string method, .. var outputs]
            ? KernelHost.Compile(Console.OpenStandardInput(), type, method, outputs)
            : CommandLine.Run(args, Console.Out, Console.Error, hasColours: !Console.IsOutputRedirected);
    }
}
