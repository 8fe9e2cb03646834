using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Drivers;

/// <summary>States the driver of a kernel: count the positions, scale, run block by block, return the sum.</summary>
/// <param name="unit">The loss.</param>
internal sealed class DriverBuilder(LossUnit unit)
{
    // The prediction of a location that has none.
    private const int NoClass = -1;

    /// <summary>The number of samples, as passed to every driver.</summary>
    public static Variable Samples { get; } = new("samples", new IrType(ScalarType.Int32));

    /// <summary>The number of positions.</summary>
    public static Variable Count { get; } = new("count", IrType.Index);

    public static Variable Start { get; } = new("start", IrType.Index);

    public static Variable End { get; } = new("end", IrType.Index);

    /// <summary>How many locations were copied together.</summary>
    public static Variable Kept { get; } = new("kept", IrType.Index);

    /// <summary>The end of a run of locations that are kept.</summary>
    public static Variable KeptEnd { get; } = new("keptEnd", IrType.Index);

    /// <param name="main">The version for any number of locations.</param>
    /// <param name="fewLocations">The version for a few; null for none.</param>
    public Driver Build(KernelVersion main, KernelVersion? fewLocations)
    {
        int sums = main.Kernel.ReturnsValue ? 1 : main.Kernel.SumsInMemory;
        List<DriverStep> steps =
        [
            new ReturnWhereEmpty(),
            new DeclareCount(unit.PositionsPerSample),
            new RunBlocks(Run(main.Kernel, VersionRole.Main, Start, End)),
        ];
        if (sums > 0)
        {
            steps.Add(new ReturnSum());
        }

        return new Driver(
            main.Name,
            sums,
            main.Kernel.Tensors.Where(tensor => unit.TableOf(tensor) is null).ToEquatableArray(),
            FormulaParameters(main.Kernel).ToEquatableArray(),
            Scales(main.Kernel).ToEquatableArray(),
            main,
            fewLocations,
            Bound: default,
            steps.ToEquatableArray());
    }

    /// <summary>The call of a kernel in terms of its driver's names.</summary>
    public KernelRun Run(LossKernel kernel, VersionRole role, Expr start, Expr end) => new(
        role,
        kernel.Tensors.Select(tensor => unit.TableOf(tensor) is { } table ? tensor with { Name = table.Name } : tensor).ToEquatableArray(),
        kernel.Parameters.Select(parameter => Argument(parameter, start, end)).ToEquatableArray(),
        start,
        end,
        IsLent: false);

    /// <summary>The locations that a driver leaves out; null for none.</summary>
    public IgnoredLocations? IgnoredBy(Driver driver)
    {
        if (unit.Kept.IgnoreLabel is not { } label)
        {
            return null;
        }

        GatheredLocations? gathered = GatheredBy(driver);
        return new IgnoredLocations(
            driver.Tensors.First(tensor => tensor.Role == TensorRole.Input && tensor.Number == unit.Labels[0].Number),
            label,
            driver.Tensors.Where(static tensor => tensor.IsOutput).Select(output => output.Layout == TensorLayout.Elements
                ? new FilledOutput(output, unit.Shape.Classes, Stride(unit.Shape), 0)
                : new FilledOutput(output, 1, Expr.Position(1), output is { Role: TensorRole.SideOutput, Number: (int)OutputKinds.Predictions } ? NoClass : 0)).ToEquatableArray(),
            driver.FewLocations is { } few && gathered is null ? new ReturnWhereFew(DispatchFewLocations.Most, Run(few.Kernel, VersionRole.FewLocations, Start, KeptEnd)) : null,
            gathered);
    }

    // Locations that a kernel brings together in tiles are worth copying together first; not where their places matter, as they do in strides and in a data point.
    private GatheredLocations? GatheredBy(Driver driver)
    {
        LossKernel kernel = driver.Main.Kernel;
        if (kernel.Schedule is not { HasTiles: true } || !unit.Shape.ClassesAreContiguous || kernel.Tensors.Any(static tensor => tensor.Layout == TensorLayout.DataPoint))
        {
            return null;
        }

        Names names = Names.Of(kernel);
        TensorCopy[] copies = [.. driver.Tensors.Where(static tensor => tensor.Layout is TensorLayout.Elements or TensorLayout.Locations).Select(tensor =>
            new TensorCopy(tensor, tensor with { Name = names.Fresh("kept" + InvariantText.Capitalised(tensor.Name)) }, tensor.Layout == TensorLayout.Elements ? unit.Shape.Classes : 1))];
        KernelRun run = Run(kernel, VersionRole.Main, Expr.Position(0), Kept);
        return new GatheredLocations(
            kernel.Schedule.GroupSize!.Value,
            copies.ToEquatableArray(),
            run with { Tensors = run.Tensors.Select(tensor => copies.FirstOrDefault(copy => copy.Tensor == tensor)?.Copy ?? tensor).ToEquatableArray() });
    }

    /// <summary>The scalars of a kernel's formula.</summary>
    public static IEnumerable<Variable> FormulaParameters(LossKernel kernel) =>
        kernel.Parameters.Where(static parameter => parameter.Role == ParameterRole.Formula).Select(static parameter => parameter.Variable);

    /// <summary>The factors of the derivatives, in float64 until a kernel takes them.</summary>
    public static IEnumerable<Variable> Scales(LossKernel kernel) =>
        kernel.Parameters.Where(static parameter => parameter.Role == ParameterRole.Scale).Select(static parameter => parameter.Variable with { Type = IrType.Double });

    /// <summary>The distance between a location's neighbouring classes.</summary>
    private static Expr Stride(TensorShape shape) => !shape.BatchIsInner ? Expr.Position(shape.FixedInner)
        : shape.FixedInner > 1 ? Samples.To(ScalarType.Index) * Expr.Position(shape.FixedInner)
        : Samples.To(ScalarType.Index);

    private Expr Argument(Parameter parameter, Expr start, Expr end) => parameter.Role switch
    {
        ParameterRole.Stride => Stride(unit.Shape),
        ParameterRole.Samples => Samples.To(ScalarType.Index),
        ParameterRole.Scale => (parameter.Variable with { Type = IrType.Double }).To(parameter.Variable.Type.Scalar),
        ParameterRole.Formula => parameter.Variable,
        ParameterRole.Start => start,
        ParameterRole.End => end,
        _ => throw new InvalidOperationException($"Unknown parameter {parameter.Role}."),
    };
}
