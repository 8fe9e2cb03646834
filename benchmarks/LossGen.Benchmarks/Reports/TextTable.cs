namespace LossGen.Benchmarks.Reports;

/// <summary>A table of text.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Explanation">How to read its columns.</param>
/// <param name="Headings">One per column; the first column holds names and the others numbers.</param>
/// <param name="Rows">Each has one cell per heading.</param>
public sealed record TextTable(string Title, string Explanation, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows);
