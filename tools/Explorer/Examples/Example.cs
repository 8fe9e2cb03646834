using LossGen.Explorer.Plotting;

namespace LossGen.Explorer.Examples;

/// <summary>A text to start from.</summary>
/// <param name="Name">The name of its file, and its key.</param>
/// <param name="Title">What the list of examples says.</param>
/// <param name="Text">The text.</param>
/// <param name="Plot">What is plotted at first.</param>
/// <param name="Reported">The ids that are reported for it.</param>
internal sealed record Example(string Name, string Title, string Text, PlotPreset Plot, IReadOnlyList<string> Reported);
