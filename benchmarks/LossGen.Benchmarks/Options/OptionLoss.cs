using LossGen.Benchmarks.Custom;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Options;

/// <summary>Computes a value, and writes to the array; the value is NaN if there is only what was written.</summary>
public delegate float OptionFunction(AlignedBuffer<float> results);

/// <summary>A declaration with options, or a member that it asks for, and what it is compared with.</summary>
/// <param name="group">The table of its row.</param>
/// <param name="declaration">The class that LossGen generated.</param>
/// <param name="shape">The shape of the prediction.</param>
/// <param name="predictions">How many of the first inputs a model predicts: those whose gradients training needs.</param>
/// <param name="bind">What is timed, given the inputs.</param>
/// <param name="inputs">How each input of the prediction's shape is drawn.</param>
public sealed class OptionLoss(
    OptionGroup group, Type declaration, TensorShape shape, int predictions, Func<CustomInputs, OptionFunction> bind, params IReadOnlyList<Draw> inputs)
    : CustomLoss(declaration, shape, predictions, inputs)
{
    public OptionGroup Group => group;

    /// <summary>What it is called in its table.</summary>
    public required string Title { get; init; }

    /// <summary>The plain loss that is timed beside it; null if there is none.</summary>
    public Func<CustomInputs, OptionFunction>? Plain { get; init; }

    /// <summary>An input with one number per location, the last one; null if there is none.</summary>
    public Draw? PerLocation { get; init; }

    /// <summary>An input with one number per class, the last one; null if there is none.</summary>
    public Draw? PerClass { get; init; }

    /// <summary>The labels that are ignored.</summary>
    public IgnoredLabels Ignored { get; init; } = IgnoredLabels.None;

    /// <summary>Whether it writes the values of single locations, not gradients.</summary>
    public bool IsOfLocations => group == OptionGroup.Each;

    /// <summary>How many numbers it writes beside the value.</summary>
    public int Results => IsOfLocations ? Shape.Locations : group == OptionGroup.Curvature ? 2 * Shape.Elements : Gradients;

    /// <summary>What is timed.</summary>
    public OptionFunction Bind(CustomInputs marked) => bind(marked);

    /// <summary>The inputs before any label is marked as ignored, as the plain loss takes them.</summary>
    public override CustomInputs DrawInputs()
    {
        CustomInputs drawn = base.DrawInputs();
        var random = new RandomBlocks();
        return drawn with
        {
            Values =
            [
                .. drawn.Values,
                .. PerLocation is null ? (AlignedBuffer<float>[])[] : [PerLocation(random, Shape.Locations)],
                .. PerClass is null ? (AlignedBuffer<float>[])[] : [PerClass(random, Shape.Classes)],
            ],
        };
    }

    public override float ForwardBackward(CustomInputs inputs, AlignedBuffer<float> gradients) => bind(inputs)(gradients);

    public override string ToString() => $"options {group.Name} {Title} {Shape} float";
}
