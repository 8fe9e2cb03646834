namespace LossGen.Numerics.Tests.Support;

/// <summary>The same losses in float and in double, each compiled when a test first asks for it.</summary>
/// <param name="sources">The files that declare them, in double or in float.</param>
internal sealed class CompiledInEitherType(Func<bool, IEnumerable<string>> sources)
{
    private readonly Lazy<CompiledLosses> single = new(() => CompiledLosses.CompileSources(sources(false)));
    private readonly Lazy<CompiledLosses> @double = new(() => CompiledLosses.CompileSources(sources(true)));

    public Type Type(string name, bool isDouble) => (isDouble ? @double : single).Value.Type(name);
}
