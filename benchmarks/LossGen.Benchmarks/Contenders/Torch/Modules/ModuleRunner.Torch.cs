using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Contenders.Torch;
using LossGen.Benchmarks.Contenders.Torch.Modules;
using LossGen.Benchmarks.Quick;
using TorchSharp;
using static TorchSharp.torch;

namespace LossGen.Benchmarks.Modules;

/// <summary>Compiled only in Release, so that no other build restores half a gigabyte.</summary>
public static partial class ModuleRunner
{
    static partial void MeasureByTorch(ModuleWorkload workload, ref ModuleRow? row)
    {
        if (Absence is not null)
        {
            return;
        }

        set_num_threads(1);
        List<IComputation> computations = [];
        try
        {
            computations.Add(Of(workload, nn.CrossEntropyLoss()));
            computations.Add(Of(workload, workload.Loss.AsModule()));
            if (workload.Part == ModulePart.Gradient)
            {
                computations.Add(new GraphlessComputation(workload.Loss, TrainingInputs.Draw(workload, requiresGradient: true)));
            }

            RequireAgreement(workload, computations);
            IReadOnlyList<double>[] times = InterleavedTimer.Time([.. computations.Select(static computation => (Action)computation.Run)]);
            row = new ModuleRow(
                workload,
                new Timing(ContenderCatalog.Torch.Name, times[0]),
                new Timing(ModuleRow.ModuleName, times[1]),
                times.Length > 2 ? new Timing(ModuleRow.GraphlessName, times[2]) : null);
        }
        finally
        {
            computations.ForEach(static computation => computation.Dispose());
        }
    }

    private static IComputation Of(ModuleWorkload workload, Loss<Tensor, Tensor, Tensor> loss)
    {
        if (workload.Part == ModulePart.Step)
        {
            return new TrainingStep(loss, workload);
        }

        bool hasGradient = workload.Part == ModulePart.Gradient;
        TrainingInputs inputs = TrainingInputs.Draw(workload, hasGradient);
        return new TorchComputation<float>(() => loss.call(inputs.Logits, inputs.Labels), hasGradient ? [inputs.Logits] : [], inputs);
    }

    private static void RequireAgreement(ModuleWorkload workload, List<IComputation> computations)
    {
        computations.ForEach(static computation => computation.Run());
        var agreement = new Agreement(workload.ToString(), computations[0], 1.0 / workload.Samples);
        int elements = workload.Part == ModulePart.Step ? TrainingStep.Features * workload.Shape.Classes : workload.Shape.Elements;
        foreach (IComputation computation in computations.Skip(1))
        {
            agreement.RequireValue(ContenderCatalog.Subject.Name, computation, ContenderCatalog.Torch.Tolerance);
            if (workload.Part != ModulePart.Value)
            {
                agreement.RequireGradient(ContenderCatalog.Subject.Name, computation, ContenderCatalog.Torch.Tolerance, elements);
            }
        }
    }
}
