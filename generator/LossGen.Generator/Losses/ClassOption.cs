using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>An option of a loss that has a number for each class: a property of its attribute, an array that is known at compile time.</summary>
/// <param name="Name">The property.</param>
/// <param name="OfAll">The option that has one number for all classes, in place of which it stands, and whose range its numbers have.</param>
internal sealed record ClassOption(string Name, LossOption OfAll)
{
    /// <summary>What it is to the formula.</summary>
    public FormulaParameter Parameter(NumberType type, EquatableArray<ExactDouble> numbers) =>
        new(InvariantText.Small(Name), type, Default: null, OfAll.Range, IsPerClass: true) { Constants = numbers };
}
