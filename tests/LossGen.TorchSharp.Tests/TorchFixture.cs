using LossGen.LibTorch;
using LossGen.Tests;
using static TorchSharp.torch;

[assembly: AssemblyFixture(typeof(TorchFixture))]

// torch has one generator of random numbers: tests that ran at the same time would draw each other's.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace LossGen.Tests;

/// <summary>libtorch, loaded once for all tests, on one thread. Where it does not load, every test fails and says why.</summary>
public sealed class TorchFixture
{
    public TorchFixture()
    {
        if (TorchLibrary.Load() is { } reason)
        {
            throw new InvalidOperationException($"libtorch cannot be used: {reason}.");
        }

        set_num_threads(1);
    }
}
