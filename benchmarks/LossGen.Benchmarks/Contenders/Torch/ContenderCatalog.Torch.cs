using LossGen.Benchmarks.Contenders.Torch;

namespace LossGen.Benchmarks.Contenders;

/// <summary>Compiled only in Release, so that no other build restores half a gigabyte.</summary>
public static partial class ContenderCatalog
{
    static partial void FindTorch(ref IContender torch) =>
        torch = TorchLibrary.Load() is string absence ? new AbsentContender(TorchName, absence) : new TorchContender(TorchName);
}
