using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Quick;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Custom;

/// <summary>Measures LossGen, PyTorch and the user's own method on one loss, in this process.</summary>
public static class CustomRunner
{
    private const string LoopName = "its method in a loop";

    /// <exception cref="DisagreementException">They do not compute the same.</exception>
    public static CustomRow Measure(CustomLoss loss)
    {
        IReadOnlyList<AlignedBuffer<float>> inputs = loss.DrawInputs();
        int gradients = loss.Predictions * CustomLoss.Elements;
        using var forward = new CustomComputation(_ => loss.Forward(inputs));
        using var forwardBackward = new CustomComputation(destination => loss.ForwardBackward(inputs, destination), gradients);
        using var loop = new CustomComputation(_ => loss.Loop(inputs));
        using IComputation? torch = (ContenderCatalog.Torch as ICustomContender)?.Prepare(loss, inputs);
        List<IComputation> computations = [forward, forwardBackward, loop];
        if (torch is not null)
        {
            computations.Add(torch);
        }

        computations.ForEach(static computation => computation.Run());
        var agreement = new Agreement(loss.ToString(), forwardBackward, 1.0 / CustomLoss.Elements);
        agreement.RequireValue(ContenderCatalog.Subject.Name, forward, ContenderCatalog.Subject.Tolerance);
        agreement.RequireValue(LoopName, loop, ContenderCatalog.Reference.Tolerance);
        if (torch is not null)
        {
            agreement.RequireValue(ContenderCatalog.Torch.Name, torch, ContenderCatalog.Torch.Tolerance);
            agreement.RequireGradient(ContenderCatalog.Torch.Name, torch, ContenderCatalog.Torch.Tolerance, gradients);
        }

        IReadOnlyList<double>[] times = InterleavedTimer.Time([.. computations.Select(static computation => (Action)computation.Run)]);
        return new CustomRow(
            loss,
            new Timing(ContenderCatalog.Subject.Name, times[0]),
            new Timing(ContenderCatalog.Subject.Name, times[1]),
            new Timing(LoopName, times[2]),
            torch is null ? null : new Timing(ContenderCatalog.Torch.Name, times[3]));
    }
}
