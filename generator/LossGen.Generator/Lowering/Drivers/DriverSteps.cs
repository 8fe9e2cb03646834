using LossGen.Generator.Kernel.Drivers;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Drivers;

/// <summary>What passes do to the steps of a driver.</summary>
internal static class DriverSteps
{
    /// <summary>The driver with a step inserted before the one that runs block by block.</summary>
    public static Driver BeforeBlocks(this Driver driver, DriverStep added) => driver with
    {
        Steps = driver.Steps.SelectMany(step => step is RunBlocks ? new[] { added, step } : [step]).ToEquatableArray(),
    };

    /// <summary>The driver with another step for large inputs; with a first one, if it had none.</summary>
    public static Driver WhereLarge(this Driver driver, Func<ReturnWhereLarge, ReturnWhereLarge> change) => driver.Steps.Any(static step => step is ReturnWhereLarge)
        ? driver with { Steps = driver.Steps.Select(step => step is ReturnWhereLarge large ? change(large) : step).ToEquatableArray() }
        : driver.BeforeBlocks(change(new ReturnWhereLarge()));
}
