using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace LossGen.Autograd;

/// <summary>
/// An error of a backward pass. It cannot be thrown, as native code is between the pass and its caller. So it becomes the error that TorchSharp looks for after the native call,
/// and throws.
/// </summary>
internal static partial class PendingError
{
    /// <summary>Sets the error.</summary>
    /// <returns>Gradients that are NaN, for the pass to go on with.</returns>
    public static IEnumerable<Tensor> Raise(LossCall call, Exception exception)
    {
        Tensor[] gradients = [.. call.Differentiated.Select(input => full_like(call.Tensors[input], double.NaN))];

        // Last, as TorchSharp looks for errors after most of its calls.
        Compile($"LossGen: {exception.Message}");
        return gradients;
    }

    // Native code remembers the error of a script that does not parse, with the script itself.
    [LibraryImport("LibTorchSharp", EntryPoint = "THSJIT_compile", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Compile(string script);
}
