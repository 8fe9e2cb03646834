namespace LossGen.Explorer.Plotting;

/// <summary>What is plotted at first.</summary>
/// <param name="Input">The input whose first element varies.</param>
/// <param name="From">Where its range begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Values">The elements of inputs, as a user would type them.</param>
public sealed record PlotPreset(string Input, double From, double To, params (string Input, string Elements)[] Values);
