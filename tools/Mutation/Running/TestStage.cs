namespace LossGen.Mutation.Running;

/// <summary>Test classes that one process runs.</summary>
/// <param name="Project">The name of their project.</param>
/// <param name="Classes">Patterns of their names; none for all classes of the project.</param>
internal sealed record TestStage(string Project, params IReadOnlyList<string> Classes)
{
    public override string ToString() => Classes.Count == 0 ? Project : $"{Project}: {string.Join(' ', Classes)}";
}
