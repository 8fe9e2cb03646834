using LossGen.Benchmarks.Contenders.Native;
using LossGen.Benchmarks.Contenders.Scalar;
using LossGen.Benchmarks.Contenders.Tensors;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders;

/// <summary>The contenders.</summary>
public static partial class ContenderCatalog
{
    private const string TorchName = "PyTorch";

    /// <summary>The contender with which all others are compared.</summary>
    public static IContender Subject { get; } = new LossGenContender("LossGen", static workload => workload.Declaration);

    /// <summary>The subject again if a workload has several threads: their gain is measured against one.</summary>
    public static IContender SubjectOnOneThread { get; } = new LossGenContender("LossGen on one thread", static workload => workload.DeclarationOnOneThread);

    /// <summary>Clear enough to be checked by reading: in float64, the reference for all results.</summary>
    public static IContender Reference { get; } = new ScalarContender();

    /// <summary>PyTorch's own kernels.</summary>
    public static IContender Torch { get; } = NewTorch();

    /// <summary>Straightforward C++ loops, by each compiler.</summary>
    public static IReadOnlyList<NativeContender> NativeLoops { get; } = [new(NativeCompiler.Gcc, NativeStyle.Loops), new(NativeCompiler.Clang, NativeStyle.Loops)];

    /// <summary>C++ as an expert writes it, by each compiler.</summary>
    public static IReadOnlyList<NativeContender> NativeByHand { get; } = [new(NativeCompiler.Gcc, NativeStyle.ByHand), new(NativeCompiler.Clang, NativeStyle.ByHand)];

    /// <summary>The contenders with which LossGen is compared.</summary>
    public static IReadOnlyList<IContender> Peers { get; } = [Torch, .. NativeLoops, .. NativeByHand, new TensorsContender(), Reference];

    /// <summary>All contenders, the subject first, in the order of every table.</summary>
    public static IReadOnlyList<IContender> All { get; } = [Subject, .. Peers];

    /// <summary>The contenders that can compute a workload on this machine.</summary>
    public static IEnumerable<IContender> For(Workload workload) =>
        All.Append(SubjectOnOneThread).Where(contender => contender.Absence is null && contender.Supports(workload));

    // Implemented if TorchSharp is part of the build.
    static partial void FindTorch(ref IContender torch);

    private static IContender NewTorch()
    {
        IContender torch = new AbsentContender(TorchName, "it is part of a Release build only");
        FindTorch(ref torch);
        return torch;
    }
}
