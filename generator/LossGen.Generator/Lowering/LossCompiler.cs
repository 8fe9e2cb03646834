using LossGen.CompilerServices;
using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;
using LossGen.Generator.Losses;
using LossGen.Generator.Lowering.Building;
using LossGen.Generator.Lowering.ClassAxis;
using LossGen.Generator.Lowering.Drivers;
using LossGen.Generator.Lowering.Mathematics;
using LossGen.Generator.Lowering.Scheduling;
using LossGen.Generator.Lowering.Scheduling.Decisions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>Compiles a spec: one kernel for all members that compute value and gradients, and one for each further kind of member, each through the whole <see cref="Pipeline"/>.</summary>
/// <param name="isPrintable">Whether the target prints an op of a type.</param>
internal sealed class LossCompiler(Func<Op, IrType, bool> isPrintable)
{
    // Of a second-level cache, even of double.
    private const int CachedBytes = 256 * 1024;

    private readonly Pipeline pipeline = new(isPrintable);

    /// <summary>Compiles a loss: once for each case of its formula, whose kernels are chosen among where they are called.</summary>
    public LossUnit Compile(LossSpec spec)
    {
        if (spec.Definition is not CustomFormula { Cases.Count: > 1 } formula)
        {
            return CompileCase(spec, mayShare: true);
        }

        // Each case has the same methods.
        UnitCase[] cases = Cases(mayShare: true);
        cases = cases.Select(static each => string.Join(" ", each.Unit.Drivers.Select(static driver => driver.Name))).Distinct().Count() == 1 ? cases : Cases(mayShare: false);
        return cases[0].Unit with { CaseName = "", Cases = cases.ToEquatableArray() };

        UnitCase[] Cases(bool mayShare) =>
            [.. formula.Cases.Select((each, number) => new UnitCase(each.Values, CompileCase(spec with { Definition = formula with { CaseNumber = number } }, mayShare) with { CaseName = each.Name }))];
    }

