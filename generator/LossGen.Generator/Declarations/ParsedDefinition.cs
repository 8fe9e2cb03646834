using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Declarations;

/// <summary>What a declaration says of the loss itself, be it by its attribute or by the formula of its class.</summary>
/// <param name="Definition">The loss; null where a problem was found.</param>
/// <param name="Element">The type of prediction, gradients and value; null where that could not be read.</param>
/// <param name="Inputs">The inputs.</param>
internal readonly record struct ParsedDefinition(LossDefinition? Definition, ElementKind? Element, EquatableArray<LossInput> Inputs = default);
