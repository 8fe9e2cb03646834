using LossGen.Benchmarks.Contenders.Native;
using LossGen.Benchmarks.Contenders.Scalar;
using LossGen.Benchmarks.Contenders.Tensors;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders;

/// <summary>Who is compared.</summary>
public static partial class ContenderCatalog
{
    private const string TorchName = "PyTorch";

    /// <summary>Who all others are compared with.</summary>
    public static IContender Subject { get; } = new LossGenContender("LossGen", static workload => workload.Declaration);

    /// <summary>The subject again where a workload has several threads: what they gain is measured beside one.</summary>
    public static IContender SubjectOnOneThread { get; } = new LossGenContender("LossGen on one thread", static workload => workload.DeclarationOnOneThread);

    /// <summary>Clear enough to be checked by reading: in float64, what all results are checked against.</summary>
    public static IContender Reference { get; } = new ScalarContender();

    /// <summary>PyTorch's own kernels.</summary>
    public static IContender Torch { get; } = NewTorch();

    /// <summary>C++ loops as one writes them.</summary>
    public static IContender NativeLoops { get; } = new NativeContender("g++ loops", NativeStyle.Loops);

    /// <summary>C++ as an expert writes it.</summary>
    public static IContender NativeByHand { get; } = new NativeContender("g++ by hand", NativeStyle.ByHand);

    /// <summary>Those that LossGen is compared with.</summary>
    public static IReadOnlyList<IContender> Peers { get; } = [Torch, NativeLoops, NativeByHand, new TensorsContender(), Reference];

    /// <summary>All contenders, the subject first, in the order of every table.</summary>
    public static IReadOnlyList<IContender> All { get; } = [Subject, .. Peers];

    /// <summary>Those that can compute a workload on this machine.</summary>
    public static IEnumerable<IContender> For(Workload workload) =>
        All.Append(SubjectOnOneThread).Where(contender => contender.Absence is null && contender.Supports(workload));

    // Implemented where TorchSharp is part of the build.
    static partial void FindTorch(ref IContender torch);

    private static IContender NewTorch()
    {
        IContender torch = new AbsentContender(TorchName, "it is part of a Release build only");
        FindTorch(ref torch);
        return torch;
    }
}
