using System.Globalization;

namespace LossGen.Mutation.Running;

/// <summary>The outcomes so far, one a line: a run that is started again goes on where the last one stopped.</summary>
internal sealed class OutcomeFile
{
    private const char Separator = '\t';

    private readonly string path;
    private readonly Dictionary<string, (Outcome Outcome, int Stages)> known = [];

    public OutcomeFile(string path)
    {
        this.path = path;
        foreach (string[] fields in File.Exists(path) ? File.ReadLines(path).Select(static line => line.Split(Separator)) : [])
        {
            // The last line of a mutant counts.
            known[fields[0]] = (Enum.Parse<Outcome>(fields[1]), int.Parse(fields[2], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The outcome of a mutant, with how many stages it went through; null if it is not known yet.</summary>
    public (Outcome Outcome, int Stages)? Of(string key) => known.TryGetValue(key, out (Outcome, int) outcome) ? outcome : null;

    /// <summary>Writes an outcome down, with the first failed test, which people read.</summary>
    public void Add(string key, Outcome outcome, int stages, string detail)
    {
        known[key] = (outcome, stages);
        File.AppendAllText(path, string.Join(Separator, key, outcome, stages.ToString(CultureInfo.InvariantCulture), detail) + "\n");
    }
}