    private LossUnit CompileCase(LossSpec spec, bool mayShare)
    {
        LossDefinition definition = spec.Definition;
        EquatableArray<int> differentiated = definition.Differentiated;
        LossTensors tensors = LossTensors.Of(spec);

        // A built-in loss always writes its first gradient; for a custom loss with several gradients, any may be omitted.
        bool areOptional = definition is CustomFormula && tensors.Gradients.Count > 1;
        LoopRole positions = SumOfElements.RunsOverElements(spec) ? LoopRole.Elements : ClassAxisBuilder.PositionsOf(spec);
        KernelOutputs everything = new(Value: true, tensors.Gradients.Count, areOptional);
        LossKernel whole = Mathematics(everything);
        UnitSchedule schedule = ScheduleUnit.Of(whole, positions, spec.Shape);
        OutputKinds accuracy = spec.Outputs & OutputKinds.Accuracy, side = spec.Outputs & ~(OutputKinds.Accuracy | OutputKinds.Statistics);
        bool hasStatistics = (spec.Outputs & OutputKinds.Statistics) != 0;
        LossUnit unit = new(
            spec.Type,
            definition.Title,
            whole.Notes.Formula,
            spec.Shape,
            spec.Weight,
            definition.Reduction,
            tensors.Inputs.ToEquatableArray(),
            definition.Parameters,
            spec.Weighting is { } weighting
                ? new LocationWeights(weighting, tensors.Weights!, WeightsText.Describe(weighting, spec.Shape), Scaled(weighting, spec.Shape))
                : null,
            tensors.Gradients.Select((gradient, number) => gradient with { IsOptional = areOptional || number > 0 }).ToEquatableArray(),
            tensors.Inputs.Where(input => spec.Inputs[input.Number].Kind == InputKind.Labels).ToEquatableArray(),
            spec.Total,
            spec.Total is { } total ? TotalSlopes.Of(total, differentiated, pipeline) : null,
            differentiated,
            positions,
            schedule,
            EntryPoints: default)
        {
            Kept = spec.Kept,
            HasAccuracy = accuracy != OutputKinds.None,
            TakesTensors = spec.TakesTensors,
        };
        unit = unit with { SideOutputs = SideOutputs.Of(side, unit.Prediction.Element).Select(output => output with { Name = unit.Local(output.Name) }).ToEquatableArray() };
        DriverBuilder builder = new(unit);
        EquatableArray<int> needed = unit.NeededNumbers;
        IReadOnlyList<DriverPass> driverPasses = Pipeline.Drivers(builder, sharesAmongThreads: spec.Parallelism == ParallelismKind.Auto);
        unit = needed.Count > 0 && (spec.Total!.Method is null || (definition is CustomFormula formula && needed.All(number => formula.Cases.All(each => AreOfLabels(each.Summands[number])))))
            ? unit with { NeededSums = Driver("NeededSums", new KernelOutputs(Value: true, Gradients: 0, Only: needed)) }
            : unit;

        // The sums that come before the gradients are not computed again beside them. A gradient that is a sum is a result in its own right.
        mayShare &= unit.IsFused && tensors.Gradients.All(static gradient => gradient.Layout != TensorLayout.Call);
        Driver? shared = Shared("Compute", OutputKinds.None);
        Driver? sharedOutputs = side == OutputKinds.None ? null : Shared("ComputeOutputs", side);
        unit = unit with
        {
            EntryPoints = new[]
            {
                EntryPoint("Forward", new KernelOutputs(Value: true, Gradients: 0, Side: accuracy), accuracy == OutputKinds.None && unit.LaterNumbers.Count == 0 ? shared : null),
                EntryPoint("Backward", new KernelOutputs(Value: false, Gradients: 1), shared),
                unit.IsFused ? EntryPoint("ForwardBackward", new KernelOutputs(Value: true, Gradients: 1, Only: unit.LaterNumbers), shared) : null,
                spec.HasEach ? EntryPoint("ForwardEach", new KernelOutputs(Value: false, Gradients: 0, Each: true)) : null,
                spec.HasEach ? EntryPoint("BackwardEach", new KernelOutputs(Value: false, Gradients: 1, Each: true)) : null,
                spec.HasCurvature ? DoubleBackward("DoubleBackward") : null,
                spec.HasCurvature ? EntryPoint("ForwardBackwardCurvature", new KernelOutputs(Value: true, Gradients: 1, Curvature: true)) : null,
                side != OutputKinds.None ? EntryPoint("ForwardOutputs", new KernelOutputs(Value: true, Gradients: 0, Side: side), unit.LaterNumbers.Count == 0 ? sharedOutputs : null) : null,
                side != OutputKinds.None ? EntryPoint("ForwardBackwardOutputs", new KernelOutputs(Value: true, Gradients: 1, Only: unit.LaterNumbers, Side: side), sharedOutputs) : null,
                hasStatistics ? EntryPoint("Statistics", new KernelOutputs(Value: false, Gradients: 0, Side: OutputKinds.Maxima | OutputKinds.Others | OutputKinds.LabelLogits)) : null,
                hasStatistics ? EntryPoint("BackwardOfStatistics", new KernelOutputs(Value: false, Gradients: 1, OfStatistics: true)) : null,
            }.OfType<EntryPoint>().ToEquatableArray(),
        };
        UnitVerifier.Require(unit);
        return unit;

        // Second derivatives are those by one input.
        EntryPoint EntryPoint(string name, KernelOutputs outputs, Driver? shared = null)
        {
            bool hasOthers = outputs is { AnyGradient: true, Curvature: false } && tensors.Gradients.Count > 1;
            OutputParts wanted = (outputs.Value ? OutputParts.Value : OutputParts.None) | (outputs.AnyGradient ? OutputParts.Gradient : OutputParts.None);
            return shared is not null
                ? new(name, outputs, shared with { Wanted = wanted }, hasOthers ? shared with { Wanted = wanted | OutputParts.OtherGradients } : null)
                : new(
                    name,
                    outputs,
                    Driver(name, outputs),
                    hasOthers ? Driver(name + (areOptional ? "Any" : "Both"), outputs with { Gradients = tensors.Gradients.Count, AreOptional = areOptional }) : null);
        }

        // A driver for several members; null where they have to have their own.
        Driver? Shared(string name, OutputKinds side)
        {
            Driver? driver = mayShare ? Driver(name, everything with { Only = unit.LaterNumbers, Side = side }, isShared: true) : null;
            return driver?.Versions.SelectMany(static version => version.All).All(static kernel => kernel.Contents.Overlaps(NodeSet.OutputTests)) == true ? driver : null;
        }

        // Most calls give a direction along the first input alone.
        EntryPoint DoubleBackward(string name)
        {
            int inputs = tensors.Gradients.Count;
            return EntryPoint(name, new KernelOutputs(Value: false, Gradients: 1, Directions: 1)) with
            {
                AllDirectionsDriver = inputs > 1 ? Driver(name + "All", new KernelOutputs(Value: false, Gradients: inputs, AreOptional: true, Directions: inputs)) : null,
            };
        }

        Driver Driver(string name, KernelOutputs outputs, bool isShared = false)
        {
            LossKernel kernel = outputs == everything ? whole : Mathematics(outputs);
            KernelVersion main = Version(kernel with { Name = name, Request = new KernelRequest(Unit: schedule, IsShared: isShared) });
            KernelVersion? few = schedule.HasFewLocations ? Version(kernel with { Name = name + "Few", Request = new KernelRequest(ForFewLocations: true, Unit: schedule, IsShared: isShared) }) : null;
            return driverPasses.Aggregate(builder.Build(main, few) with { Outputs = outputs }, static (driver, pass) => pass.Run(driver));
        }

        // A few locations are done before wider vectors pay.
        KernelVersion Version(LossKernel kernel)
        {
            LossKernel loops = pipeline.Run(kernel, pipeline.Schedule, pipeline.Loops);
            LossKernel narrow = pipeline.Run(loops, pipeline.Lanes, pipeline.Printing);
            LossKernel? wider = kernel.Request.ForFewLocations ? null : pipeline.Run(loops.For(VectorWidth.Bits512), pipeline.Lanes, pipeline.Printing);
            return new KernelVersion(narrow, wider is null || wider.Body.Equals(narrow.Body) ? null : wider);
        }

        // The mathematics passes look at one statement at a time, so that each output is computed the same way whatever the others are.
        LossKernel Mathematics(KernelOutputs outputs) => pipeline.Run(KernelBuilder.Build(spec, outputs, "Kernel"), pipeline.Mathematics);
    }

