using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Quick;

namespace LossGen.Benchmarks.Custom;

/// <summary>Measures LossGen, its peers and, if there is one, the user's own method on one loss, in this process.</summary>
public static class CustomRunner
{
    private const string LoopName = "its method in a loop";

    /// <exception cref="DisagreementException">They do not compute the same.</exception>
    public static CustomRow Measure(CustomLoss loss) => Measure(loss, loss.DrawInputs(), [], static _ => { }, out _);

    /// <exception cref="DisagreementException">They do not compute the same.</exception>
    public static ElementwiseRow Measure(ElementwiseLoss loss)
    {
        CustomInputs inputs = loss.DrawInputs();
        using var forward = new CustomComputation(_ => loss.Forward(inputs));
        using var loop = new CustomComputation(_ => loss.Loop(inputs));
        CustomRow row = Measure(
            loss,
            inputs,
            [forward, loop],
            agreement =>
            {
                agreement.RequireValue(ContenderCatalog.Subject.Name, forward, ContenderCatalog.Subject.Tolerance);
                agreement.RequireValue(LoopName, loop, ContenderCatalog.Reference.Tolerance);
            },
            out IReadOnlyList<double>[] times);
        return new ElementwiseRow(row, new Timing(ContenderCatalog.Subject.Name, times[0]), new Timing(LoopName, times[1]));
    }

    // The times are those of the other computations, which compute the value alone.
    private static CustomRow Measure(
        CustomLoss loss, CustomInputs inputs, IReadOnlyList<IComputation> others, Action<Agreement> check, out IReadOnlyList<double>[] times)
    {
        IContender[] peers = [.. ContenderCatalog.Peers.Where(peer => peer.Absence is null && peer is ICustomContender custom && custom.Supports(loss))];
        using var forwardBackward = new CustomComputation(gradients => loss.ForwardBackward(inputs, gradients), loss.Gradients);
        List<IComputation> computations = [];
        try
        {
            foreach (IContender peer in peers)
            {
                computations.Add(((ICustomContender)peer).Prepare(loss, inputs));
            }

            List<IComputation> all = [forwardBackward, .. computations, .. others];
            all.ForEach(static computation => computation.Run());
            var agreement = new Agreement(loss.ToString(), forwardBackward, loss.Steepness / loss.Shape.Divisor);
            check(agreement);
            foreach ((IContender peer, IComputation computation) in peers.Zip(computations))
            {
                agreement.RequireValue(peer.Name, computation, peer.Tolerance);
                agreement.RequireGradient(peer.Name, computation, peer.Tolerance, loss.Gradients);
            }

            IReadOnlyList<double>[] measured = InterleavedTimer.Time([.. all.Select(static computation => (Action)computation.Run)]);
            times = measured[(1 + peers.Length)..];
            return new CustomRow(
                loss,
                new Timing(ContenderCatalog.Subject.Name, measured[0]),
                [.. peers.Zip(measured.Skip(1), static (peer, rounds) => new Timing(peer.Name, rounds))]);
        }
        finally
        {
            computations.ForEach(static computation => computation.Dispose());
        }
    }
}
