using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Custom;
using LossGen.Benchmarks.Quick;

namespace LossGen.Benchmarks.Options;

/// <summary>Measures a loss with options, the plain loss and PyTorch, in this process.</summary>
public static class OptionRunner
{
    private const string PlainName = "the plain loss";

    /// <exception cref="DisagreementException">They do not compute the same.</exception>
    public static OptionRow Measure(OptionLoss loss)
    {
        CustomInputs drawn = loss.DrawInputs();
        CustomInputs marked = loss.Ignored.Mark(drawn);
        OptionFunction function = loss.Bind(marked);
        using var subject = new CustomComputation(results => function(results), loss.Results);
        using CustomComputation? plain = Plain(loss, drawn);
        using IComputation? torch = Torch(loss, marked);
        List<IComputation> all = [subject, .. Present(plain), .. Present(torch)];
        all.ForEach(static computation => computation.Run());
        RequireAgreement(loss, subject, plain, torch);

        IReadOnlyList<double>[] times = InterleavedTimer.Time([.. all.Select(static computation => (Action)computation.Run)]);
        return new OptionRow(
            loss,
            new Timing(ContenderCatalog.Subject.Name, times[0]),
            plain is null ? null : new Timing(PlainName, times[1]),
            torch is null ? null : new Timing(ContenderCatalog.Torch.Name, times[^1]));
    }

    private static CustomComputation? Plain(OptionLoss loss, CustomInputs drawn)
    {
        if (loss.Plain is null)
        {
            return null;
        }

        OptionFunction function = loss.Plain(drawn);
        return new CustomComputation(results => function(results), loss.IsOfLocations ? 0 : loss.Gradients);
    }

    private static IComputation? Torch(OptionLoss loss, CustomInputs marked) =>
        loss.Group.HasPeer && ContenderCatalog.Torch is { Absence: null } and ICustomContender torch ? torch.Prepare(loss, marked) : null;

    private static IEnumerable<IComputation> Present(IComputation? computation) => computation is null ? [] : [computation];

    // With other options than the plain loss, values are not compared with it.
    private static void RequireAgreement(OptionLoss loss, CustomComputation subject, CustomComputation? plain, IComputation? torch)
    {
        var agreement = new Agreement(loss.ToString(), subject, loss.Steepness / (loss.IsOfLocations ? 1 : loss.Shape.Divisor));
        if (torch is not null)
        {
            if (!loss.IsOfLocations)
            {
                agreement.RequireValue(ContenderCatalog.Torch.Name, torch, ContenderCatalog.Torch.Tolerance);
            }

            agreement.RequireGradient(ContenderCatalog.Torch.Name, torch, ContenderCatalog.Torch.Tolerance, loss.Results);
        }

        if (loss.Group == OptionGroup.Curvature)
        {
            agreement.RequireValue(PlainName, plain!, ContenderCatalog.Subject.Tolerance);
        }
    }
}
