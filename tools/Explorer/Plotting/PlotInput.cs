namespace LossGen.Explorer.Plotting;

/// <summary>Something that a loss takes: an input of a call, or an argument of its constructor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The C# type of its numbers, with its full name.</param>
/// <param name="Holds">What its numbers are.</param>
/// <param name="IsSpan">Whether it has several numbers, rather than one.</param>
/// <param name="IsOfConstructor">Whether the constructor takes it.</param>
/// <param name="Length">How many numbers it has for one sample.</param>
/// <param name="Default">The numbers at first, as a user would type them.</param>
internal sealed record PlotInput(string Name, string Type, NumberKind Holds, bool IsSpan, bool IsOfConstructor, int Length, string Default);
