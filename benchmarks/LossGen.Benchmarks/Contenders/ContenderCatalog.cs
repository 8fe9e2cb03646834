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
    public static IContender Subject { get; } = new LossGenContender();

    /// <summary>Clear enough to be checked by reading: in float64, what all results are checked against.</summary>
    public static IContender Reference { get; } = new ScalarContender();

    /// <summary>PyTorch's own kernels.</summary>
    public static IContender Torch { get; } = NewTorch();

    /// <summary>Those that LossGen is compared with.</summary>
    public static IReadOnlyList<IContender> Peers { get; } = [Torch, new NativeContender(), new TensorsContender(), Reference];

    /// <summary>All contenders, the subject first.</summary>
    public static IReadOnlyList<IContender> All { get; } = [Subject, .. Peers];

    /// <summary>Those that can compute a workload on this machine.</summary>
    public static IEnumerable<IContender> For(Workload workload) =>
        All.Where(contender => contender.Absence is null && contender.Supports(workload));

    // Implemented where TorchSharp is part of the build.
    static partial void FindTorch(ref IContender torch);

    private static IContender NewTorch()
    {
        IContender torch = new AbsentContender(TorchName, "it is part of a Release build only");
        FindTorch(ref torch);
        return torch;
    }
}
