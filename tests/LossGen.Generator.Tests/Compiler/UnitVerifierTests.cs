using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;
using LossGen.Generator.Losses;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>All kernels of a loss have the same schedule, whichever tensors each has; kernels that disagree are rejected, and the disagreement is named.</summary>
public sealed class UnitVerifierTests
{
    // A tile that the value does not need; classes that the value does not read, too many for a tile; rows; one location after another; whole samples.
    public static TheoryData<string, int, int, bool> Shapes => new()
    {
        { nameof(LossKind.MultinomialLogistic), 100, 3, true },
        { nameof(LossKind.MultinomialLogistic), 1500, 3, true },
        { nameof(LossKind.MultinomialLogistic), 10, 1, false },
        { nameof(LossKind.Softmax), 1000, 1, false },
        { nameof(LossKind.Softmax), 5000, 7, false },
        { nameof(LossKind.SoftlabelSoftmax), 1500, 2, false },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void EveryMemberHasTheSameSchedule(string loss, int classes, int inner, bool isDouble)
    {
        LossUnit unit = Compile(Enum.Parse<LossKind>(loss), classes, inner, isDouble ? ElementKind.Double : ElementKind.Single);
        Assert.Empty(UnitVerifier.Check(unit));
        Assert.Equal(["Compute", "ForwardEach", "BackwardEach"], unit.Drivers.Select(static driver => driver.Name).Take(3));
        Assert.Single(unit.Drivers.Select(static driver => driver.Main.Kernel.Schedule).Distinct());
        Assert.Single(unit.Drivers.Select(static driver => driver.FewLocations?.Kernel.Schedule).Distinct());
    }

    [Fact]
    public void AScheduleOfItsOwnIsFound() => Finds(
        "Compute for 256 bits has a schedule of its own",
        static driver => driver with { Main = driver.Main with { Kernel = driver.Main.Kernel with { Schedule = driver.Main.Kernel.Schedule! with { GroupSize = 16 } } } });

    [Fact]
    public void AScheduleOfItsOwnForWiderVectorsIsFound() => Finds(
        "Compute for 512 bits has a schedule of its own",
        static driver => driver with { Main = driver.Main with { Wider = driver.Main.Wider! with { Schedule = driver.Main.Wider.Schedule! with { MostPerStep = 1 } } } });

    [Fact]
    public void AMemberWithoutAKernelForFewLocationsIsFound() => Finds("Compute has no kernel for few locations", static driver => driver with { FewLocations = null });

    [Fact]
    public void ABlockThatCutsGroupsIsFound()
    {
        LossUnit unit = Compile(LossKind.MultinomialLogistic, 100, 3, ElementKind.Double);
        Assert.Contains(UnitVerifier.Check(unit with { Schedule = unit.Schedule with { BlockSize = 50 } }), static problem => problem.Contains("blocks of 50 cut groups of 32", StringComparison.Ordinal));
    }

    private static void Finds(string problem, Func<Driver, Driver> change)
    {
        LossUnit unit = Compile(LossKind.MultinomialLogistic, 100, 3, ElementKind.Double);
        EntryPoint forward = unit.EntryPoints[0];
        LossUnit changed = unit with { EntryPoints = unit.EntryPoints.Skip(1).Prepend(forward with { Driver = change(forward.Driver) }).ToEquatableArray() };
        Assert.Contains(problem, Assert.Single(UnitVerifier.Check(changed)), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => UnitVerifier.Require(changed));
    }

    private static LossUnit Compile(LossKind loss, int classes, int inner, ElementKind element) => new LossCompiler(Dialect.IsPrintable).Compile(new LossSpec(
        BuiltInLoss.Of(loss),
        new LossType("", EquatableArray.Of(new TypeDeclaration("class", "Any")), "Any"),
        new TensorShape(new[] { Shape.Batch, classes, inner }.ToEquatableArray(), ClassAxis: 1),
        element,
        1.0,
        BuiltInLoss.Of(loss).Inputs("logits", "labels"))
    { HasEach = true });
}
