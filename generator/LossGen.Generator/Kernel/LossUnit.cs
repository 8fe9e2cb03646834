using LossGen.Generator.Kernel.Drivers;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>What a kernel computes: the value, the gradients, or several in one pass.</summary>
/// <param name="Value">Whether it computes the value.</param>
/// <param name="Gradients">How many gradients it writes: those of the first inputs.</param>
/// <param name="AreOptional">Whether its caller may omit any of them.</param>
/// <param name="Only">The numbers of the sums that it computes; none for all.</param>
/// <param name="Each">Whether it leaves the value of each location, or element, by itself, or takes an upstream gradient for each.</param>
/// <param name="Curvature">Whether it writes the second derivatives by the first input that has a gradient, too.</param>
/// <param name="Directions">How many directions it takes, those of the first inputs that have a gradient: it then writes the gradients of the gradient's product with them.</param>
/// <param name="Side">What it leaves besides value and gradients; with the accuracy, it counts the locations that are predicted right after all other sums.</param>
/// <param name="OfStatistics">Whether the gradient is that of a shard of the classes, from statistics of all of them.</param>
internal sealed record KernelOutputs(
    bool Value,
    int Gradients,
    bool AreOptional = false,
    EquatableArray<int> Only = default,
    bool Each = false,
    bool Curvature = false,
    int Directions = 0,
    OutputKinds Side = OutputKinds.None,
    bool OfStatistics = false)
{
    /// <summary>Whether the classes are a shard of all, so that a label may be none of them.</summary>
    public bool IsSharded => OfStatistics || (Side & OutputKinds.Maxima) != 0;

    public bool AnyGradient => Gradients > 0;
}

