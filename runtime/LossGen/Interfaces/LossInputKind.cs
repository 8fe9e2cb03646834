namespace LossGen;

/// <summary>What an input of a loss has one number for.</summary>
public enum LossInputKind
{
    /// <summary>Each element of the declared shape.</summary>
    Elements,

    /// <summary>Each location: its tensor has the declared shape without the class axis.</summary>
    Locations,

    /// <summary>Each location, a class from 0 to C − 1.</summary>
    Labels,

    /// <summary>A whole call: a single number, whose gradient is the sum over all samples.</summary>
    Call,
}
