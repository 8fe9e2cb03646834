using LossGen.Benchmarks.Contenders.Torch;
using LossGen.LibTorch;

namespace LossGen.Benchmarks.Contenders;

/// <summary>Compiled only in Release, so that no other build restores half a gigabyte.</summary>
public static partial class ContenderCatalog
{
    static partial void FindTorch(ref IContender torch)
    {
        if (TorchLibrary.Load() is string absence)
        {
            torch = new AbsentContender(TorchName, absence);
            return;
        }

        TorchSharp.torch.set_num_threads(1);
        torch = new TorchContender(TorchName);
    }
}
