using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>What the formula of a <see cref="LossTemplate"/> is made of.</summary>
/// <param name="inputs">What an element or a location has of each input.</param>
/// <param name="options">The options.</param>
/// <param name="values">Their values.</param>
/// <param name="element">The type that the loss is computed in.</param>
/// <param name="classes">The size of the axis, if it has one.</param>
internal sealed class TemplateArguments(IReadOnlyList<Expr> inputs, EquatableArray<LossOption> options, EquatableArray<ExactDouble> values, ElementKind element, int classes)
{
    /// <summary>What the current class has of the option with a number for each; null if that is not given.</summary>
    public Expr? PerClass { get; init; }

    /// <summary>The size of the axis.</summary>
    public int Classes => classes;

    /// <summary>What an element or a location has of an input.</summary>
    public Expr this[int input] => inputs[input];

    /// <summary>The value of an option that is a number.</summary>
    public double Number(string option) => values[options.ToList().FindIndex(each => each.Name == option)].Value;

    /// <summary>A constant of the formula, as a number of the type that the loss is computed in.</summary>
    public double Rounded(double constant) => element == ElementKind.Double ? constant : (float)constant;

    /// <summary>Whether an option says yes.</summary>
    public bool IsTrue(string option) => Number(option) != 0;
}
