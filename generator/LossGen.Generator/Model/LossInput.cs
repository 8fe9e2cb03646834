namespace LossGen.Generator.Model;

/// <summary>What an input of a loss holds.</summary>
internal enum InputKind
{
    /// <summary>A number for each element of the shape.</summary>
    Elements,

    /// <summary>A number for each location.</summary>
    Numbers,

    /// <summary>A class for each location: an integer from 0 to C − 1.</summary>
    Labels,

    /// <summary>One number for a whole call, whose gradient is summed.</summary>
    Learned,
}

/// <summary>An input of a loss.</summary>
/// <param name="Name">Its name, as written in C#.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Type">The type of its numbers; null for that of the loss's value.</param>
/// <param name="HasGradient">Whether a gradient by it is computed.</param>
internal sealed record LossInput(string Name, InputKind Kind, NumberType? Type, bool HasGradient)
{
    public static LossInput Elements(string name) => new(name, InputKind.Elements, null, HasGradient: true);

    /// <summary>A truth value for each element of the shape.</summary>
    public static LossInput Truths(string name) => new(name, InputKind.Elements, NumberType.Boolean, HasGradient: false);

    /// <summary>A number for each location, by which there is no gradient.</summary>
    public static LossInput Numbers(string name) => new(name, InputKind.Numbers, null, HasGradient: false);

    public static LossInput Labels(string name, NumberType type) => new(name, InputKind.Labels, type, HasGradient: false);
}