/// <summary>A compiled loss: everything in its file, decided.</summary>
/// <param name="Type">The class to fill.</param>
/// <param name="Title">What the loss is called.</param>
/// <param name="Value">The value as mathematics.</param>
/// <param name="Shape">The prediction's shape.</param>
/// <param name="Weight">The factor w.</param>
/// <param name="Reduction">The divisor of the sum.</param>
/// <param name="Inputs">The inputs, by their public names, the prediction first.</param>
/// <param name="Parameters">The numbers and choices that the formula takes besides the inputs.</param>
/// <param name="Weights">The weights by which locations count; null for none.</param>
/// <param name="Gradients">The gradients of the inputs that have one, by their public names; each says whether it may be omitted.</param>
/// <param name="Labels">The inputs that hold a class per location.</param>
/// <param name="Total">What makes the value of the sums; null where there is one, divided as the loss says.</param>
/// <param name="Slopes">The derivatives of the total by the sums on which a gradient depends; null without a total.</param>
/// <param name="Differentiated">The numbers of these sums.</param>
/// <param name="Positions">What kernels run over: elements, locations, or whole samples.</param>
/// <param name="Schedule">How all kernels run.</param>
/// <param name="EntryPoints">The members.</param>
internal sealed record LossUnit(
    LossType Type,
    string Title,
    string Value,
    TensorShape Shape,
    ExactDouble Weight,
    ReductionKind Reduction,
    EquatableArray<Tensor> Inputs,
    EquatableArray<FormulaParameter> Parameters,
    LocationWeights? Weights,
    EquatableArray<Tensor> Gradients,
    EquatableArray<Tensor> Labels,
    LossTotal? Total,
    LossKernel? Slopes,
    EquatableArray<int> Differentiated,
    LoopRole Positions,
    UnitSchedule Schedule,
    EquatableArray<EntryPoint> EntryPoints)
{
    /// <summary>The loss for each value of parameters that are choices; none without such parameters.</summary>
    public EquatableArray<UnitCase> Cases { get; init; }

    /// <summary>What the name of the kernels' class ends with, if they are those of one case.</summary>
    public string CaseName { get; init; } = "";

    /// <summary>Which locations count, and what their sum is divided by.</summary>
    public KeptLocations Kept { get; init; } = KeptLocations.All;

    /// <summary>What calls may leave besides value and gradients, by their public names.</summary>
    public EquatableArray<Tensor> SideOutputs { get; init; }

    /// <summary>Whether the sums say how many locations are predicted right.</summary>
    public bool HasAccuracy { get; init; }

    /// <summary>Whether there is an overload of each member that takes tensors with shapes.</summary>
    public bool TakesTensors { get; init; }

    /// <summary>The statistics of a shard of the classes, one after another.</summary>
    public Tensor[] Statistics => [.. EntryPoints.First(static member => member.Outputs.IsSharded).Driver.Tensors.Where(static tensor => tensor.Role == TensorRole.SideOutput)];

    /// <summary>How many statistics a sample has.</summary>
    public int StatisticsPerSample => Statistics.Length * Shape.LocationsPerSample;

    /// <summary>The values of <c>ForwardEach</c>.</summary>
    public Tensor Values => new(Local("values"), Prediction.Element, TensorRole.Values, Positions == LoopRole.Elements ? TensorLayout.Elements : TensorLayout.Locations);

    /// <summary>The second derivatives of <c>ForwardBackwardCurvature</c>, by the first input that has a gradient.</summary>
    public Tensor Curvature => new(Local("curvature"), Gradients[0].Element, TensorRole.Curvature);

    /// <summary>What <c>DoubleBackward</c> takes for each input that has a gradient, in the same order.</summary>
    public IEnumerable<Tensor> Directions => Gradients.Select(gradient => new Tensor(Local(InputNames.DirectionOf(Inputs[gradient.Number].Name)), gradient.Element, TensorRole.Direction, gradient.Layout, gradient.Number));

    /// <summary>What <c>BackwardEach</c> takes for each of them.</summary>
    public Tensor Upstream => Values with { Name = Local("upstream"), Role = TensorRole.Upstream };

    /// <summary>Whether the count is that of the locations that are kept.</summary>
    public bool CountsKept => Kept.DividesByKept && Total is null;

    /// <summary>Whether the value is divided by the sum of the weights, which may be 0 although locations are kept.</summary>
    public bool DividesByWeights => Kept.Denominator == DenominatorKind.WeightSum && Total is not null;

    /// <summary>How many sums make the value.</summary>
    public int Sums => Total?.Sums.Count ?? 1;

    /// <summary>The parameters that are choices, if there are kernels for each.</summary>
    public IEnumerable<FormulaParameter> Choices => Cases.Count == 0 ? [] : Parameters.Where(static parameter => parameter.IsChoice);

    public Tensor Prediction => Inputs[0];

    /// <summary>The driver of the sums on which the factors of the gradients depend, where these come before the gradients; null where there are none, or all come before.</summary>
    public Driver? NeededSums { get; init; }

    /// <summary>The numbers of the sums on which the factors of the gradients depend.</summary>
    public EquatableArray<int> NeededNumbers => Total is null ? default : Enumerable.Range(0, Total.Sums.Count)
        .Where(number => Slopes!.Body.AllExpressions().Any(slope => slope.PostOrder().OfType<Variable>().Any(variable => variable.Name == Total.Sums[number])))
        .ToEquatableArray();

    /// <summary>The numbers of the other sums, if those come before the gradients; none where all sums come together.</summary>
    public EquatableArray<int> LaterNumbers => NeededSums is null ? default : Enumerable.Range(0, Sums).Where(number => !NeededNumbers.Contains(number)).ToEquatableArray();

    /// <summary>Whether value and gradients come from one pass: the factors of the gradients depend on no sum, or on sums of labels and numbers, which come before.</summary>
    public bool IsFused => Total is null || NeededNumbers.Count == 0 || NeededSums is not null;

    /// <summary>The drivers of all members, each once.</summary>
    public IEnumerable<Driver> Drivers => EntryPoints.SelectMany(static entryPoint => new[] { entryPoint.Driver, entryPoint.AllGradientsDriver, entryPoint.AllDirectionsDriver }).Append(NeededSums).OfType<Driver>()
        .GroupBy(static driver => driver.Name, static (_, same) => same.First());

    /// <summary>The labels that calls check: a truth value is always a class.</summary>
    public IEnumerable<Tensor> CheckedLabels => Labels.Where(static labels => labels.Element != ScalarType.Boolean);

    /// <summary>The second of two inputs, where the first has a gradient: the labels or targets of training code.</summary>
    public Tensor? GroundTruth => Inputs.Count == 2 && Gradients[0].Number == 0 && (Inputs[1].Layout == TensorLayout.Elements || Labels.Contains(Inputs[1])) ? Inputs[1] : null;

    /// <summary>The factor of the sum: w over the number of locations along a class axis, otherwise of samples or elements, or w alone.</summary>
    public string Factor => Divisor is var (symbol, _) ? "w/" + symbol : "w";

    /// <summary>The divisor of the sum and what it counts; null for none, and where a total says what it is.</summary>
    public (string Symbol, string Counted)? Divisor => Total is not null || Kept.Denominator == DenominatorKind.None ? null : CountsKept ? ("K", "locations that are kept") : Reduction switch
    {
        ReductionKind.Mean when IsAlongClassAxis => ("L", "locations"),
        ReductionKind.Mean => ("N", "samples"),
        ReductionKind.MeanElements => ("M", "elements"),
        _ => null,
    };

    /// <summary>How much each sample adds to the count that the sum is divided by, or a total is given: locations, elements, or the sample itself.</summary>
    public int CountedPerSample =>
        Total is null && Reduction == ReductionKind.MeanElements ? Shape.ElementsPerSample
        : IsAlongClassAxis ? Shape.LocationsPerSample
        : Total is not null ? Shape.ElementsPerSample
        : 1;

    /// <summary>A name for a local of a member that differs from every parameter's.</summary>
    public string Local(string wish) => Inputs.Concat(Gradients).Concat(Weights is null ? [] : [Weights.Tensor]).Any(tensor => tensor.Name == wish) ? Local(wish + "Given") : wish;

    public int PositionsPerSample => Positions switch
    {
        LoopRole.Elements => Shape.ElementsPerSample,
        LoopRole.Locations => Shape.LocationsPerSample,
        _ => 1,
    };

    /// <summary>The gradient that a kernel's tensor is, by its public name.</summary>
    public Tensor GradientOf(Tensor input) => Gradients.First(gradient => gradient.Number == input.Number);

    /// <summary>What the constructor takes for the formula.</summary>
    public IEnumerable<FormulaParameter> ConstructorParameters => Parameters.Where(static parameter => !parameter.IsConstant);

    /// <summary>The tables of constants that kernels read: weights, then parameters that the declaration gives.</summary>
    public IEnumerable<ConstantTable> Tables =>
    [
        .. Weights is { Source: WeightSource.Constants } weights ? [ConstantTable.Of(weights)] : Array.Empty<ConstantTable>(),
        .. Parameters.Where(static parameter => parameter.IsConstant).Select(ConstantTable.Of),
    ];

    /// <summary>The table that a kernel's tensor is; null if the caller passes the tensor.</summary>
    public ConstantTable? TableOf(Tensor tensor) => tensor.Role switch
    {
        TensorRole.Weights when Weights!.Source == WeightSource.Constants => ConstantTable.Of(Weights),
        TensorRole.Parameters when Parameters[tensor.Number].IsConstant => ConstantTable.Of(Parameters[tensor.Number]),
        _ => null,
    };

    private bool IsAlongClassAxis => Shape.ClassAxis is not null;

    /// <summary>The number of elements that a tensor has per sample.</summary>
    public int PerSample(Tensor tensor) => tensor.Layout switch
    {
        TensorLayout.Elements => Shape.ElementsPerSample,
        TensorLayout.Locations => Shape.LocationsPerSample,
        _ => throw new InvalidOperationException($"{tensor.Name} is the same for all samples."),
    };
}

