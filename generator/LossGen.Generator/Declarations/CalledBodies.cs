namespace LossGen.Generator.Declarations;

/// <summary>
/// The bodies that formulas can depend on outside of the files with losses: of whatever methods have the name of one that is called there, of those that they call in turn, of
/// methods marked as formulas, and of static constructors. Which method a call means takes binding; its name does not, and C# has no other name for a method.
/// </summary>
internal static class CalledBodies
{
    /// <summary>Whether a method bears an attribute that may mark it as a formula.</summary>
    public delegate bool MayBeFormula(string attribute);

    /// <summary>Stands for the bodies that count.</summary>
    /// <param name="withLosses">The files with losses, which count as they are.</param>
    /// <param name="others">All other files.</param>
    /// <param name="isFormula">Whether an attribute may mark a formula.</param>
    public static Fingerprint Of(IReadOnlyList<TreeSurface> withLosses, IReadOnlyList<TreeSurface> others, MayBeFormula isFormula)
    {
        var all = new Fingerprint();
        if (withLosses.Count == 0)
        {
            return all;
        }

        HashSet<string> called = new(StringComparer.Ordinal) { MethodBody.StaticConstructor };
        foreach (TreeSurface surface in withLosses)
        {
            called.UnionWith(surface.Bodies.SelectMany(static body => body.Calls));
        }

        foreach (TreeSurface surface in withLosses.Concat(others))
        {
            called.UnionWith(surface.CallsOfFields);
            called.UnionWith(surface.Bodies.Where(body => body.Attributes.Any(name => isFormula(name))).Select(static body => body.Name));
        }

        MethodBody[] bodies = [.. others.SelectMany(static surface => surface.Bodies)];
        bool[] counts = new bool[bodies.Length];

        // What a body calls may stand ahead of it.
        for (int known = -1; known < called.Count;)
        {
            known = called.Count;
            for (int index = 0; index < bodies.Length; index++)
            {
                if (!counts[index] && called.Contains(bodies[index].Name))
                {
                    counts[index] = true;
                    called.UnionWith(bodies[index].Calls);
                }
            }
        }

        for (int index = 0; index < bodies.Length; index++)
        {
            if (counts[index])
            {
                all.Add(bodies[index].Tokens);
            }
        }

        return all;
    }
}
