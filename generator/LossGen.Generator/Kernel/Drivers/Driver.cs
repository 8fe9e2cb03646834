using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel.Drivers;

/// <summary>Which of a driver's versions is run.</summary>
internal enum VersionRole
{
    /// <summary>The one that serves any number of locations, block by block.</summary>
    Main,

    /// <summary>The one for a few locations, all in one block.</summary>
    FewLocations,
}

/// <summary>
/// The method around the versions of a kernel: it is given whole tensors, chooses a version, and adds the blocks' sums in their order. Invariant: every step prints as
/// it stands, nothing is left to choose.
/// </summary>
/// <param name="Name">The method's name.</param>
/// <param name="Element">The type of the value; null where it returns none.</param>
/// <param name="Tensors">What it is given, in parameter order: constant weights it finds itself.</param>
/// <param name="FormulaParameters">The scalars of the formula, after the number of samples.</param>
/// <param name="Main">The version for any number of locations.</param>
/// <param name="FewLocations">The version for a few; null where there is none.</param>
/// <param name="Bound">The types that hold what a version is called with, where the runtime library runs it.</param>
/// <param name="Steps">What it does.</param>
internal sealed record Driver(
    string Name,
    ScalarType? Element,
    EquatableArray<Tensor> Tensors,
    EquatableArray<Variable> FormulaParameters,
    KernelVersion Main,
    KernelVersion? FewLocations,
    EquatableArray<BoundKernel> Bound,
    EquatableArray<DriverStep> Steps)
{
    public bool ReturnsValue => Element is not null;

    /// <summary>The versions, the main one first.</summary>
    public IEnumerable<KernelVersion> Versions => FewLocations is null ? [Main] : [Main, FewLocations];

    public KernelVersion Version(VersionRole role) => role == VersionRole.Main
        ? Main
        : FewLocations ?? throw new InvalidOperationException($"{Name} has no version for a few locations.");

    /// <summary>The type that stands for a version; null where it is called by itself.</summary>
    public BoundKernel? BoundOf(VersionRole role) => Bound.FirstOrDefault(bound => bound.Role == role);
}

/// <summary>A type that holds what a version is called with, so that the runtime library can run it over blocks: it lends memory, wakes threads, writes past the caches.</summary>
/// <param name="Role">Which version.</param>
/// <param name="Tensors">The tensors that it holds.</param>
/// <param name="Scalars">The scalars that it holds, by the names that the driver has for them.</param>
/// <param name="ReplacedInputs">The inputs in whose place a gradient may be computed, where gradients could go past the caches: a line that was just read is in them.</param>
/// <param name="Run">How it runs one block.</param>
internal sealed record BoundKernel(VersionRole Role, EquatableArray<Tensor> Tensors, EquatableArray<Variable> Scalars, EquatableArray<ReplacedInput> ReplacedInputs, KernelRun Run);

/// <summary>An input and the gradient that may be computed in its place.</summary>
internal sealed record ReplacedInput(Tensor Input, Tensor Gradient);
