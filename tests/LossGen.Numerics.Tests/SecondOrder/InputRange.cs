using System.Reflection;

namespace LossGen.Numerics.Tests.SecondOrder;

/// <summary>What an input has one element for.</summary>
internal enum InputPlaces
{
    /// <summary>Every element of the shape.</summary>
    Elements,

    /// <summary>Every location.</summary>
    Locations,

    /// <summary>The whole call.</summary>
    Call,
}

/// <summary>The numbers that a test draws for an input of a loss; of labels, classes.</summary>
/// <param name="Places">What it has one element for.</param>
/// <param name="Least">The least number; NaN where all are −1 or 1.</param>
/// <param name="Greatest">The greatest.</param>
internal sealed record InputRange(InputPlaces Places, double Least = -2, double Greatest = 2)
{
    public static InputRange Real { get; } = new(InputPlaces.Elements);

    public static InputRange Label { get; } = new(InputPlaces.Locations);

    /// <summary>The inputs of a formula, by the parameters of its method.</summary>
    public static IReadOnlyList<InputRange> Of(MethodInfo formula) =>
    [
        .. formula.GetParameters().Where(static parameter => parameter.GetCustomAttribute<ParameterAttribute>() is null).Select(static parameter => new InputRange(
            parameter.GetCustomAttribute<LearnedAttribute>() is not null ? InputPlaces.Call : parameter.ParameterType.IsGenericType ? InputPlaces.Elements : InputPlaces.Locations,
            0.15,
            0.85)),
    ];
}
