namespace LossGen.Numerics.Tests.Properties;

/// <summary>The largest error of one quantity, as a fraction of its bound, and its description.</summary>
internal sealed record QuantityError(string Quantity, double Ratio, string Description);

/// <summary>The outcome of a trial: its errors, or what else went wrong.</summary>
internal sealed record TrialOutcome(Trial Trial, IReadOnlyList<QuantityError> Errors, string? Fault)
{
    /// <summary>What differed; null if everything is within its bounds.</summary>
    public string? Failure => Fault ?? Errors.FirstOrDefault(static error => !(error.Ratio <= 1.0))?.Description;
}
