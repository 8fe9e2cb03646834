namespace LossGen.Explorer.Components;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="Values">Its height at each point.</param>
/// <param name="Colour">The number of its colour.</param>
/// <param name="IsDashed">Whether it is dashed.</param>
public sealed record ChartLine(string Name, double[] Values, int Colour, bool IsDashed);
