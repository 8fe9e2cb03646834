namespace LossGen.Numerics.Tests.Properties;

/// <summary>The largest error of one quantity, as a part of its bound, and what it was.</summary>
internal sealed record QuantityError(string Quantity, double Ratio, string Description);

/// <summary>What became of a trial: its errors, or what else went wrong.</summary>
internal sealed record TrialOutcome(Trial Trial, IReadOnlyList<QuantityError> Errors, string? Fault)
{
    /// <summary>What differed; null where all is within its bounds.</summary>
    public string? Failure => Fault ?? Errors.FirstOrDefault(static error => !(error.Ratio <= 1.0))?.Description;
}