/// <summary>The weights by which the locations of a loss count.</summary>
/// <param name="Declared">Which weights, and how they are scaled.</param>
/// <param name="Tensor">The tensor that kernels are passed, by its public name.</param>
/// <param name="Description">The same in words.</param>
/// <param name="Constants">The weights as kernels take them, if the declaration gives them.</param>
internal sealed record LocationWeights(Weighting Declared, Tensor Tensor, string Description, EquatableArray<ExactDouble> Constants)
{
    public WeightSource Source => Declared.Source;
}

/// <summary>A loss for given values of parameters: its kernels.</summary>
/// <param name="Values">The values.</param>
/// <param name="Unit">The loss.</param>
internal sealed record UnitCase(EquatableArray<CaseValue> Values, LossUnit Unit)
{
    /// <summary>The values in words.</summary>
    public string Text => string.Join(" and ", Values.Select(static value => value.Text));
}

/// <summary>One public member and what runs its kernels.</summary>
/// <param name="Name">The member.</param>
/// <param name="Outputs">What its kernel with the first gradient alone computes.</param>
/// <param name="Driver">The driver of the kernel with the first gradient alone, or none.</param>
/// <param name="AllGradientsDriver">The driver of the kernel with every gradient; null if there is only one, or none.</param>
internal sealed record EntryPoint(string Name, KernelOutputs Outputs, Driver Driver, Driver? AllGradientsDriver)
{
    /// <summary>The driver of the kernel that takes every direction, and of whose gradients any may be omitted; null if there is only one direction, or none.</summary>
    public Driver? AllDirectionsDriver { get; init; }

    /// <summary>The notes of the kernel that writes every gradient of the member.</summary>
    public KernelNotes Notes => (AllDirectionsDriver ?? AllGradientsDriver ?? Driver).Main.Kernel.Notes;
}
