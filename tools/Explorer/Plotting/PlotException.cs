namespace LossGen.Explorer.Plotting;

/// <summary>Something cannot be plotted: the message says what, and what to do instead.</summary>
internal sealed class PlotException(string message) : Exception(message);
