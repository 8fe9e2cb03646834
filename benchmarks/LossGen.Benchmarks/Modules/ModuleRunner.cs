using LossGen.Benchmarks.Contenders;

namespace LossGen.Benchmarks.Modules;

/// <summary>Measures parts of training with TorchSharp, in this process. Its other half is compiled only in Release, as TorchSharp is.</summary>
public static partial class ModuleRunner
{
    /// <summary>Why nothing can be measured; null if it can.</summary>
    public static string? Absence => ContenderCatalog.Torch.Absence is string absence ? $"{ContenderCatalog.Torch.Name} is absent: {absence}." : null;

    /// <exception cref="DisagreementException">The losses do not compute the same.</exception>
    /// <exception cref="NotSupportedException">TorchSharp is absent.</exception>
    public static ModuleRow Measure(ModuleWorkload workload)
    {
        ModuleRow? row = null;
        MeasureByTorch(workload, ref row);
        return row ?? throw new NotSupportedException(Absence);
    }

    // Implemented if TorchSharp is part of the build.
    static partial void MeasureByTorch(ModuleWorkload workload, ref ModuleRow? row);
}
