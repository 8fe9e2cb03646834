using LossGen.Generator.Tests.RandomDeclarations;

namespace LossGen.Generator.Tests.RandomEdits;

/// <summary>Edits as made at a keyboard, each a sequence of steps: text is typed character by character, and most slips are corrected.</summary>
/// <param name="random">The source of choices.</param>
/// <param name="project">The project that is edited.</param>
internal sealed class RandomEdit(Random random, EditedProject project)
{
    private const int LongestRun = 12;

    private static readonly string[] KnownSymbols = ["WIDE", "DEBUG"];

    private readonly Dictionary<string, string> sound = ProjectFiles.All.ToDictionary(static file => file.Path, static file => file.Text);

    /// <summary>One edit, step by step: each step changes the project. Most edits are corrected before the next one.</summary>
    public IEnumerable<string> Steps() => random.Next(3) == 0 ? Edit() : Edit().Concat(MendAll());

    private IEnumerable<string> Edit() => random.Next(14) switch
    {
        0 or 1 or 2 => Type(Pick(ProjectFiles.Snippets)),
        3 or 4 => Once("mutated", path => new Mutation(random.Next(9), random.Next(1_000_000), random.Next(1_000)).Apply(project.Text(path))),
        5 => Once("pasted", path => project.Text(path).Insert(Place(path), Pick(ProjectFiles.Snippets))),
        6 => Once("pasted from another file", path => project.Text(path).Insert(Place(path), Part(project.Text(AnyPath())))),
        7 or 8 => Retype(),
        9 => Delete(),
        10 => AddOrRemove(),
        11 => Define(),
        _ => Mend(),
    };

    private IEnumerable<string> Once(string what, Func<string, string> edit)
    {
        string path = AnyPath();
        project.Set(path, edit(path));
        yield return $"{what}: {path}";
    }

    private IEnumerable<string> Type(string text)
    {
        string path = AnyPath();
        string before = project.Text(path);
        int at = Place(path);
        for (int length = 1; length <= text.Length; length++)
        {
            project.Set(path, before.Insert(at, text[..length]));
            yield return $"typed: {path}";
        }

        if (random.Next(2) == 0)
        {
            project.Set(path, before);
            yield return $"taken back: {path}";
        }
    }

    // Existing text is deleted from its end and typed again.
    private IEnumerable<string> Retype()
    {
        string path = AnyPath();
        string before = project.Text(path);
        int at = Place(path);
        int length = Math.Min(random.Next(1, LongestRun), before.Length - at);
        for (int left = length - 1; left >= 0; left--)
        {
            project.Set(path, before.Remove(at + left, length - left));
            yield return $"deleted: {path}";
        }

        for (int typed = 1; typed <= length; typed++)
        {
            project.Set(path, before.Remove(at + typed, length - typed));
            yield return $"typed again: {path}";
        }
    }

    private IEnumerable<string> Delete() => Once("cut", path =>
    {
        string text = project.Text(path);
        int at = Place(path);
        return text.Remove(at, Math.Min(random.Next(40), text.Length - at));
    });

    private IEnumerable<string> AddOrRemove()
    {
        string path = random.Next(2) == 0 ? $"New{random.Next(3)}.cs" : AnyPath();
        bool isThere = project.Paths.Contains(path);
        if (isThere)
        {
            project.Remove(path);
        }
        else
        {
            project.Set(path, sound.GetValueOrDefault(path) ?? Pick(ProjectFiles.Newcomers));
        }

        yield return $"{(isThere ? "removed" : "added")}: {path}";
    }

    private IEnumerable<string> Define()
    {
        project.Define(KnownSymbols.Where(_ => random.Next(2) == 0));
        yield return "defined: " + string.Join(", ", project.Symbols);
    }

    private IEnumerable<string> Mend()
    {
        string path = Pick([.. sound.Keys]);
        project.Set(path, sound[path]);
        yield return $"mended: {path}";
    }

    private IEnumerable<string> MendAll()
    {
        foreach (string path in project.Paths.Except(sound.Keys).Where(_ => random.Next(2) == 0).ToArray())
        {
            project.Remove(path);
            yield return $"removed: {path}";
        }

        foreach ((string path, string text) in sound)
        {
            if (project.Text(path) != text)
            {
                project.Set(path, text);
                yield return $"mended: {path}";
            }
        }
    }

    private string AnyPath() => project.Paths.Count == 0 ? "Digits.cs" : Pick(project.Paths);

    private int Place(string path) => random.Next(project.Text(path).Length + 1);

    private string Part(string text)
    {
        int from = random.Next(text.Length + 1);
        return text.Substring(from, Math.Min(random.Next(60), text.Length - from));
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