    /// <summary>What is computed, value and all gradients, after all rules and before any choice is made for a machine.</summary>
    public LossKernel Mathematics(LossSpec spec) =>
        pipeline.Stages(KernelBuilder.Build(spec, new KernelOutputs(Value: true, LossTensors.Of(spec).Gradients.Count), "ForwardBackward")).First(static stage => stage.Pass == nameof(Stabilise)).Kernel;

    /// <summary>How the kernel that computes value and all gradients is vectorised, as far as that is chosen before there are loops.</summary>
    public Vectorisation Vectorise(LossSpec spec)
    {
        int gradients = LossTensors.Of(spec).Gradients.Count;
        LossKernel kernel = ChooseSchedule.Run(pipeline.Run(KernelBuilder.Build(spec, new KernelOutputs(Value: true, gradients, AreOptional: gradients > 1), "ForwardBackward"), pipeline.Mathematics));
        Schedule schedule = kernel.Schedule!;
        IReadOnlyList<(string Name, int Loop)> reductions = LowerClassAxis.ReductionsOf(kernel);
        int loops = kernel.Iteration is ClassAxisIteration ? reductions.Select(static reduction => reduction.Loop).Append(0).Max() + 1 : 0;
        bool isCached = schedule.HasTiles || kernel.Iteration is ElementwiseIteration || spec.Shape.Classes * spec.Inputs.Count(static input => input.Kind == InputKind.Elements) * sizeof(double) <= CachedBytes;
        bool hasLanes = schedule.VectorLoop is not null || schedule.HasTiles;
        return new Vectorisation(
            kernel.Element,
            hasLanes ? schedule.Lanes : 1,
            hasLanes ? kernel.For(VectorWidth.Bits512).Schedule!.WidestLanes : 1,
            kernel.Body.AllExpressions().SelectMany(Traversal.PostOrder).OfType<Apply>().Select(static e => Operations.Get(e.Op).Called).OfType<string>()
                .Distinct().OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray(),
            reductions.Select(static reduction => reduction.Name).ToEquatableArray(),
            loops,
            isCached ? 1 : loops);
    }

    // Reading labels and numbers costs little beside reading elements.
    private static bool AreOfLabels(Expr summand) => summand.Nodes(NodeSet.Elements).Cast<Element>().All(static element => element.Tensor.Role == TensorRole.Parameters);

    // Scaled like the constructor's weights, to the bit: it is the same code.
    private static EquatableArray<ExactDouble> Scaled(Weighting weighting, TensorShape shape)
    {
        double[] weights = [.. weighting.Constants.Select(static weight => weight.Value)];
        if (weighting.Normalization != NormalizationKind.None)
        {
            WeightScaling.Scale(weights, shape.Classes, weighting.Inner(shape), weighting.Normalization == NormalizationKind.Local);
        }

        return weights.Select(static weight => (ExactDouble)weight).ToEquatableArray();
    }
}
