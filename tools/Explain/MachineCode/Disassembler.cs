using System.Diagnostics;
using System.Runtime.Intrinsics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Explain.MachineCode;

/// <summary>Makes the runtime compile a kernel, fully optimised, and captures the machine code. Any release of .NET 10 can do it.</summary>
internal static class Disassembler
{
    /// <summary>The machine code of a method of a loss's generated file.</summary>
    /// <param name="source">The compiled source.</param>
    /// <param name="file">The loss's file in it.</param>
    /// <param name="method">The kernel's method.</param>
    /// <param name="outputs">The type of the runtime library that says what is wanted of it; null where it leaves nothing to choose.</param>
    /// <param name="isWide">Whether it is written for vectors of 512 bits.</param>
    public static AssemblyListing Disassemble(CSharpCompilation source, SyntaxTree file, string method, string? outputs, bool isWide)
    {
        if (source.GetDiagnostics().FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new UsageException($"--asm takes source without errors, and {error.Location.GetLineSpan().Path} has some: fix them, or add the missing files.");
        }

        if (isWide && !Vector512.IsHardwareAccelerated)
        {
            throw new UsageException("--asm with --bits 512 needs a machine with vectors of 512 bits, which this one does not have: omit one of them.");
        }

        using Process process = Process.Start(StartInfo(TypeOf(method, source, file), method, outputs, isWide))!;
        Task<string> listing = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using (Stream input = process.StandardInput.BaseStream)
        {
            source.Emit(input);
        }

        process.WaitForExit();
        return process.ExitCode == 0
            ? AssemblyListing.Parse(listing.Result)
            : throw new InvalidOperationException($"{method} was not compiled to machine code. {errors.Result}");
    }

    // The assembly is sent through a pipe, and what the runtime prints of it is read from another: no file is written.
    private static ProcessStartInfo StartInfo(string type, string method, string? outputs, bool isWide)
    {
        var start = new ProcessStartInfo(RuntimeHost.Path, [typeof(Disassembler).Assembly.Location, KernelHost.Command, type, method, .. outputs is null ? Array.Empty<string>() : [outputs]])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_JitDisasm"] = method;
        start.Environment["DOTNET_TieredCompilation"] = "0";
        if (!isWide)
        {
            // Otherwise the kernel calls the one for vectors of 512 bits, if the machine supports them, and nothing is left of it.
            start.Environment["DOTNET_EnableAVX512"] = "0";
        }

        return start;
    }

    // The class is file-local, and has a name that only the compiler knows.
    private static string TypeOf(string method, CSharpCompilation source, SyntaxTree file)
    {
        MethodDeclarationSyntax declaration = file.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(declaration => declaration.Identifier.Text == method);
        INamedTypeSymbol type = source.GetSemanticModel(file).GetDeclaredSymbol(declaration)!.ContainingType;
        return type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;
    }
}
