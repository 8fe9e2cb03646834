namespace LossGen.Mutation.Running;

/// <summary>What became of a mutant.</summary>
internal enum Outcome
{
    /// <summary>The compiler rejects it: it is not counted.</summary>
    DoesNotCompile,

    /// <summary>A test failed, or the process ended early.</summary>
    Killed,

    /// <summary>The tests took several times as long as with the unchanged code.</summary>
    TimedOut,

    /// <summary>All tests passed.</summary>
    Survived,
}
