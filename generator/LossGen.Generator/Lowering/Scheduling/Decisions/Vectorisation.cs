using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Scheduling.Decisions;

/// <summary>What a user who cares for speed wants to know of a compiled loss.</summary>
/// <param name="Element">The type of elements.</param>
/// <param name="Lanes">How many positions are computed at a time; 1 if none are neighbours.</param>
/// <param name="WidestLanes">How many if the machine has vectors of 512 bits.</param>
/// <param name="Called">The functions that are called rather than inlined.</param>
/// <param name="Reductions">The names of what is reduced over an axis.</param>
/// <param name="Loops">How many loops over the axis a location takes, that of the gradients included; 0 for a formula of single elements.</param>
/// <param name="Reads">How often each element is read from memory: once if those of a location, or of a tile of them, stay in a cache meanwhile.</param>
internal sealed record Vectorisation(ScalarType Element, int Lanes, int WidestLanes, EquatableArray<string> Called, EquatableArray<string> Reductions, int Loops, int Reads);
