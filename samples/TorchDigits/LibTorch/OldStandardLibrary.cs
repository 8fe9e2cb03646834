using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LossGen.LibTorch;

/// <summary>
/// TorchSharp's bindings are built with GCC 13, whose <c>iostream</c> refers to one function that older C++ libraries do not
/// have. It does nothing: it only makes the linker require the newer library. With an empty function of that name, they load.
/// </summary>
public static partial class OldStandardLibrary
{
    private const string Asked = "GLIBCXX_3.4.32";
    private const string Present = "GLIBCXX_3.4.30";
    private const string EmptyFunction = "void _ZSt21ios_base_library_initv(void) {}";

    // Bind immediately, and for every library loaded later.
    private const int NowAndForAll = 0x2 | 0x100;

    /// <summary>Changes a library in the output folder so that it requires the older version, and loads the empty function.</summary>
    /// <exception cref="InvalidOperationException">There is no C compiler, or it fails.</exception>
    public static void Accommodate(string library)
    {
        byte[] image = File.ReadAllBytes(library);
        if (VersionRequirements.Replace(image, Asked, Present))
        {
            // A new file: the old one may be a link to the file in the package cache.
            string changed = library + ".changed";
            File.WriteAllBytes(changed, image);
            File.Move(changed, library, overwrite: true);
        }

        string function = Path.Combine(Path.GetDirectoryName(library)!, "libEmptyFunction.so");
        Compile(function);
        if (Open(function, NowAndForAll) == 0)
        {
            throw new InvalidOperationException($"'{function}' does not load.");
        }
    }

    private static void Compile(string output)
    {
        try
        {
            using var compiler = Process.Start(
                new ProcessStartInfo("gcc", ["-shared", "-fPIC", "-x", "c", "-", "-o", output]) { RedirectStandardInput = true })!;
            compiler.StandardInput.Write(EmptyFunction);
            compiler.StandardInput.Close();
            compiler.WaitForExit();
            if (compiler.ExitCode != 0)
            {
                throw new InvalidOperationException("gcc fails to compile an empty function.");
            }
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException($"The C++ library lacks {Asked}, and there is no gcc to make up for it.");
        }
    }

    [LibraryImport("libc", EntryPoint = "dlopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Open(string path, int flags);
}
