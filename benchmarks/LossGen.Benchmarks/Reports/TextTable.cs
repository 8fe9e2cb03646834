namespace LossGen.Benchmarks.Reports;

/// <summary>A table of text.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Explanation">How its columns are to be read.</param>
/// <param name="Headings">One a column, of which the first holds names and the others numbers.</param>
/// <param name="Rows">As many cells each as there are headings.</param>
public sealed record TextTable(string Title, string Explanation, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows);
