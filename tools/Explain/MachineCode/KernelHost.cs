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
    /// <param name="assembly">The assembly.</param>
    /// <param name="type">The method's type.</param>
    /// <param name="method">The method.</param>
    /// <param name="outputs">The type of the runtime library that says what is wanted of it; none where it leaves nothing to choose.</param>
    public static int Compile(Stream assembly, string type, string method, string[] outputs)
    {
        using var image = new MemoryStream();
        assembly.CopyTo(image);
        image.Position = 0;
        MethodInfo kernel = AssemblyLoadContext.Default.LoadFromStream(image)
            .GetType(type, throwOnError: true)!
            .GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!;

        // A kernel that may store past the caches is compiled for either kind of store; this is the common one.
        RuntimeTypeHandle[] instantiation = kernel.IsGenericMethodDefinition
            ? [.. kernel.GetGenericArguments().Select(parameter => parameter.GetGenericParameterConstraints().Contains(typeof(IVectorStore)) ? typeof(CachedStore).TypeHandle : Outputs(outputs[0]).TypeHandle)]
            : [];
        RuntimeHelpers.PrepareMethod(kernel.MethodHandle, instantiation);
        return 0;
    }

    private static Type Outputs(string name) => typeof(IKernelOutputs).Assembly.GetType($"{typeof(IKernelOutputs).Namespace}.{name}", throwOnError: true)!;
}
