using System.Runtime.CompilerServices;

namespace LossGen.CompilerServices;

/// <summary>
/// A call of a kernel in the form that threads receive: no type argument, only numbers and addresses. The kernel itself stays on the stack of the calling thread,
/// which waits; its spans are read from there, where the garbage collector keeps them up to date.
/// </summary>
internal unsafe struct BlockCall
{
    public nuint Count;
    public nuint BlockSize;

    // The kernel, and the instance of RunKernel that knows its type.
    private void* kernel;
    private delegate*<void*, nuint, nuint, double> run;

    /// <summary>The call of a kernel that does not move until the call is over, such as one on the stack.</summary>
    public static BlockCall Of<TKernel, TStore>(ref TKernel kernel, nuint count, nuint blockSize)
        where TKernel : IBlockKernel, allows ref struct
        where TStore : struct, IVectorStore => new()
        {
            Count = count,
            BlockSize = blockSize,
            kernel = Unsafe.AsPointer(ref kernel),
            run = &RunKernel<TKernel, TStore>,
        };

    /// <summary>Runs one block.</summary>
    public readonly double Run(nuint start, nuint end) => run(kernel, start, end);

    private static double RunKernel<TKernel, TStore>(void* kernel, nuint start, nuint end)
        where TKernel : IBlockKernel, allows ref struct
        where TStore : struct, IVectorStore => Scratch.Run<TKernel, TStore>(in Unsafe.AsRef<TKernel>(kernel), start, end);
}
