using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using LossGen.CompilerServices;

namespace LossGen.Explain.MachineCode;

/// <summary>The process in which a kernel is compiled to machine code, which the runtime prints if its environment variables say so.</summary>
internal static class KernelHost
{
    /// <summary>The first argument of such a process.</summary>
    public const string Command = "compile-kernel";

    /// <summary>Compiles a method of the assembly that it reads.</summary>
    public static int Compile(Stream assembly, string type, string method)
    {
        using var image = new MemoryStream();
        assembly.CopyTo(image);
        image.Position = 0;
        MethodInfo kernel = AssemblyLoadContext.Default.LoadFromStream(image)
            .GetType(type, throwOnError: true)!
            .GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!;

        // A kernel that may store past the caches is compiled for either kind of store; this is the common one.
        RuntimeTypeHandle[] instantiation = kernel.IsGenericMethodDefinition ? [typeof(CachedStore).TypeHandle] : [];
        RuntimeHelpers.PrepareMethod(kernel.MethodHandle, instantiation);
        return 0;
    }
}
