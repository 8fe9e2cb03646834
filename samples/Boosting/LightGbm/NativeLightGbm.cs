using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Boosting.LightGbm;

/// <summary>The functions of LightGBM's C interface that this sample calls. Each returns 0, or −1 after an error.</summary>
internal static partial class NativeLightGbm
{
    public const int Float32 = 0;
    public const int Float64 = 1;

    private const string Library = "lib_lightgbm";

    /// <summary>Loads the library.</summary>
    /// <exception cref="LightGbmException">It cannot be loaded; the message says what to install.</exception>
    public static void RequireLibrary()
    {
        try
        {
            NativeLibrary.Load(Library, typeof(NativeLightGbm).Assembly, searchPath: null);
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            throw new LightGbmException(MissingLibrary.Explain(), exception);
        }
    }

    /// <summary>Requires a call to have succeeded.</summary>
    /// <exception cref="LightGbmException">It has not; the message has the call and LightGBM's own words.</exception>
    public static void Check(int result, [CallerArgumentExpression(nameof(result))] string call = "")
    {
        if (result != 0)
        {
            throw new LightGbmException($"LightGBM failed: {Marshal.PtrToStringUTF8(LastError())}, in {call[..call.IndexOf('(', StringComparison.Ordinal)]}.");
        }
    }

    [LibraryImport(Library, EntryPoint = "LGBM_DatasetCreateFromMat", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int CreateDataset(
        ReadOnlySpan<float> values, int type, int rows, int columns, int isRowMajor, string parameters, DatasetHandle reference, out DatasetHandle dataset);

    [LibraryImport(Library, EntryPoint = "LGBM_DatasetSetField", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetField(DatasetHandle dataset, string name, ReadOnlySpan<float> values, int count, int type);

    [LibraryImport(Library, EntryPoint = "LGBM_DatasetSetField", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetField(DatasetHandle dataset, string name, ReadOnlySpan<double> values, int count, int type);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterCreate", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int CreateBooster(DatasetHandle train, string parameters, out BoosterHandle booster);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterAddValidData")]
    public static partial int AddValidData(BoosterHandle booster, DatasetHandle test);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterUpdateOneIter")]
    public static partial int Update(BoosterHandle booster, out int isFinished);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterUpdateOneIterCustom")]
    public static partial int Update(BoosterHandle booster, ReadOnlySpan<float> gradient, ReadOnlySpan<float> hessian, out int isFinished);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterGetPredict")]
    public static partial int GetPredictions(BoosterHandle booster, int dataset, out long count, Span<double> predictions);

    [LibraryImport(Library, EntryPoint = "LGBM_GetLastError")]
    private static partial nint LastError();

    [LibraryImport(Library, EntryPoint = "LGBM_DatasetFree")]
    private static partial int FreeDataset(nint dataset);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterFree")]
    private static partial int FreeBooster(nint booster);

    /// <summary>Rows; an empty handle stands for none.</summary>
    public sealed class DatasetHandle() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle() => FreeDataset(handle) == 0;
    }

    /// <summary>Trees, and the rows that they are grown on and tried with: free these after it.</summary>
    public sealed class BoosterHandle() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle() => FreeBooster(handle) == 0;
    }
}
