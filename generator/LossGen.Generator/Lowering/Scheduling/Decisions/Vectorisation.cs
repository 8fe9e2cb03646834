using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Scheduling.Decisions;

/// <summary>What a user who cares for speed wants to know of a compiled loss.</summary>
/// <param name="Element">The type of elements.</param>
/// <param name="Lanes">How many positions are computed at a time; 1 if none are neighbours.</param>
/// <param name="WidestLanes">How many if the machine has vectors of 512 bits.</param>
/// <param name="Called">The functions that are called rather than inlined.</param>
internal sealed record Vectorisation(ScalarType Element, int Lanes, int WidestLanes, EquatableArray<string> Called);
