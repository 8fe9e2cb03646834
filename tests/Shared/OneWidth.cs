using System.Runtime.Intrinsics;
using LossGen.Generator;
using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Tests;

/// <summary>
/// A loss's file with the kernels for one width of vectors: for tests that run no others, or are about what both have. The C# compiler would take as long
/// for the others again.
/// </summary>
internal static class OneWidth
{
    /// <summary>The width that this machine runs: where there are wider vectors, kernels for narrower ones hand over to theirs.</summary>
    public static VectorWidth ThisMachine { get; } = Vector512.IsHardwareAccelerated ? VectorWidth.Bits512 : VectorWidth.Bits256;

    /// <summary>
    /// One of the widths, the other one after four days, so that what is tried every second or fourth day is tried with both: for tests that find the same in
    /// both but by a fault that is rare.
    /// </summary>
    public static VectorWidth OfTheDay { get; } = RandomRun.SeedOfTheRun / 4 % 2 == 0 ? VectorWidth.Bits256 : VectorWidth.Bits512;

    public static string Print(LossSpec spec, VectorWidth width) => Print(LossGenerator.Compiler.Compile(spec), width);

    /// <summary>The same for a loss that is already compiled.</summary>
    public static string Print(LossUnit unit, VectorWidth width) => LossFilePrinter.Print(unit with
    {
        EntryPoints = unit.EntryPoints
            .Select(member => member with
            {
                Driver = Of(member.Driver, width),
                AllGradientsDriver = member.AllGradientsDriver is { } all ? Of(all, width) : null,
                AllDirectionsDriver = member.AllDirectionsDriver is { } directions ? Of(directions, width) : null,
            })
            .ToEquatableArray(),
    });

    // What streams is run in vectors of 256 bits where it does.
    private static Driver Of(Driver driver, VectorWidth width) => driver.Main.IsStreamed ? driver : driver with
    {
        Main = new KernelVersion(width == VectorWidth.Bits512 ? driver.Main.Wider ?? driver.Main.Kernel : driver.Main.Kernel, Wider: null),
    };
}
