using System.Numerics;
using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Quick;

/// <summary>Measures all contenders on one workload, in this process.</summary>
public static class QuickRunner
{
    private const double ToleranceOfDoubles = 1e-11;

    /// <exception cref="DisagreementException">They do not compute the same.</exception>
    public static Row Measure(Workload workload) =>
        workload.IsDouble ? Measure(Inputs<double>.Draw(workload)) : Measure(Inputs<float>.Draw(workload));

    private static Row Measure<T>(Inputs<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        IContender[] contenders = [.. ContenderCatalog.For(inputs.Workload)];
        List<IComputation> computations = [];
        try
        {
            foreach (IContender contender in contenders)
            {
                computations.Add(contender.Prepare(inputs));
            }

            RequireAgreement(inputs, contenders, computations);
            List<Action> actions = [.. computations.Select(static computation => (Action)computation.Run)];
            int copies = actions.Count;
            if (inputs.Workload.IsBoundByMemory)
            {
                actions.Add(() => MemoryCopy.Instance.PastCaches(inputs.Workload.Threads));
            }

            int peaks = actions.Count;
            if (inputs.Workload.IsCountedInSlots)
            {
                actions.Add(MultiplyAdd.Run);
            }

            IReadOnlyList<double>[] times = inputs.Workload.Threads > 1 ? InterleavedTimer.TimeRested(actions) : InterleavedTimer.Time(actions);
            return new Row(
                inputs.Workload,
                [.. contenders.Zip(times, static (contender, rounds) => new Timing(contender.Name, rounds))],
                inputs.Workload.IsBoundByMemory ? times[copies] : [],
                inputs.Workload.IsCountedInSlots ? times[peaks] : []);
        }
        finally
        {
            computations.ForEach(static computation => computation.Dispose());
        }
    }

    private static void RequireAgreement<T>(Inputs<T> inputs, IContender[] contenders, List<IComputation> computations)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Workload workload = inputs.Workload;
        using IComputation reference = ContenderCatalog.Reference.Prepare(inputs.ToDouble());
        reference.Run();
        var agreement = new Agreement(workload.ToString(), reference, 1.0 / workload.Shape.Divisor);
        for (int i = 0; i < contenders.Length; i++)
        {
            computations[i].Run();
            double tolerance = workload.IsDouble ? ToleranceOfDoubles : contenders[i].Tolerance;
            if (workload.HasValue)
            {
                agreement.RequireValue(contenders[i].Name, computations[i], tolerance);
            }

            if (workload.HasGradient)
            {
                agreement.RequireGradient(contenders[i].Name, computations[i], tolerance, workload.GradientElements);
            }
        }
    }
}
